using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Html.Tests;

/// <summary>Posts that are written in HTML.</summary>
public sealed class HtmlPostTests
{
    private static readonly IHtmlPostRenderer s_renderer = Make();

    private static IHtmlPostRenderer Make(Action<HtmlOptions>? configure = null) =>
        new ServiceCollection().AddBlogKit().UseInMemory().AddHtml(configure).Services.BuildServiceProvider()
            .GetRequiredService<IHtmlPostRenderer>();

    private static RenderedPost Render(string html, int excerptLength = 280) =>
        s_renderer.RenderPost(html, new PostRendering { ExcerptLength = excerptLength, AllowRawHtml = true }).Value;

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<a href=\"jav&#x09;ascript:alert(1)\">x</a>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("<svg><a xlink:href=\"javascript:alert(1)\"><text y=1>x</text></a></svg>")]
    [InlineData("<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">")]
    [InlineData("<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>")]
    [InlineData("<iframe src=\"javascript:alert(1)\"></iframe>")]
    [InlineData("<object data=\"data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==\"></object>")]
    [InlineData("<style>@import 'javascript:alert(1)';</style><p style=\"background:url(javascript:alert(1))\">x</p>")]
    [InlineData("<form action=\"javascript:alert(1)\"><button formaction=\"javascript:alert(1)\">x</button></form>")]
    [InlineData("<details open ontoggle=alert(1)>x</details>")]
    [InlineData("<video><source onerror=alert(1)></video>")]
    [InlineData("<video poster=\"javascript:alert(1)\" controls></video>")]
    [InlineData("<h2 id=\"&quot; onclick=&quot;alert(1)\">x</h2>")]
    [InlineData("<h2 id=\"x><script>alert(1)</script>\">x</h2>")]
    [InlineData("<p id=\"a&quot;onclick=alert(1)\">x</p><a href=\"#a&quot;onclick=alert(1)\">y</a>")]
    [InlineData("<base href=\"javascript:alert(1)//\"><meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">")]
    [InlineData("<!--more--><img src=x onerror=alert(1)><!--more--><script>alert(1)</script>")]
    [InlineData("<template><script>alert(1)</script></template><xmp><img src=x onerror=alert(1)></xmp>")]
    public void No_script_comes_out_whoever_the_authors_are(string html)
    {
        var rendered = Render(html);

        foreach (var text in new[] { rendered.Html, rendered.ExcerptHtml })
        {
            using var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(text);
            document.QuerySelectorAll("script,style,svg,math,iframe,object,embed,form,base,meta,template").Should().BeEmpty();
            document.All.SelectMany(static e => e.Attributes).Should().NotContain(static a =>
                a.Name.StartsWith("on") || a.Name == "style" || a.Name == "srcdoc" || a.Value.Contains("javascript:"));
        }
    }

    [Fact]
    public void Headings_have_anchors_and_links_follow_them()
    {
        var rendered = Render(
            "<p><a href=\"#start\">Go</a> <a href=\"#comments\">on</a></p><h2 id=\"start\">The start</h2><h2>The start</h2>"
            + "<h3 id=\"comments\">Said</h3>");

        rendered.Headings.Should().Equal(
            new Heading(2, "The start", "start"), new Heading(2, "The start", "the-start"), new Heading(3, "Said", "section-comments"));
        rendered.Html.Should().Contain("<a href=\"#start\">").And.Contain("<h2 id=\"start\">").And.Contain("<a href=\"#section-comments\">");
    }

    [Fact]
    public void A_part_that_a_link_leads_to_keeps_a_name_and_no_other_does()
    {
        var rendered = Render(
            "<p>Said.<sup id=\"r1\"><a href=\"#n1\">1</a></sup></p><ol><li id=\"n1\">Noted. <a href=\"#r1\">back</a></li><li id=\"x\">y</li></ol>");

        rendered.Html.Should().Contain("<li id=\"n1\">").And.Contain("<sup id=\"r1\">").And.NotContain("\"x\"");
    }

    [Theory]
    [InlineData("<p><a name=\"n\"></a>Noted.</p>", "<p id=\"n\">Noted.</p>")]
    [InlineData("<p><a id=\"n\"></a></p><p>Noted.</p>", "<p id=\"n\">Noted.</p>")]
    [InlineData("<a name=n></a><h2>Noted</h2>", "<h2 id=\"n\">Noted</h2>")]
    [InlineData("<div id=n><p>Noted.</p></div>", "<p id=\"n\">Noted.</p>")]
    [InlineData("<div><a name=n></a>Noted.</div><div>Later.</div>", "<p id=\"n\">Noted.</p>")]
    [InlineData("<p>So <span id=n>noted</span>.</p>", "<p id=\"n\">So noted.</p>")]
    [InlineData("<p>So <code id=n>noted</code>.</p>", "<code id=\"n\">noted</code>")]
    [InlineData("<p><b>So</b><b id=n>noted</b></p>", "<strong id=\"n\">Sonoted</strong>")]
    [InlineData("<p>x</p>Noted.<a name=n></a>", "<p id=\"n\">Noted.</p>")]
    [InlineData("<span id=bk-x><p>Noted.</p></span><a href=#bk-x>x</a>", "<p id=\"section-bk-x\">Noted.</p>")]
    public void A_link_to_a_part_that_goes_leads_to_what_stays_of_it(string part, string shown) =>
        Render("<p><a href=\"#n\">Go</a></p>" + part).Html.Should().Contain(shown);

    [Fact]
    public void A_paragraph_that_holds_nothing_but_the_marker_is_not_there()
    {
        Render("<p>First.</p><p><!--more--></p><p>Second.</p>").Html.Should().Be("<p>First.</p>\n<p>Second.</p>\n");
        Render("<p>First.</p><p><!--more--></p><p>Second.</p>").ExcerptHtml.Should().Be("<p>First.</p>\n");
    }

    [Fact]
    public void What_stands_before_the_marker_is_the_excerpt_without_anchors()
    {
        var rendered = Render("<h2 id=a>Title</h2><p>First <a href=\"#a\">up</a> <!--more-->second.</p><p>Third.</p>");

        rendered.ExcerptHtml.Should().Be("<h2>Title</h2>\n<p>First up</p>\n");
        rendered.ExcerptText.Should().Be("First up");
        rendered.Html.Should().Contain("Third.").And.NotContain("more");
    }

    [Fact]
    public void An_excerpt_by_length_is_cut_between_words_and_passes_over_headings_and_code()
    {
        var rendered = Render("<h2>Title</h2><pre>code</pre><p>One two three four &lt;b&gt;.</p>", 9);

        rendered.ExcerptText.Should().Be("One two…");
        rendered.ExcerptHtml.Should().Be("<p>One two…</p>\n");
        rendered.WordCount.Should().Be(7);
        rendered.PlainText.Should().Contain("four <b>.");
    }

    [Fact]
    public void Frames_of_listed_hosts_stay()
    {
        const string Html = "<iframe src=\"https://video.example/1\"></iframe><iframe src=\"https://evil.example/1\"></iframe>";

        Make(static o => o.FrameHosts.Add("video.example")).RenderPost(Html, new PostRendering()).Value.Html
            .Should().Contain("https://video.example/1").And.NotContain("evil");
    }

    [Theory]
    [InlineData("<div>", ErrorCodes.TooDeep)]
    [InlineData("<b>", ErrorCodes.TooDeep)]
    [InlineData("<blockquote>", ErrorCodes.TooDeep)]
    [InlineData("<br>", ErrorCodes.TooMany)]
    [InlineData("<p>x", ErrorCodes.TooMany)]
    public void What_is_over_a_bound_is_refused(string opener, string code) =>
        s_renderer.RenderPost(string.Concat(Enumerable.Repeat(opener, 100_000)), new PostRendering()).Error!.Code.Should().Be(code);

    [Fact]
    public void A_long_text_is_refused() =>
        s_renderer.RenderPost(new string('x', 2_000_001), new PostRendering()).Error!.Code.Should().Be(ErrorCodes.TooLong);

    [Fact]
    public void Another_set_of_hosts_is_another_version()
    {
        var other = Make(static o => o.FrameHosts.Add("video.example"));

        s_renderer.Version.Should().Be(1);
        other.Version.Should().NotBe(1);
        Make(static o => o.FrameHosts.Add("video.example")).Version.Should().Be(other.Version);
    }

    [Theory]
    [InlineData("<h2>Bees</h2><p>They <b>dance</b>.</p>", "## Bees\n\nThey **dance**.")]
    [InlineData("<p>H<sub>2</sub>O</p>", null)]
    [InlineData("<p><a href=\"#n\">1</a></p><ol><li id=\"n\">Noted.</li></ol>", null)]
    [InlineData("<p><a href=\"#start\">Go</a></p><h2 id=\"start\">The start</h2>", null)]
    [InlineData("<p><a href=\"#the-start\">Go</a></p><h2 id=\"the-start\">The start</h2>", "[Go](#the-start)\n\n## The start")]
    [InlineData("<p id=\"x\">Nobody leads here.</p>", "Nobody leads here.")]
    [InlineData("<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>", null)]
    public void Markdown_is_found_where_readers_see_the_same(string html, string? markdown) =>
        s_renderer.FindMarkdown(html, new PostRendering { AllowRawHtml = true }).Should().Be(markdown);
}

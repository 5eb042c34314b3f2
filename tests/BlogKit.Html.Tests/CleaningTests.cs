namespace BlogKit.Html.Tests;

public sealed class CleaningTests
{
    [Theory]
    [InlineData("<p>Hello <b>world</b></p>", "<p>Hello <strong>world</strong></p>")]
    [InlineData("Hello <i>world</i>", "<p>Hello <em>world</em></p>")]
    [InlineData("<div>One</div><div>Two</div>", "<p>One</p>\n<p>Two</p>")]
    [InlineData("<div>One<div>Two</div>Three</div>", "<p>One</p>\n<p>Two</p>\n<p>Three</p>")]
    [InlineData("<p>a<b> b </b>c</p>", "<p>a <strong>b</strong> c</p>")]
    [InlineData("<p><b>a</b><b>b</b></p>", "<p><strong>ab</strong></p>")]
    [InlineData("<p></p><p>  </p><p>x<br></p>", "<p>x</p>")]
    [InlineData("<p>&nbsp;</p>", "<p>&nbsp;</p>")]
    [InlineData("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>")]
    [InlineData(
        "<table><tr><th>a</th></tr><tr><td align=right>b</td></tr></table>",
        "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td class=\"bk-right\">b</td></tr></tbody></table>")]
    [InlineData("<pre class=\"language-cs\">a\n b</pre>", "<pre><code class=\"language-cs\">a\n b</code></pre>")]
    [InlineData("<b id=docs-internal><p>One</p><p>Two</p></b>", "<p>One</p>\n<p>Two</p>")]
    [InlineData("<h2>A <div>b</div></h2>", "<h2>A b</h2>")]
    [InlineData("One<!-- more -->Two<!-- other -->", "<p>One<!--more-->Two</p>")]
    [InlineData("<a href=\" https://a.example/x y\">x</a>", "<p><a href=\"https://a.example/x%20y\">x</a></p>")]
    [InlineData(
        "<figure><img src=a.png><figcaption>Seen</figcaption></figure>",
        "<figure><img alt=\"\" src=\"a.png\"><figcaption>Seen</figcaption></figure>")]
    [InlineData("a\u0001b\u0000c", "<p>a\uFFFDbc</p>")]
    [InlineData("", "")]
    public void What_a_post_may_hold_stays(string html, string clean) => HtmlReading.Clean(html).Should().Be(clean);

    [Theory]
    [InlineData("<script>alert(1)</script>", "script")]
    [InlineData("<p onclick=alert(1)>x</p>", "p[onclick]")]
    [InlineData("<svg><script>alert(1)</script></svg>", "svg")]
    [InlineData("<math><mi xlink:href=javascript:alert(1)>x</mi></math>", "math")]
    [InlineData("<iframe src=https://a.example/></iframe>", "iframe")]
    [InlineData("<form><input name=x><button onclick=y()>z</button></form>", "input")]
    [InlineData("<object data=x></object><embed src=x>", "embed")]
    [InlineData("<img src=data:image/png;base64,AA onerror=x>", "img")]
    [InlineData("<a href=javascript:alert(1)>x</a>", "a")]
    [InlineData("<base href=//evil.example><link rel=stylesheet href=x><meta http-equiv=refresh content=0>", "base")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>", "noscript")]
    [InlineData("<template><img src=x onerror=y></template>", "template")]
    public void What_is_taken_out_is_told(string html, string removed) =>
        HtmlReading.Html.Clean(html).Value.Removed.Should().Contain(removed);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" java\tscript:alert(1)")]
    [InlineData("&#106;avascript:alert(1)")]
    [InlineData("&amp;#106;avascript:alert(1)")]
    [InlineData("%6Aavascript:alert(1)")]
    [InlineData("%256Aavascript:alert(1)")]
    [InlineData("javascript\uFF1Aalert(1)")]
    [InlineData("\u0001javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("view-source:javascript:x")]
    public void Addresses_of_other_schemes_go_and_their_words_stay(string address)
    {
        HtmlReading.Clean($"<a href=\"{address}\">words</a>").Should().Be("<p>words</p>");
        HtmlReading.Clean($"<img src=\"{address}\" alt=x>").Should().BeEmpty();
        HtmlReading.Clean($"<video controls src=\"{address}\"></video>").Should().BeEmpty();
    }

    [Fact]
    public void Nothing_that_is_cleaned_can_do_anything()
    {
        string[] vectors =
        [
            "<img src=x onerror=alert(1)//",
            "<svg/onload=alert(1)>",
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
            "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
            "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
            "<p style=\"background:url(javascript:x)\">x",
            "<iframe srcdoc=\"<script>alert(1)</script>\">",
            "<details open ontoggle=alert(1)>x",
            "<video><source onerror=alert(1)></video>",
            "<xmp><img src=x onerror=alert(1)></xmp>",
            "<plaintext><script>x</script>",
            "<select><template><img src=x onerror=y></template></select>",
            "<table><td background=javascript:x>y",
            "<x onclick=a>y</x>",
            "<a id=x tabindex=1 onfocus=y>z</a>",
            "<noscript><style></noscript><img src=x onerror=alert(1)>",
            "<!--><img src=x onerror=y>-->",
            "<![CDATA[<img src=x onerror=y>]]>",
            "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><p>&y;",
        ];
        foreach (var vector in vectors)
        {
            var clean = HtmlReading.Clean(vector);

            clean.Should().NotMatchRegex("<[^>]*\\son[a-z]+\\s*=", vector).And.NotMatchRegex("<[^>]*javascript", vector).And.NotContainAny(
                "<script", "<style", "<svg", "<math", "<iframe", "<template");
            HtmlReading.Clean(clean).Should().Be(clean, "cleaning what is clean changes nothing");
        }
    }

    [Fact]
    public void HTML_that_grows_when_it_is_written_out_is_not_lost()
    {
        var html = HtmlReading.Make(options => options.MaximumLength = 100);

        html.Clean(new string('&', 100)).Value.Html.Trim().Should().HaveLength("<p></p>".Length + 500);
        html.ToMarkdown(new string('<', 100), HtmlReading.Author).Value.IsEqual.Should().BeTrue();
    }

    [Fact]
    public void Frames_stay_for_hosts_that_are_named()
    {
        var html = HtmlReading.Make(options => options.FrameHosts.Add("video.example"));

        html.Clean("<iframe src=\"https://video.example/1\" width=3 onload=x></iframe>").Value.Html
            .Should().Contain("<iframe src=\"https://video.example/1\" width=\"3\">");
        html.Clean("<iframe src=\"https://video.example.evil.example/1\"></iframe>").Value.Html.Should().NotContain("iframe");
        html.Clean("<iframe src=\"http://video.example/1\"></iframe>").Value.Html.Should().NotContain("iframe");
    }

    [Theory]
    [InlineData("<p>Hello <b>world</b></p>", "Hello world")]
    [InlineData("R&amp;D", "R&D")]
    [InlineData("<h1>One</h1>\n<p>Two<br>three <img src=x alt=picture></p>", "One\nTwo\nthree")]
    [InlineData("a < b & c", "a < b & c")]
    [InlineData("<style>p{}</style><script>x</script>", "")]
    public void Plain_text_is_what_a_reader_sees(string html, string text) => HtmlReading.Html.ToPlainText(html).Value.Should().Be(text);

    [Fact]
    public void Options_that_would_let_scripts_in_are_refused()
    {
        var make = () => HtmlReading.Make(options => options.AllowedSchemes.Add("javascript"));
        var bound = () => HtmlReading.Make(options => options.MaximumDepth = 0);

        make.Should().Throw<ArgumentException>();
        bound.Should().Throw<ArgumentException>();
    }
}

using System.Globalization;
using System.Text;
using BlogKit.Interchange.Internal;

namespace BlogKit.Interchange;

/// <summary>Texts as people wrote them, against what WordPress shows of them.</summary>
public sealed class WordPressShownTests
{
    [Theory]
    [InlineData("<a title=\"[gallery ids='4']\" href=\"/x\">x</a>", "<p><a title=\"[gallery ids='4']\" href=\"/x\">x</a></p>")]
    [InlineData("<img alt='[embed]https://a.example[/embed]' src=\"/x\">", "<p><img alt='[embed]https://a.example[/embed]' src=\"/x\"></p>")]
    [InlineData("<pre>[gallery ids=\"4\"]</pre>", "<pre>[gallery ids=\"4\"]</pre>")]
    [InlineData("Write <code>[code]x[/code]</code> here", "<p>Write <code>[code]x[/code]</code> here</p>")]
    [InlineData("Write <code>[[gallery]]</code>", "<p>Write <code>[gallery]</code></p>")]
    [InlineData("a<!-- [gallery ids=\"4\"] -->b", "<p>ab</p>")]
    [InlineData("[[code]x[/code]]", "<p>[code]x[/code]</p>")]
    [InlineData("<pre><code>a</code></pre>\n[gallery ids=\"4\"]", "<pre><code>a</code></pre>\n<figure><img src=\"/?attachment_id=4\" alt=\"\" /></figure>")]
    public void A_bracket_that_is_no_shortcode_stays(string text, string html) => Shown(text).Should().Be(html);

    [Theory]
    [InlineData("<p>[gallery ids=\"4\"]</p>", "<figure><img src=\"/?attachment_id=4\" alt=\"\" /></figure>")]
    [InlineData("<p>[embed]https://v.example/1[/embed]</p>\n<p>x</p>", "<p><a href=\"https://v.example/1\">https://v.example/1</a></p>\n<p>x</p>")]
    [InlineData("<!-- wp:paragraph --><p>[caption]<img src=\"/p.jpg\" /> Boat[/caption]</p><!-- /wp:paragraph -->",
        "<figure><img src=\"/p.jpg\" /><figcaption>Boat</figcaption></figure>")]
    [InlineData("<div>[caption]<img src=\"/p.jpg\" /> The\u2028boat[/caption]</div>",
        "<div><figure><img src=\"/p.jpg\" /><figcaption>The\u2028boat</figcaption>\n</figure>\n</div>")]
    [InlineData("https://v.example/watch?v=1&amp;t=2", "<p><a href=\"https://v.example/watch?v=1&amp;t=2\">https://v.example/watch?v=1&amp;t=2</a></p>")]
    public void A_paragraph_that_holds_a_block_alone_is_none(string text, string html) => Shown(text).Should().Be(html);

    [Fact]
    public void Text_between_two_films_is_kept() =>
        Shown("[video src=\"/a.mp4\"]\n\nBetween\n\n[video src=\"/b.mp4\"][/video]").Should().Contain("<p>Between</p>");

    [Fact]
    public void A_shortcode_in_a_caption_is_noted()
    {
        List<SourceNote> notes = [];

        WordPressText.ToHtml("[caption]<img src=\"/p.jpg\" /> Boat [credit name=\"x\"][/caption]", "body", notes);

        notes.Should().ContainSingle().Which.Detail.Should().Contain("[credit]");
    }

    [Theory]
    [InlineData("One\n<!--more On the harbour-->\nTwo", "<p>One</p>\n<!--more-->\n<p>Two</p>")]
    [InlineData("<!-- wp:more {\"customText\":\"x\"} -->\n<!--more On the harbour-->\n<!-- /wp:more -->", "<!--more-->")]
    public void The_words_of_the_link_to_the_rest_are_noted(string text, string html)
    {
        List<SourceNote> notes = [];

        WordPressText.ToHtml(text, "body", notes).Should().Be(html);
        notes.Should().ContainSingle().Which.Detail.Should().Contain("On the harbour");
    }

    [Theory]
    [InlineData("One\u2028line\fmore\u0085end", "<p>One\u2028line\fmore\u0085end</p>")]
    [InlineData("One\rline", "<p>One<br />\nline</p>")]
    [InlineData("<blockquote>\n<p>One</p>\n\nTwo\n\n<p>Three</p>\n</blockquote>", "<blockquote><p>One</p>\n<p>Two</p>\n<p>Three</p>\n</blockquote>")]
    [InlineData("<ul>\n<li>One\n<ul>\n<li>Inner</li>\n</ul>\n</li>\n<li>Two</li>\n</ul>",
        "<ul><li>One<ul><li>Inner</li>\n</ul>\n</li>\n<li>Two</li>\n</ul>")]
    [InlineData("<table>\n<tr>\n<td>a\nb</td>\n<td>c</td>\n</tr>\n</table>", "<table><tr><td>a<br />\nb</td>\n<td>c</td>\n</tr>\n</table>")]
    [InlineData("<em>One\n\nTwo</em>", "<p><em>One</p>\n<p>Two</em></p>")]
    [InlineData("<img alt=\"a < b\" src=\"/x\">", "<p><img alt=\"a < b\" src=\"/x\"></p>")]
    [InlineData("<a title = \"a > b\" href=\"/x\">x</a>", "<p><a title = \"a > b\" href=\"/x\">x</a></p>")]
    [InlineData("<a href=\"/x>x</a> and <a href=\"/y\">y</a>", "<p>&lt;a href=\"/x>x</a> and <a href=\"/y\">y</a></p>")]
    [InlineData("I <3 boats & 1 < 2", "<p>I &lt;3 boats & 1 &lt; 2</p>")]
    [InlineData("<h2>A</h2>\n\n\n\n<hr />\nB", "<h2>A</h2>\n<hr /><p>B</p>")]
    public void Paragraphs_are_those_of_WordPress(string text, string html) => Shown(text).Should().Be(html);

    [Theory]
    [InlineData("<code>", "</code>")]
    [InlineData("<!--", "")]
    [InlineData("<b>", "")]
    [InlineData("[caption]<img>", "[/caption]")]
    [InlineData("[video src=\"a\"]", "[/video]")]
    [InlineData("[[a]", "[/a]]")]
    [InlineData("<p>[gallery ids=\"4\"]", "</p>")]
    [InlineData("<a b=\"<\" ", ">")]
    [InlineData("<a b='\" ", ">")]
    [InlineData("\n ", "")]
    [InlineData(" b=\"<a \"", "")]
    [InlineData("<p>[gallery ids=\"4\"]   ", "")]
    public void A_long_text_of_one_opening_and_one_end_is_read_in_one_pass(string opening, string end)
    {
        var text = string.Concat(Enumerable.Repeat(opening, 1_000_000 / opening.Length)) + end;

        WordPressText.ToHtml(text, "body", []).Should().NotBeNull();
    }

    [Fact]
    public void Shortcodes_of_many_names_give_few_notes()
    {
        var text = new StringBuilder();
        for (var name = 0; name < 10_000; name++)
        {
            text.Append(CultureInfo.InvariantCulture, $"[s{name} a=\"b\"]<!-- wp:b{name} /-->");
        }

        List<SourceNote> notes = [];
        WordPressText.ToHtml(text.ToString(), "body", notes);

        notes.Count.Should().BeInRange(2, 110);
    }

    private static string Shown(string text) => WordPressText.ToHtml(text, "body", []);
}

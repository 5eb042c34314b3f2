using AngleSharp.Html.Parser;

namespace BlogKit.Html.Tests;

public sealed class ConversionTests
{
    [Theory]
    [InlineData("<p>From a <b>desktop</b> client.</p>", "From a **desktop** client.")]
    [InlineData("<p>One</p><p>Two<br>three</p>", "One\n\nTwo\\\nthree")]
    [InlineData("<h2>Notes on C#</h2>", "## Notes on C\\#")]
    [InlineData("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b\n  - c")]
    [InlineData("<ol start=9><li>a</li><li>b<p>c</p></li></ol>", "9. a\n\n10. b\n\n    c")]
    [InlineData("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n* b")]
    [InlineData("<blockquote><p>a</p><p>b</p></blockquote><blockquote>c</blockquote>", "> a\n>\n> b\n\n> c")]
    [InlineData("<pre><code class=language-cs>var x = \"```\";\n</code></pre>", "````cs\nvar x = \"```\";\n````")]
    [InlineData(
        "<p><a href=\"https://a.example/(x)_y\" title='A \"b\"'>text</a></p>", "[text](https://a.example/\\(x\\)\\_y \"A &#34;b&#34;\")")]
    [InlineData("<p><em><strong>a</strong></em></p>", "*__a__*")]
    [InlineData("<p><strong><em>a</em></strong></p>", "**_a_**")]
    [InlineData("<hr>", "***")]
    [InlineData(
        "<figure><a href=/big.png><img src=a.png alt=x></a><figcaption>Seen</figcaption></figure>", "[![x](a.png \"Seen\")](/big.png)")]
    [InlineData("One<!--more--><p>Two</p>", "One<!--more-->\n\nTwo")]
    [InlineData("<p>One</p><!--more--><p>Two</p>", "One\n\n<!--more-->\n\nTwo")]
    [InlineData(
        "<ul><li><label><input type=checkbox disabled checked> done</label></li><li><input type=checkbox disabled> open</li></ul>",
        "- [x] done\n- [ ] open")]
    public void Blocks_become_Markdown(string html, string markdown)
    {
        var converted = HtmlReading.Convert(html);

        converted.Markdown.Should().Be(markdown);
        converted.IsEqual.Should().BeTrue(HtmlReading.Shown(html));
        converted.Lost.Should().BeEmpty();
    }

    [Theory]
    [InlineData("*not* _marked_ **at** __all__ ~~here~~")]
    [InlineData("# no heading")]
    [InlineData("1. no list")]
    [InlineData("2024) no list")]
    [InlineData("- no list")]
    [InlineData("+ no list")]
    [InlineData("> no quotation")]
    [InlineData("=== no heading")]
    [InlineData("--- and -- and ... and \"quoted\" and 'single' and don't << this >>")]
    [InlineData("a | b | c")]
    [InlineData("| a | b |")]
    [InlineData("`code` and ``more``")]
    [InlineData("[x]: https://a.example/")]
    [InlineData("[x](https://a.example/) ![y](z) [^1] [ ] [x]")]
    [InlineData(":smile: :-) 8-) ::custom:: :+1:")]
    [InlineData("https://a.example/a_b_c and www.a.example and a@b.example")]
    [InlineData("@ada said so")]
    [InlineData("&amp;amp; &amp;copy; &amp;#65;")]
    [InlineData("&lt;b&gt;no tag&lt;/b&gt; &lt;!--more--&gt; &lt;https://a.example&gt; &lt;br")]
    [InlineData("a \\ b \\* c \\")]
    [InlineData("Look!")]
    [InlineData(": no definition")]
    [InlineData("::: no container")]
    [InlineData("^^^ no figure")]
    [InlineData("~~~ no fence")]
    [InlineData("``` no fence")]
    [InlineData("+---+---+")]
    [InlineData("{.class #id} $x$ $$y$$ ==mark== ++ins++ H~2~O x^2^")]
    [InlineData("[[wiki]] (c) (tm) -> =&gt; snake_case_name __init__")]
    [InlineData("Term")]
    [InlineData("&nbsp;&nbsp;&nbsp;&nbsp;indented")]
    [InlineData("\u3000全角 \u2003 em space \u200B end")]
    [InlineData("**日本語**テスト")]
    [InlineData("שלום \u202E عربى")]
    public void Text_stays_what_it_says(string html)
    {
        var expected = new HtmlParser().ParseDocument($"<body><p>{html}</p>").Body!.TextContent;
        foreach (var (around, after) in new[]
        {
            ("<p>", "</p>"),
            ("<h3>", "</h3>"),
            ("<ul><li>", "</li></ul>"),
            ("<blockquote><p>", "</p></blockquote>"),
            ("<table><tr><th>h</th></tr><tr><td>", "</td></tr></table>"),
            ("<p>x<br>", "</p>"),
            ("<p><em>", "</em></p>"),
            ("<p><a href=x>", "</a></p>"),
        })
        {
            if (around.EndsWith("<em>", StringComparison.Ordinal)
                && html[0] is '&' or '\u3000'
                && !html.StartsWith("&amp;", StringComparison.Ordinal)
                && !html.StartsWith("&lt;", StringComparison.Ordinal))
            {
                // Emphasis does not begin with a space of any kind.
                continue;
            }

            var converted = HtmlReading.Convert(around + html + after);

            var shown = new HtmlParser().ParseDocument(
                HtmlReading.Renderer.RenderPost(converted.Markdown, HtmlReading.Author).Html).Body!.TextContent;
            string.Join(' ', shown.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
                .Should().EndWith(string.Join(' ', expected.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)), converted.Markdown);
            converted.IsEqual.Should().BeTrue(around
                + converted.Markdown
                + string.Join(" ", converted.Lost)
                + "\n"
                + HtmlReading.Renderer.RenderPost(converted.Markdown, HtmlReading.Author).Html);
        }
    }

    [Theory]
    [InlineData("<p><u>under</u>lined and H<sub>2</sub>O</p>", "underlined and H2O", "sub u")]
    [InlineData("<p>in<em>(side)</em>words</p>", "in(side)words", "em")]
    [InlineData("<table><tr><td>a<td colspan=2>b</table>", null, "td td[colspan]")]
    [InlineData("<p><img src=a.png alt=x width=3 height=4></p>", "![x](a.png)", "img[height] img[width]")]
    [InlineData("<details><summary>More</summary><p>x</p></details>", "More\n\nx", "details summary")]
    [InlineData("<video src=a.mp4 controls></video>", "[a.mp4](a.mp4)", "video video[controls] video[src]")]
    public void What_Markdown_has_no_word_for_is_told_and_its_text_stays(string html, string? markdown, string lost)
    {
        var converted = HtmlReading.Convert(html);

        converted.IsEqual.Should().BeFalse();
        converted.Markdown.Should().Be(markdown ?? converted.Markdown);
        converted.Lost.Should().Contain(lost.Split(' '));
    }

    [Fact]
    public void What_is_taken_out_is_told_beside_what_is_lost()
    {
        var converted = HtmlReading.Convert("<p onclick=x>Hello<script>y</script></p>");

        converted.Should().BeEquivalentTo(new { Markdown = "Hello", IsEqual = true, Removed = new[] { "p[onclick]", "script" } });
    }

    [Theory]
    [InlineData("<p>Plain</p>", "Plain")]
    [InlineData("<p>From a <strong>desktop</strong></p>", "From a **desktop**")]
    [InlineData("<p>From a <b>desktop</b></p>", "<p>From a <b>desktop</b></p>")]
    [InlineData("<p class=lead>x</p>", "<p class=\"lead\">x</p>")]
    [InlineData("<script>\n\nlet a = 1;\n\n</script>", "<script>\n\nlet a = 1;\n\n</script>")]
    [InlineData("<div>a\n\n<p>*b*</p>\n\n</div>", "<div>a\n<p>*b*</p>\n</div>")]
    [InlineData("<div><pre>a\n\nb</pre></div>", "<div><pre>a&#10;&#10;b</pre></div>")]
    [InlineData("*b* <kbd>c</kbd>", "<p>*b* <kbd>c</kbd></p>")]
    [InlineData("<p>One<!--more--></p>", "One<!--more-->")]
    [InlineData("<iframe src=x></iframe>", "<iframe src=\"x\"></iframe>")]
    public void Where_raw_HTML_may_be_used_what_has_no_equal_stays_HTML(string html, string markdown)
    {
        var converted = HtmlReading.Html.ToMarkdown(html, HtmlReading.Editor).Value;

        converted.Markdown.Should().Be(markdown);
        converted.IsEqual.Should().BeTrue();
    }

    [Fact]
    public void Plain_text_becomes_Markdown_that_shows_it_in_comments_too()
    {
        const string Text =
            "1. *not* a list :-) <3 @Ada Keeper\n# no heading\n\nSee https://a.example/x_y_z, \"quoted\" -- and <b>no tag</b>";
        var markdown = PostHtml.FromPlainText(Text);

        var comment = HtmlReading.Renderer.RenderComment(
            markdown, new CommentRendering { Participants = [new ThreadParticipant("Ada Keeper", new CommentId(Guid.CreateVersion7()))] });
        comment.PlainText.Should().Be(Text);
        comment.Links.Should().Equal("https://a.example/x_y_z");
        comment.Mentions.Should().BeEmpty();
        HtmlReading.Renderer.RenderPost(markdown, HtmlReading.Author).PlainText.Should().Be(Text);
    }
}

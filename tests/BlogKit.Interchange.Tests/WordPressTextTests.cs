using BlogKit.Interchange.Internal;

namespace BlogKit.Interchange;

public sealed class WordPressTextTests
{
    [Theory]
    [InlineData("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>")]
    [InlineData("One\r\nline", "<p>One<br />\nline</p>")]
    [InlineData("One<br>\nline", "<p>One<br>\nline</p>")]
    [InlineData("<p>One</p>\n\n<p>Two</p>", "<p>One</p>\n<p>Two</p>")]
    [InlineData("a < b\n\nc", "<p>a &lt; b</p>\n<p>c</p>")]
    [InlineData("<em>a\nb</em> c", "<p><em>a<br />\nb</em> c</p>")]
    [InlineData("<blockquote>One\n\nTwo</blockquote>", "<blockquote><p>One</p>\n<p>Two</p>\n</blockquote>")]
    [InlineData("<ul>\n<li>One</li>\n<li>Two</li>\n</ul>", "<ul><li>One</li>\n<li>Two</li>\n</ul>")]
    [InlineData("<li>One\n\nTwo</li>", "<li><p>One</p>\n<p>Two</p>\n</li>")]
    [InlineData("<h2>Head</h2>\nText", "<h2>Head</h2>\n<p>Text</p>")]
    [InlineData("<pre>a\n\nb < c</pre>\nText", "<pre>a\n\nb < c</pre>\n<p>Text</p>")]
    [InlineData("One\n<!--more-->\nTwo", "<p>One</p>\n<!--more-->\n<p>Two</p>")]
    [InlineData("<a href=\"x\"\ntitle='a > b'>link</a>", "<p><a href=\"x\" title='a > b'>link</a></p>")]
    public void Paragraphs_are_written_as_readers_saw_them(string text, string html) =>
        WordPressText.ToHtml(text, "body", []).Should().Be(html);

    [Theory]
    [InlineData(
        "[caption id=\"a\" width=\"300\"]<a href=\"/p\"><img src=\"/p.jpg\" alt=\"Boat\" /></a> The <em>boat</em>[/caption]",
        "<figure><a href=\"/p\"><img src=\"/p.jpg\" alt=\"Boat\" /></a><figcaption>The <em>boat</em></figcaption>\n</figure>")]
    [InlineData(
        "[caption caption=\"The boat\"]<img src=\"/p.jpg\" />[/caption]",
        "<figure><img src=\"/p.jpg\" /><figcaption>The boat</figcaption>\n</figure>")]
    [InlineData("[gallery ids=\"4\"]", "<figure><img src=\"/?attachment_id=4\" alt=\"\" /></figure>")]
    [InlineData("[embed]https://video.example/1[/embed]", "<p><a href=\"https://video.example/1\">https://video.example/1</a></p>")]
    [InlineData("[audio mp3=\"/a.mp3\"][/audio]", "<audio controls src=\"/a.mp3\"></audio>")]
    [InlineData("[code lang=\"css\"]a < b\n\nc[/code]", "<pre><code class=\"language-css\">a &lt; b\n\nc</code></pre>")]
    [InlineData("See [[gallery]] and [1].", "<p>See [gallery] and [1].</p>")]
    public void Shortcodes_of_WordPress_become_HTML(string text, string html)
    {
        List<SourceNote> notes = [];

        var written = WordPressText.ToHtml(text, "body", notes);

        (written, notes.Count).Should().Be((html, 0));
    }

    [Theory]
    [InlineData("[contact-form to=\"a\"]", "contact-form")]
    [InlineData("[spoiler]x[/spoiler]", "spoiler")]
    [InlineData("[gallery]", "gallery")]
    [InlineData("[embed]javascript:alert(1)[/embed]", "embed")]
    public void An_unknown_shortcode_is_kept_and_noted(string text, string name)
    {
        List<SourceNote> notes = [];

        var written = WordPressText.ToHtml(text, "body", notes);

        written.Should().Be($"<p>{text}</p>");
        notes.Should().ContainSingle(note => note.Kind == SourceNoteKind.KeptMarkup && note.Detail.Contains($"[{name}]", StringComparison.Ordinal));
    }

    [Fact]
    public void Blocks_lose_their_comments_and_nothing_else()
    {
        const string Text =
            """
            <!-- wp:paragraph {"dropCap":true} -->
            <p>One</p>
            <!-- /wp:paragraph -->

            <!-- wp:more -->
            <!--more-->
            <!-- /wp:more -->

            <!-- wp:list -->
            <ul><!-- wp:list-item -->
            <li>Two</li>
            <!-- /wp:list-item --></ul>
            <!-- /wp:list -->
            """;

        var html = WordPressText.ToHtml(Text, "body", []);

        html.ReplaceLineEndings("").Should().Be("<p>One</p><!--more--><ul><li>Two</li></ul>");
    }

    [Fact]
    public void A_block_that_makes_its_content_when_shown_is_noted()
    {
        List<SourceNote> notes = [];

        WordPressText.ToHtml("<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph --><!-- wp:latest-posts {\"n\":3} /-->", "body", notes);

        notes.Should().ContainSingle().Which.Detail.Should().Contain("'latest-posts'");
    }

    [Fact]
    public void An_embedded_page_becomes_a_link()
    {
        var html = WordPressText.ToHtml(
            "<!-- wp:embed --><figure class=\"wp-block-embed\"><div class=\"wp-block-embed__wrapper\">\nhttps://video.example/1\n</div></figure><!-- /wp:embed -->",
            "body",
            []);

        html.Should().Be("<figure class=\"wp-block-embed\"><p><a href=\"https://video.example/1\">https://video.example/1</a></p></figure>");
    }

    // A text that is read again for each of its parts would take hours: the test would not end.
    [Theory]
    [InlineData("<!--")]
    [InlineData("<pre>")]
    [InlineData("<div>")]
    [InlineData("<p><div></x>")]
    [InlineData("[a][caption]")]
    [InlineData("[a b=\"")]
    [InlineData("<a b=\"")]
    [InlineData("<!-- wp:a -->")]
    [InlineData("<div class=\"wp-block-embed__wrapper\">")]
    [InlineData("<")]
    public void A_long_text_of_one_opening_is_read_in_one_pass(string opening)
    {
        var text = string.Concat(Enumerable.Repeat(opening, 2_000_000 / opening.Length));

        WordPressText.ToHtml(text, "body", []).Should().NotBeNull();
    }
}

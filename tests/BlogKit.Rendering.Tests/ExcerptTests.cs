using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace BlogKit.Rendering.Tests;

public sealed class ExcerptTests
{
    [Fact]
    public void What_stands_before_the_marker_is_the_excerpt()
    {
        var post = Render.Post("# Title\n\nBefore *this*[^1].\n\n<!--more-->\n\nAfter.\n\n[^1]: Note.");

        post.ExcerptHtml.Should().Be("<h1>Title</h1>\n<p>Before <em>this</em>.</p>\n");
        post.ExcerptText.Should().Be("Before this.");
        post.Html.Should().Contain("After.").And.NotContain("more--").And.Contain("id=\"title\"");
        post.PlainText.Should().NotContain("more");
    }

    [Theory]
    [InlineData("a <!--more--> b")]
    [InlineData("a\n<!-- MORE -->\nb")]
    [InlineData("a\n\n<!--more go on-->\n\nb")]
    public void The_marker_never_shows(string markdown)
    {
        Render.Post(markdown).Html.Should().NotContainEquivalentOf("more");
        Render.PostWithHtml(markdown).Html.Should().NotContainEquivalentOf("more");
        Render.Post(markdown).ExcerptText.Should().Be("a");
    }

    [Theory]
    [InlineData("![A cat on a mat](cat.png)\n\nToday I fed it.")]
    [InlineData("![A cat on a mat](cat.png)\nToday I fed it.")]
    [InlineData("![A cat on a mat](cat.png) Today I fed it.")]
    [InlineData("[![A cat on a mat](cat.png)](https://example.org) Today I fed it.")]
    [InlineData("# My cat\n\nToday I fed it.")]
    [InlineData("My cat\n======\n\nToday I fed it.")]
    [InlineData("```sh\nfeed --cat\n```\n\nToday I fed it.")]
    [InlineData("Today I fed it.\n\n    feed()\n")]
    [InlineData("## A\n\n![b](c)\n\n> Today I fed it.\n\n### D")]
    [InlineData("# My cat\n\n![A cat](cat.png)\n\nToday I fed it.\n\n<!--more-->\n\nMore.")]
    public void Pictures_headings_and_code_do_not_run_into_the_excerpt(string markdown) =>
        Render.Post(markdown).ExcerptText.Should().Be("Today I fed it.");

    [Theory]
    [InlineData("<h2>My cat</h2>\n\nToday I fed it.")]
    [InlineData("<h2 title=\"a > b\">My cat</h2><p>Today I f<b>ed</b> it.</p>")]
    [InlineData("<figure><img src=\"cat.png\" alt=\"A cat\"><figcaption>My cat</figcaption></figure>\n\nToday I fed it.")]
    [InlineData("<pre>feed --cat</pre>\n\nToday I fed it.")]
    [InlineData("<style>p > b { color: red }</style>\n\nToday I fed it.")]
    [InlineData("<script>if (1 < 2) { feed() }</script><p>Today I<!-- never --> fed it.</p>")]
    public void Nor_do_those_of_raw_HTML(string markdown) => Render.PostWithHtml(markdown).ExcerptText.Should().Be("Today I fed it.");

    [Theory]
    [InlineData("<p>un<b>believ</b>able</p>", "unbelievable")]
    [InlineData("<p>H<sub>2</sub>O, <kbd>Ctrl</kbd>+<kbd>C</kbd></p>", "H2O, Ctrl+C")]
    [InlineData("<div>one<br>two</div><div>three</div>", "one two three")]
    [InlineData("<ul><li>one<li>two</ul>", "one two")]
    [InlineData("<p>3 < 4 and 5 > 4</p>", "3 < 4 and 5 > 4")]
    [InlineData("<h2>Head</h2><p>text</p><pre>code</pre>", "Head text code")]
    public void Marks_within_a_word_of_raw_HTML_do_not_divide_it(string markdown, string text) =>
        Render.PostWithHtml(markdown).PlainText.Should().Be(text);

    [Theory]
    [InlineData("# Only a heading", "Only a heading")]
    [InlineData("![A cat](cat.png)", "A cat")]
    [InlineData("    code()", "code()")]
    public void A_text_without_sentences_is_described_by_what_it_has(string markdown, string text) =>
        Render.Post(markdown).ExcerptText.Should().Be(text);

    [Fact]
    public void A_picture_stands_apart_in_the_plain_text() => Render.Post("One![a cat](c.png)two").PlainText.Should().Be("One a cat two");

    [Fact]
    public void In_code_it_is_code() => Render.Post("`<!--more-->`").Html.Should().Contain("&lt;!--more--&gt;");

    [Fact]
    public void A_marker_inside_a_list_leaves_well_formed_html()
    {
        var excerpt = Render.Post("- one\n- two *three <!--more--> four*\n- five").ExcerptHtml;

        Html.Canonical(excerpt).Should().Be("<ul><li>one</li><li>two <em>three </em></li></ul>");
    }

    [Fact]
    public void A_short_text_is_its_own_excerpt() => Render.Post("Short *text*.").ExcerptText.Should().Be("Short text.");

    [Fact]
    public void A_long_text_is_cut_between_words()
    {
        var post = Render.Post("One two three & four.", 15);

        post.ExcerptText.Should().Be("One two three &…");
        post.ExcerptHtml.Should().Be("<p>One two three &amp;…</p>\n");
    }

    [Fact]
    public void Scripts_without_spaces_are_cut_between_characters() => Render.Post("漢字漢字漢字", 4).ExcerptText.Should().Be("漢字漢字…");

    [Fact]
    public void No_visible_character_is_divided() =>
        Render.Post(string.Concat(Enumerable.Repeat("👩‍👩‍👧", 10)), 12).ExcerptText.Should().Be("👩‍👩‍👧…");

    [Fact]
    public void Every_excerpt_is_a_prefix_of_the_text_at_a_boundary()
    {
        var piece = Gen.Elements(
            "word", "two words", "*em*", "**str", "`code`", "\n\n", "\n", "  \n", "- i\n", "> q\n", "&amp;", "<b>", "é", "e\u0301", "漢字",
            "👩‍👩‍👧", "https://example.org/x", "\"q\"", "...", "[a](b)");
        var texts = piece.ListOf().Select(string.Concat);
        var lengths = Gen.Choose(1, 60);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(texts.Zip(lengths).ToArbitrary(), pair =>
        {
            var (markdown, length) = pair;
            var post = Render.Post(markdown, length);
            var whole = string.Join(' ', post.PlainText.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
            var excerpt = post.ExcerptText;
            if (!excerpt.EndsWith('…') || whole.Length <= length)
            {
                excerpt.Should().Be(whole);
                return;
            }

            var kept = excerpt[..^1];
            whole.Should().StartWith(kept);
            kept.Length.Should().BeLessThanOrEqualTo(length);
            StringInfo.ParseCombiningCharacters(whole).Should().Contain(kept.Length);
            var words = whole.Split(' ');
            var isBetweenWords = whole[kept.Length] == ' '
                || words[0].Length > length
                || kept.Any(c => c is '漢' or '字')
                || whole[kept.Length] is '漢' or '字';
            isBetweenWords.Should().BeTrue("{0} is cut from {1}", kept, whole);
            Html.Parse(post.ExcerptHtml).TextContent.Trim().Should().Be(excerpt);
        }));
    }
}

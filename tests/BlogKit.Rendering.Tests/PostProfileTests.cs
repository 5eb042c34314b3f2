namespace BlogKit.Rendering.Tests;

public sealed class PostProfileTests
{
    [Fact]
    public void A_picture_with_title_and_credit_is_a_figure() =>
        Render.Post("![A bridge](bridge.jpg \"The old bridge\")\nPhoto Credit: Jane Doe ([Archive](https://example.org))").Html.Should().Be(
            "<figure>\n<img src=\"bridge.jpg\" alt=\"A bridge\" />\n<figcaption>The old bridge <small class=\"credit\">Photo Credit: "
            + "Jane Doe (<a href=\"https://example.org\">Archive</a>)</small></figcaption>\n</figure>\n");

    [Fact]
    public void The_credit_may_be_the_next_paragraph() =>
        Render.Post("![A bridge](bridge.jpg)\n\nCredit: Jane\n\nText").Html.Should().Be(
            "<figure>\n<img src=\"bridge.jpg\" alt=\"A bridge\" />\n<figcaption><small class=\"credit\">Credit: "
            + "Jane</small></figcaption>\n</figure>\n<p>Text</p>\n");

    [Fact]
    public void A_linked_picture_can_be_a_figure() =>
        Html.Parse(Render.Post("[![A](a.jpg \"Caption\")](https://example.org)").Html).QuerySelector("figure > a > img")
            .Should().NotBeNull();

    [Theory]
    [InlineData("![A](a.jpg)")]
    [InlineData("![A](a.jpg \"t\") and text")]
    [InlineData("![A](a.jpg)\ntext")]
    public void Other_pictures_stay_in_their_paragraph(string markdown) =>
        Render.Post(markdown).Html.Should().StartWith("<p><img").And.NotContain("figure");

    [Fact]
    public void Figures_are_in_the_plain_text_but_not_in_an_excerpt_by_length()
    {
        var post = Render.Post("Teaser?\n\n![Alt](a.jpg \"Caption\")\nPhoto Credit: Jane\n\nText.");

        post.PlainText.Should().Contain("Caption").And.Contain("Photo Credit: Jane");
        post.ExcerptText.Should().Be("Teaser? Text.");
    }

    [Fact]
    public void Typography_is_smart() =>
        Render.Post("\"Quoted\" and 'single' -- don't --- `it's`... James' '90s 5'11").PlainText
            .Should().Be("“Quoted” and ‘single’ – don’t — it's… James’ ’90s 5'11");

    [Fact]
    public void Typography_spares_code_and_urls()
    {
        Render.Post("`a -- \"b\"...`").Html.Should().Be("<p><code>a -- &quot;b&quot;...</code></p>\n");
        Render.Post("https://example.org/it's...x").Html.Should().Contain(">https://example.org/it's...x</a>");
    }

    [Fact]
    public void Tables_are_written()
    {
        var table = Html.Parse(Render.Post("| a | b |\n|---|--:|\n| 1 | *2* |").Html);

        table.QuerySelectorAll("th").Select(c => c.TextContent).Should().Equal("a", "b");
        table.QuerySelector("td em")!.TextContent.Should().Be("2");
    }

    [Fact]
    public void Grid_tables_are_written() =>
        Html.Parse(Render.Post("+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+").Html).QuerySelectorAll("td, th")
            .Should().HaveCount(4);

    [Fact]
    public void Task_lists_are_written() =>
        Html.Parse(Render.Post("- [x] done\n- [ ] open").Html).QuerySelectorAll("input[type=checkbox][disabled]").Should().HaveCount(2);

    [Fact]
    public void A_tasks_words_are_its_boxs_label()
    {
        var html = Html.Parse(Render.Post("- [x] done **well**\n\n  at last\n- [ ] open\n- no task").Html);

        html.QuerySelectorAll("label").Select(label => label.TextContent.Trim()).Should().Equal("done well", "open");
        html.QuerySelectorAll("label > input[type=checkbox]:first-child").Should().HaveCount(2);
    }

    [Fact]
    public void Footnotes_lead_there_and_back()
    {
        var html = Html.Parse(Render.Post("One[^a] two[^b].\n\n[^a]: First.\n[^b]: Second.").Html);

        foreach (var link in html.QuerySelectorAll("a[href^='#']"))
        {
            html.QuerySelectorAll("[id]").Count(e => e.Id == link.GetAttribute("href")![1..]).Should().Be(1);
        }

        html.QuerySelectorAll("a.footnote-ref").Should().HaveCount(2);
    }

    [Fact]
    public void Definition_lists_are_written() =>
        Render.Post("Term\n:   Meaning").Html.Should().Contain("<dt>Term</dt>").And.Contain("<dd>Meaning</dd>");

    [Fact]
    public void Code_has_its_language() => Render.Post("```csharp\nvar x = 1 < 2;\n```").Html
        .Should().Be("<pre><code class=\"language-csharp\">var x = 1 &lt; 2;\n</code></pre>\n");

    [Theory]
    [InlineData("| a | b | c | d |\n| :-- | :-: | --: | --- |\n| 1 | 2 | 3 | 4 |")]
    [InlineData("+:--+:-:+--:+---+\n| a | b | c | d |\n+===+===+===+===+\n| 1 | 2 | 3 | 4 |\n+---+---+---+---+")]
    public void Columns_are_aligned_by_classes_because_style_attributes_are_refused_by_a_strict_policy(string markdown)
    {
        var html = Html.Parse(Render.Post(markdown).Html);

        html.QuerySelectorAll("[style]").Should().BeEmpty();
        html.QuerySelectorAll("td").Select(cell => cell.ClassName ?? "").Should().Equal("bk-left", "bk-center", "bk-right", "");
        html.QuerySelector("table")!.GetAttribute("tabindex").Should().Be("0", "a wide table is scrolled by keyboard too");
    }

    [Fact]
    public void Containers_are_written() =>
        Html.Parse(Render.Post("::: warning\nCareful\n:::").Html).QuerySelector("div.warning p")!.TextContent.Should().Be("Careful");

    [Fact]
    public void Emoji_shortcodes_are_written() => Render.Post("Well :smile: :notanemoji:").PlainText.Should().Be("Well 😄 :notanemoji:");

    [Fact]
    public void Front_matter_is_left_out()
    {
        var post = Render.Post("---\ntitle: Secret\n---\n\nText");

        post.Html.Should().Be("<p>Text</p>\n");
        post.PlainText.Should().Be("Text");
    }

    [Fact]
    public void Raw_html_is_text_unless_allowed()
    {
        Render.Post("<b>x</b>").Html.Should().Be("<p>&lt;b&gt;x&lt;/b&gt;</p>\n");
        Render.PostWithHtml("<b>x</b>").Html.Should().Be("<p><b>x</b></p>\n");
    }

    [Fact]
    public void Allowed_raw_html_gives_only_its_text_to_the_plain_text() =>
        Render.PostWithHtml("<div class=\"x\">\nFish &amp; chips<script>alert('a')</script>\n</div>\n\nand <i>more</i>").PlainText
            .Should().NotContainAny("<", "&amp;", "alert").And.Contain("Fish & chips").And.Contain("and more");

    [Fact]
    public void Headings_have_anchors_in_any_script_and_each_only_once()
    {
        var post = Render.Post("# One (two)\n\n## Über uns\n\n## 漢字 かな\n\n# One two\n\n# one-two-2\n\n# !!!\n\n# Don't *stop*");

        post.Headings.Select(h => h.Anchor)
            .Should().Equal("one-two", "über-uns", "漢字-かな", "one-two-2", "one-two-2-2", "section", "dont-stop");
        post.Headings.Select(h => h.Text).Should().StartWith(["One (two)", "Über uns"]).And.EndWith("Don’t stop");
        post.Headings.Select(h => h.Level).Should().Equal(1, 2, 2, 1, 1, 1, 1);
        Html.Parse(post.Html).QuerySelectorAll("h1, h2").Select(h => h.Id).Should().Equal(post.Headings.Select(h => h.Anchor));
    }

    [Theory]
    [InlineData("one two three", 3)]
    [InlineData("don't well-known 3.14", 3)]
    [InlineData("漢字かな", 4)]
    [InlineData("漢字 and かな", 5)]
    [InlineData("안녕하세요 세계", 2)]
    [InlineData("- - -", 0)]
    [InlineData("**a** `b` [c](d)", 3)]
    [InlineData("cafe\u0301 na\u00efve", 2)]
    public void Words_are_counted(string markdown, int words) => Render.Post(markdown).WordCount.Should().Be(words);

    [Fact]
    public void Extensions_can_be_added()
    {
        var renderer = new Internal.MarkdigRenderer(
            new RenderingOptions { ConfigurePosts = b => Markdig.MarkdownExtensions.UseGenericAttributes(b) });

        var html = renderer.RenderPost("# A {#own}\n\n[x](y){onclick=alert(1) style=x data-ok=1}", new PostRendering()).Html;

        html.Should().Contain("id=\"own\"").And.Contain("data-ok=\"1\"").And.NotContain("onclick").And.NotContain("style");
    }

    [Fact]
    public void The_version_changes_with_the_options()
    {
        int Version(RenderingOptions options) => new Internal.MarkdigRenderer(options).Version;

        Render.Default.Version.Should().Be(5);
        Version(new RenderingOptions { ConfigurationVersion = 1 })
            .Should().BeGreaterThan(5).And.NotBe(Version(new RenderingOptions { MaximumNesting = 5 }));
    }

    [Theory]
    [InlineData("javascript")]
    [InlineData("DATA")]
    [InlineData("not a scheme")]
    public void Dangerous_schemes_cannot_be_allowed(string scheme) =>
        FluentActions.Invoking(() => new Internal.MarkdigRenderer(new RenderingOptions { AllowedSchemes = { scheme } }))
            .Should().Throw<ArgumentException>();

    [Fact]
    public void Null_is_refused()
    {
        FluentActions.Invoking(() => Render.Default.RenderPost(null!, new PostRendering())).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => Render.Default.RenderComment("", null!)).Should().Throw<ArgumentNullException>();
    }
}

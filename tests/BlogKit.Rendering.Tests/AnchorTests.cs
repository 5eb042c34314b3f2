namespace BlogKit.Rendering.Tests;

public sealed class AnchorTests
{
    [Theory]
    [InlineData("Comments")]
    [InlineData("Content")]
    [InlineData("Respond")]
    [InlineData("BK thread")]
    [InlineData("bk")]
    [InlineData("Comment 019a00000000700080000000000000ab")]
    public void No_heading_takes_an_id_of_the_page(string heading)
    {
        var post = Render.Post($"## {heading}\n\n## {heading}");

        post.Headings.Select(h => h.Anchor)
            .Should().OnlyHaveUniqueItems().And.OnlyContain(a => a.StartsWith("section-", StringComparison.Ordinal));
        post.Headings.Should().OnlyContain(h => !Internal.AnchorNames.IsReserved(h.Anchor));
    }

    [Fact]
    public void A_link_to_a_heading_that_had_to_move_moves_with_it() =>
        Render.Post("[below](#comments) [text](#the-end)\n\n## Comments\n\n## The end").Html.Should()
            .Contain("href=\"#section-comments\"").And.Contain("href=\"#the-end\"").And.Contain("id=\"section-comments\"");

    [Fact]
    public void An_id_that_an_extension_sets_is_no_id_of_the_page_either()
    {
        var renderer = new Internal.MarkdigRenderer(
            new RenderingOptions { ConfigurePosts = b => Markdig.MarkdownExtensions.UseGenericAttributes(b) });

        var html = renderer.RenderPost("# A {#respond}\n\nText {#bk-thread}\n\n[x](y){#content}", new PostRendering()).Html;

        Html.Parse(html).QuerySelectorAll("[id]").Select(e => e.Id)
            .Should().Equal("section-respond", "section-bk-thread", "section-content");
    }

    [Theory]
    [InlineData("<div id=\"comments\">x</div>", "section-comments")]
    [InlineData("<div class='a' ID='Content'>x</div>", "section-content")]
    [InlineData("<div id=respond>x</div>", "section-respond")]
    [InlineData("<div\nid = \"bk-thread\"\n>x</div>", "section-bk-thread")]
    [InlineData("<div id=\"b&#107;-form\">x</div>", "section-bk-form")]
    [InlineData("words <span id=\"comment-019a00000000700080000000000000ab\">x</span>", "section-comment-019a00000000700080000000000000ab")]
    public void No_raw_html_takes_an_id_of_the_page(string html, string id)
    {
        var written = Html.Parse(Render.PostWithHtml(html).Html);

        written.QuerySelectorAll("[id]").Should().ContainSingle().Which.Id.Should().Be(id);
    }

    [Theory]
    [InlineData("<div id=\"intro\" class=\"comments\" data-id=\"comments\" title='id=\"comments\"'>x</div>\n")]
    [InlineData("<!-- <p id=\"comments\"> -->\n")]
    [InlineData("<script>\nvar a = '<p id=\"comments\">';\n</script>\n")]
    [InlineData("<a href=\"#comments\">what others say</a>\n")]
    [InlineData("<div id=\"bkf-1\" <p id='open\n")]
    public void Other_raw_html_stays_as_it_was_written(string html) => Render.PostWithHtml(html).Html.Should().Contain(html.Trim());

    [Fact]
    public void What_refers_to_raw_html_that_had_to_move_moves_with_it()
    {
        var html = Html.Parse(Render.PostWithHtml(
            "<section id=\"comments\" aria-labelledby=\"content own\"><h2 id=\"content\">A</h2></section>\n\n[there](#comments) <a "
            + "href=\"#comments\">too</a>\n\n## Comments").Html);

        html.QuerySelectorAll("[id]").Select(static e => e.Id).Should().Equal("section-comments", "section-content", "section-comments-2");
        html.QuerySelector("section")!.GetAttribute("aria-labelledby").Should().Be("section-content own");
        html.QuerySelectorAll("a").Select(static e => e.GetAttribute("href")).Should().Equal("#section-comments", "#section-comments");
    }

    [Fact]
    public void Raw_html_without_the_right_to_it_is_text() => Render.Post("<div id=\"comments\">x</div>").Html.Should().NotContain("<div");

    [Fact]
    public void A_prefix_stands_before_every_anchor_and_every_link_to_one()
    {
        var html = Html.Parse(
            Render.Default.RenderPost("# Who\n\nSee [above](#who)[^1].\n\n[^1]: Note.", new PostRendering { AnchorPrefix = "ann-" }).Html);

        html.QuerySelectorAll("[id]").Should().OnlyContain(e => e.Id!.StartsWith("ann-", StringComparison.Ordinal));
        foreach (var link in html.QuerySelectorAll("a[href^='#']"))
        {
            html.QuerySelectorAll("[id]").Select(e => "#" + e.Id).Should().Contain(link.GetAttribute("href"));
        }

        html.QuerySelectorAll("a[href^='#']").Should().HaveCount(3);
    }

    [Fact]
    public void A_prefix_changes_nothing_else_of_a_footnote()
    {
        const string Markdown = "a[^1] b[^x] c[^1]\n\n[^1]: One.\n[^x]: Two.";

        Render.Default.RenderPost(Markdown, new PostRendering { AnchorPrefix = "p-" }).Html
            .Replace("p-fn", "fn", StringComparison.Ordinal).Should().Be(Render.Post(Markdown).Html);
    }

    [Fact]
    public void A_prefix_holds_no_markup() =>
        FluentActions.Invoking(() => Render.Default.RenderPost("", new PostRendering { AnchorPrefix = "\"x" }))
            .Should().Throw<ArgumentException>();
}

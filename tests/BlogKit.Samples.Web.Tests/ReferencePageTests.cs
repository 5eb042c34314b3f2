using AngleSharp.Dom;

namespace BlogKit.Samples.Web.Tests;

/// <summary>The reference page, row by row.</summary>
public sealed class ReferencePageTests(SeededHost host) : IClassFixture<SeededHost>
{
    private const string Path = "/blog/what-keeping-bees-will-not-teach-you";
    private const string Title = "What Keeping Bees Will Not Teach You (Says the Beekeeper)";

    [Fact]
    public async Task Row_1_the_title_has_a_parenthesis_and_the_text_opens_with_a_quotation_and_a_teaser()
    {
        var page = await host.ReadAsync(Path);

        page.QuerySelector("h1")!.Seen().Should().Be(Title);
        page.Title.Should().StartWith(Title);
        var text = page.QuerySelector("article .bk-text")!;
        text.Children[0].Seen().Should().StartWith("“You must be such a patient person,” people say");
        var figure = text.QuerySelector("figure")!;
        var teaser = figure.PreviousElementSibling!;
        teaser.TagName.Should().Be("P");
        teaser.Seen().Should().EndWith("?");
        teaser.TextContent.Trim().Should().NotContain("\n");
        page.QuerySelector("article img")!.ParentElement.Should().BeSameAs(figure, "it is the first picture");
    }

    [Fact]
    public async Task Row_1_the_excerpt_ends_at_the_marker()
    {
        var older = await host.ReadAsync((await host.ReadAsync("/blog")).QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        var teaser = older.QuerySelectorAll("article").Single(article => article.QuerySelector($"a[href='{Path}']") is not null);
        teaser.Seen().Should().Contain("So what do the bees leave for us to work out on our own?");
        teaser.Seen().Should().NotContain("Photo Credit");
    }

    [Fact]
    public async Task Row_2_the_picture_has_a_credit_below_and_is_served()
    {
        var figure = (await host.ReadAsync(Path)).QuerySelector("article figure")!;

        figure.QuerySelector("figcaption")!.Seen().Should().Be("Photo Credit: Inés Valderrama (The Lantern Archive)");
        var picture = figure.QuerySelector("img")!;
        picture.GetAttribute("alt").Should().NotBeNullOrWhiteSpace();
        using var response = await host.Client.GetAsync(picture.GetAttribute("src"));
        response.IsSuccessStatusCode.Should().BeTrue();
        response.Content.Headers.ContentType!.MediaType.Should().Be("image/svg+xml");
    }

    [Fact]
    public async Task Row_3_seven_statements_are_headings_with_anchors_each_over_one_paragraph()
    {
        var page = await host.ReadAsync(Path);

        var headings = page.QuerySelectorAll("article .bk-text h2");
        headings.Should().HaveCount(7);
        headings.Select(heading => heading.Id).Should().OnlyHaveUniqueItems().And.NotContainNulls();
        foreach (var heading in headings)
        {
            heading.NextElementSibling!.TagName.Should().Be("P");
            page.QuerySelector($"nav a[href='#{heading.Id}']")!.Seen().Should().Be(heading.Seen());
        }

        headings.Take(6).Select(heading => heading.NextElementSibling!.NextElementSibling!.TagName).Should().AllBe("H2");
    }

    [Fact]
    public async Task Row_3_quotes_dashes_and_apostrophes_are_typographic()
    {
        var text = (await host.ReadAsync(Path)).QuerySelector("article .bk-text")!.TextContent;

        text.Should().Contain("“They’re all right,”").And.Contain("telephone in a drawer – still ringing – and").And.Contain("’09");
        text.Should().NotContainAny("\"", "'", "--");
    }

    [Fact]
    public async Task Row_4_a_link_leads_to_where_comments_are_written()
    {
        var page = await host.ReadAsync(Path);

        var link = page.QuerySelectorAll("article .bk-text a").Single(a => a.Seen() == "here");
        link.ParentElement!.Seen().Should().Be("You can leave a comment by clicking here.");
        page.QuerySelector(link.GetAttribute("href")!).Should().NotBeNull();
    }

    [Theory]
    [InlineData(Path)]
    [InlineData("/blog/tell-me-about-your-first-sting")]
    [InlineData("/blog/two-cooks-one-jar")]
    public async Task Row_5_the_same_call_to_action_stands_under_every_post(string path)
    {
        var page = await host.ReadAsync(path);

        var block = page.QuerySelectorAll("aside").Single(
            aside => aside.Seen().Contains("Get your copy of the book", StringComparison.Ordinal));
        block.Seen().Should().StartWith("The Patient Hive – nineteen summers");
        block.QuerySelector("a")!.GetAttribute("href").Should().Be("https://books.example.org/the-patient-hive");
    }

    [Fact]
    public async Task Row_6_the_bio_has_credentials_family_and_three_links()
    {
        var bio = (await host.ReadAsync(Path)).QuerySelector(".bk-author")!;

        bio.Seen().Should().Contain("Maren Oduya").And.Contain("Master Beekeeper").And.Contain("her husband Jonas");
        var links = bio.QuerySelectorAll("a[rel~=me]");
        links.Should().HaveCount(3);
        links.Select(link => link.GetAttribute("href")).Should().Contain("https://social.example.org/@maren");
    }

    [Fact]
    public async Task Row_7_the_comment_policy_is_stated() =>
        (await host.ReadAsync(Path)).Body!.Seen().Should()
            .Contain("Please note: I reserve the right to delete comments that are offensive or off-topic.");

    [Fact]
    public async Task Row_8_the_heading_counts_every_approved_comment_and_no_other()
    {
        var page = await host.ReadAsync(Path);

        page.QuerySelector("#comments h2")!.Seen().Should().Be($"23 thoughts on “{Title}”");
        Comments(page).Should().HaveCount(23);
        page.Body!.TextContent.Should().NotContainAny("Best Garden Prices", "Cheap sheds", "Quentin R.", "Is the beginners");
    }

    [Fact]
    public async Task Row_9_eight_roots_are_numbered_in_an_ordered_list()
    {
        var page = await host.ReadAsync(Path);

        var roots = Roots(page);
        roots.Should().HaveCount(8);
        roots[0].ParentElement!.TagName.Should().Be("OL");
        (roots[0].ParentElement!.GetAttribute("start") ?? "1").Should().Be("1");
        roots.Select((root, i) => root.GetAttribute("value") ?? $"{i + 1}").Should().Equal("1", "2", "3", "4", "5", "6", "7", "8");
    }

    [Fact]
    public async Task Row_9_replies_go_five_levels_deep()
    {
        var page = await host.ReadAsync(Path);

        Comments(page).Max(Level).Should().Be(5);
        page.QuerySelectorAll("#comments li > ul > li[id]").Should().HaveCount(23 - 8 + 1, "there is a place for the tombstone, too");
    }

    [Fact]
    public async Task Row_10_a_tombstone_keeps_the_place_of_a_comment_that_is_gone()
    {
        var page = await host.ReadAsync(Path);

        var fifth = Roots(page)[4];
        var tombstone = fifth.QuerySelectorAll("li").Single(item => item.Children.All(child => child.TagName != "ARTICLE"));
        Level(tombstone).Should().Be(2);
        tombstone.Children[0].Seen().Should().Be("This comment is no longer here.");
        var below = tombstone.QuerySelectorAll("article");
        below.Select(Level).Should().Equal(3, 4, 5);
        page.Source.Text.Should().NotContainAny("Roland", "roland@", "Typical. Another", "count your decimals");
    }

    [Fact]
    public async Task Row_11_the_author_is_marked_in_six_threads_by_identity()
    {
        var page = await host.ReadAsync(Path);

        var marked = page.QuerySelectorAll("#comments .bk-by-author");
        marked.Should().OnlyContain(comment => comment.QuerySelector(".p-author")!.Seen() == "Maren Oduya");
        marked.Select(comment => Array.IndexOf(Roots(page), RootOf(comment)) + 1).Distinct().Should().Equal(1, 2, 3, 5, 6, 7);
        marked.Should().OnlyContain(comment => comment.QuerySelector(".bk-badge")!.Seen() == "Author");
        Comments(page).Count(comment => comment.QuerySelector(".p-author")!.Seen() == "Maren Oduya").Should().Be(marked.Length);
    }

    [Fact]
    public async Task Row_12_what_people_wrote_is_left_as_it_was()
    {
        var page = await host.ReadAsync(Path);
        var texts = Comments(page).Select(comment => comment.QuerySelector(".bk-text")!).ToArray();

        texts.Should().Contain(text => text.QuerySelectorAll("p").Length >= 3);
        var quotation = texts.Single(text => text.QuerySelector("blockquote") is not null).QuerySelector("blockquote")!;
        quotation.QuerySelector("ol")!.GetAttribute("start").Should().Be("4");
        quotation.Seen().Should().Be("Nobody becomes humble from being stung.");
        texts.Should().Contain(text => text.TextContent.Contains("left the room!!"));
        texts.Should().Contain(text => text.TextContent.Contains("🐝📮"));
        texts.Should().Contain(
            text => text.TextContent.Contains("definately the best one yet. i dont keep bees i dont even have a balcony"));
        texts.Should().Contain(text => text.TextContent.Trim().EndsWith("she had just lit it when the"));
    }

    [Fact]
    public async Task Row_13_comments_are_closed_and_there_is_no_form()
    {
        var page = await host.ReadAsync(Path);

        page.QuerySelector("#comments")!.Seen().Should().Contain("Comments are closed.");
        page.QuerySelectorAll("#respond form, textarea").Should().BeEmpty();
        page.QuerySelectorAll("#comments .bk-actions a[href*=replyTo]").Should().BeEmpty();
    }

    [Fact]
    public async Task No_address_of_a_commenter_is_on_the_page() =>
        (await host.ReadAsync(Path)).Source.Text.Should().NotContain("@readers.example.org");

    private static IElement[] Comments(IDocument page) => [.. page.QuerySelectorAll("#comments article")];

    private static IElement[] Roots(IDocument page) => [.. page.QuerySelectorAll("#bk-thread > ol > li")];

    private static IElement RootOf(IElement comment) => comment.Ancestors<IElement>().Last(ancestor => ancestor.TagName == "LI");

    private static int Level(IElement comment) =>
        comment.Ancestors<IElement>().Append(comment).Count(element => element.TagName == "LI");
}

using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace BlogKit.Samples.Web.Tests;

public sealed class RouteTests(SeededHost host) : IClassFixture<SeededHost>
{
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    [Fact]
    public void The_console_says_where_the_blog_is() =>
        host.Host.Output.Should().Contain($"{host.Host.Address.ToString().TrimEnd('/')}/blog");

    [Fact]
    public async Task The_root_leads_to_the_blog()
    {
        using var response = await host.Client.GetAsync("/");

        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().Should().Be("/blog");
    }

    [Fact]
    public async Task The_health_check_answers() =>
        (await host.Client.GetStringAsync("/health")).Should().Be("Healthy");

    [Fact]
    public async Task The_list_has_pages_newest_first_without_drafts_scheduled_posts_and_pages()
    {
        var first = await host.ReadAsync("/blog");
        var second = await host.ReadAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        var titles = first.QuerySelectorAll("article h2").Concat(second.QuerySelectorAll("article h2")).Select(title => title.Seen());
        titles.Should().Equal(
            "Tell Me About Your First Sting",
            "Ένα γράμμα από την Κρήτη",
            "Two Cooks, One Jar",
            "A Year in Eleven Hives, Two: The Loud Months",
            "Reading a Hive Without Opening It: A Table, a Scale & 9 Lines of C#",
            "A Year in Eleven Hives, One: The Quiet Months",
            "What Keeping Bees Will Not Teach You (Says the Beekeeper)");
        second.QuerySelector("a[rel=next]").Should().BeNull();
        second.QuerySelector("a[rel=prev]").Should().NotBeNull();
    }

    [Theory]
    [InlineData("/blog/in-defence-of-wasps")]
    [InlineData("/blog/the-long-breath-out")]
    [InlineData("/blog/there-is-no-such-post")]
    [InlineData("/blog/tag/no-such-tag-at-all/x")]
    public async Task What_is_not_published_is_not_found(string path)
    {
        using var response = await host.Client.GetAsync(path);

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/blog/tag/patience", 2)]
    [InlineData("/blog/tag/honey", 2)]
    [InlineData("/blog/category/in-the-apiary", 3)]
    [InlineData("/blog/category/bees", 5)]
    [InlineData("/blog/author/tobias-fenn", 2)]
    [InlineData("/blog/series/a-year-in-eleven-hives", 2)]
    public async Task Tags_categories_with_those_below_them_authors_and_series_list_their_posts(string path, int posts) =>
        (await host.ReadAsync(path)).QuerySelectorAll("article").Should().HaveCount(posts);

    [Fact]
    public async Task A_title_in_another_script_has_an_address_that_works()
    {
        var link = (await host.ReadAsync("/blog"))
            .QuerySelectorAll("article h2 a")
            .Single(a => a.Seen().StartsWith("Ένα γράμμα", StringComparison.Ordinal));

        var page = await host.ReadAsync(link.GetAttribute("href")!);

        Uri.UnescapeDataString(link.GetAttribute("href")!).Should().Be("/blog/ένα-γράμμα-από-την-κρήτη");
        page.QuerySelector("h1")!.Seen().Should().Be("Ένα γράμμα από την Κρήτη");
    }

    [Fact]
    public async Task A_post_by_two_names_both_in_order()
    {
        var page = await host.ReadAsync("/blog/two-cooks-one-jar");

        page.QuerySelectorAll("header a[rel=author]").Select(a => a.Seen()).Should().Equal("Maren Oduya", "Tobias Fenn");
        page.QuerySelectorAll(".bk-author").Should().HaveCount(2);
    }

    [Fact]
    public async Task A_part_of_a_series_links_to_the_others_as_far_as_they_are_published()
    {
        var page = await host.ReadAsync("/blog/the-loud-months");

        page.QuerySelector("a[rel=prev]")!.GetAttribute("href").Should().Be("/blog/the-quiet-months");
        page.QuerySelector("a[rel=next]").Should().BeNull();
    }

    [Fact]
    public async Task Tables_code_footnotes_tasks_and_definitions_are_rendered()
    {
        var text = (await host.ReadAsync("/blog/reading-a-hive-without-opening-it")).QuerySelector("article .bk-text")!;

        text.QuerySelectorAll("table tbody tr").Should().HaveCount(4);
        text.QuerySelector("pre code.language-csharp")!.TextContent.Should().Contain("var verdict = night switch");
        text.QuerySelectorAll("input[type=checkbox]").Should().HaveCount(4);
        text.QuerySelectorAll("dl dt").Should().HaveCount(2);
        text.QuerySelectorAll("a.footnote-ref, sup a").Should().HaveCountGreaterThanOrEqualTo(2);
    }

    [Theory]
    [InlineData("/blog/about", "About")]
    [InlineData("/blog/colophon", "Colophon")]
    public async Task Pages_stand_outside_the_stream(string path, string title) =>
        (await host.ReadAsync(path)).QuerySelector("h1")!.Seen().Should().Be(title);

    [Fact]
    public async Task A_thread_closed_by_age_says_so() =>
        (await host.ReadAsync("/blog/the-quiet-months")).QuerySelector("#comments")!.Seen()
            .Should().Contain("Comments are closed: this post is older");

    [Fact]
    public async Task The_feed_has_the_full_text_with_the_pictures_credit()
    {
        using var response = await host.Client.GetAsync("/blog/feed.xml");
        var feed = XDocument.Parse(await response.Content.ReadAsStringAsync());

        response.Content.Headers.ContentType!.MediaType.Should().Be("application/rss+xml");
        feed.Root!.Attribute("version")!.Value.Should().Be("2.0");
        feed.Root.Element("channel")!.Element("title")!.Value.Should().Be("Smoke & Clover");
        var items = feed.Root.Element("channel")!.Elements("item").ToArray();
        items.Should().HaveCount(7);
        var reference = items[^1];
        reference.Element("title")!.Value.Should().Be("What Keeping Bees Will Not Teach You (Says the Beekeeper)");
        var text = reference.Element(Content + "encoded")!.Value;
        text.Should().Contain("Photo Credit: Inés Valderrama (The Lantern Archive)").And.Contain("see what it doesn’t tell you");
        text.Should().NotContain("src=\"/images", "a reader of feeds has no root to look from");
    }

    [Fact]
    public async Task The_API_lists_posts_and_pages_through_them()
    {
        using var first = JsonDocument.Parse(await host.Client.GetStringAsync("/api/blog/posts"));

        first.RootElement.GetProperty("items").GetArrayLength().Should().Be(5);
        first.RootElement.GetProperty("items")[0].GetProperty("slug").GetString().Should().Be("tell-me-about-your-first-sting");
        first.RootElement.ToString().Should().NotContain("@blog.example.org");
    }

    [Fact]
    public async Task The_API_gives_a_post_and_its_thread()
    {
        var post = await host.Client.GetStringAsync("/api/blog/posts/what-keeping-bees-will-not-teach-you");
        var thread = await host.Client.GetStringAsync("/api/blog/posts/what-keeping-bees-will-not-teach-you/comments?limit=3");

        post.Should().Contain("Says the Beekeeper");
        thread.Should().Contain("Priya N.").And.NotContain("@readers.example.org").And.NotContain("Bronwen", "it is under the fifth root");
    }

    [Fact]
    public async Task Errors_of_the_API_are_problem_details()
    {
        using var response = await host.Client.GetAsync("/api/blog/posts/there-is-no-such-post");

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await response.Content.ReadAsStringAsync()).Should().Contain("post-not-found");
    }

    [Fact]
    public async Task The_style_sheet_is_served()
    {
        var page = await host.ReadAsync("/blog");

        foreach (var sheet in page.QuerySelectorAll("link[rel=stylesheet]"))
        {
            using var response = await host.Client.GetAsync(sheet.GetAttribute("href"));
            response.Content.Headers.ContentType!.MediaType.Should().Be("text/css");
        }
    }
}

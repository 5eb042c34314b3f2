using System.Text.Json;
using System.Text.Json.Nodes;

namespace BlogKit.AspNetCore.Tests;

/// <summary>What pages tell search engines, link previews and other sites.</summary>
public sealed class PageHeadTests : IAsyncLifetime
{
    private const string Post = "/blog/open-for-talk-and-more";
    private Site _site = null!;
    private Browser _browser = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync();
        _browser = _site.Browse();
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_post_has_addresses_a_preview_and_its_times()
    {
        var at = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        await PublishAsync(new NewPost(_site.Blog.Id, "Wax \"and\" <more>", "Text.")
        {
            Tags = ["Honey & Wax"],
            FeaturedImage = new FeaturedImage("/i/a.png", "A \"hive\"") { Width = 800, Height = 600 },
        }, at);

        var page = await _browser.GetAsync("/blog/wax-and-more");

        var address = new Uri(_site.Address, "/blog/wax-and-more").AbsoluteUri;
        page.Attribute("link[rel=canonical]", "href").Should().Be(address);
        page.Attribute("link[hreflang=en]", "href").Should().Be(address);
        page.Attribute("link[hreflang=x-default]", "href").Should().Be(address);
        Property(page, "og:title").Should().Be("Wax \"and\" <more>");
        Property(page, "og:type").Should().Be("article");
        Property(page, "og:url").Should().Be(address);
        Property(page, "og:site_name").Should().Be("Notes from the Hive");
        Property(page, "og:locale").Should().Be("en_US");
        Property(page, "og:description").Should().Be("Text.");
        Property(page, "og:image").Should().Be(new Uri(_site.Address, "/i/a.png").AbsoluteUri);
        Property(page, "og:image:alt").Should().Be("A \"hive\"");
        Property(page, "og:image:width").Should().Be("800");
        Property(page, "article:published_time").Should().Be("2026-03-01T12:00:00Z");
        Property(page, "article:author").Should().Be(new Uri(_site.Address, "/blog/author/ada-keeper").AbsoluteUri);
        Property(page, "article:tag").Should().Be("Honey & Wax");
        page.Attribute("meta[name='twitter:card']", "content").Should().Be("summary_large_image");
        page.First("time.dt-updated").Should().NotBeNull(because: "it was written long after the day it is dated");
    }

    [Fact]
    public async Task A_post_is_told_in_the_terms_of_schema_with_its_first_comments()
    {
        var root = await _site.CommentAsync("Max", "First **words** of </script><script>alert(1)</script> Max");
        await _site.CommentAsync("Eva", "An answer", root.Id);
        await _site.CommentAsync("Zoe", new string('x', 500));

        var page = await _browser.GetAsync(Post);

        var post = Graph(page, "BlogPosting");
        post["headline"]!.GetValue<string>().Should().Be("Open for Talk (and More)");
        post["commentCount"]!.GetValue<int>().Should().Be(3);
        post["author"]![0]!["name"]!.GetValue<string>().Should().Be("Ada Keeper");
        post["isPartOf"]!["@type"]!.GetValue<string>().Should().Be("Blog");
        var comments = post["comment"]!.AsArray();
        comments.Should().HaveCount(2);
        comments[0]!["text"]!.GetValue<string>().Should().StartWith("First words of </script").And.EndWith("Max");
        comments[0]!["comment"]![0]!["author"]![0]!["name"]!.GetValue<string>().Should().Be("Eva");
        comments[1]!["text"]!.GetValue<string>().Should().HaveLength(101).And.EndWith("…");
        page.Html.QuerySelectorAll("script").Should().HaveCount(2, because: "no text can end the element");
        var crumbs = Graph(page, "BreadcrumbList")["itemListElement"]!.AsArray();
        crumbs.Select(static c => c!["name"]!.GetValue<string>()).Should().Equal("Notes from the Hive", "Open for Talk (and More)");
        crumbs.Select(static c => c!["position"]!.GetValue<int>()).Should().Equal(1, 2);
    }

    [Fact]
    public async Task Held_and_hidden_comments_and_names_are_not_told()
    {
        var root = await _site.CommentAsync("Harry", "hidden words");
        await _site.CommentAsync("Eva", "An answer", root.Id);
        await _site.Moderation.TrashAsync(root.BlogId, root.Id, Actor.System);

        var post = Graph(await _browser.GetAsync(Post), "BlogPosting");

        post.ToJsonString().Should().NotContain("hidden words").And.NotContain("Harry");
        post["comment"]!.AsArray().Should().ContainSingle().Which!["text"]!.GetValue<string>().Should().Be("An answer");
    }

    [Fact]
    public async Task How_many_comments_are_told_is_an_option()
    {
        await using var site = await Site.StartAsync(web: static o => o.StructuredComments = 0);
        await site.CommentAsync("Max", "Words");
        using var browser = site.Browse();

        var post = Graph(await browser.GetAsync(Post), "BlogPosting");

        post["comment"].Should().BeNull();
        post["commentCount"]!.GetValue<int>().Should().Be(1);
    }

    [Fact]
    public async Task At_most_five_comments_are_told_in_less_than_three_kilobytes()
    {
        await using var site = await Site.StartAsync(options: static o => o.Threads.RootsPerPage = 50);
        for (var i = 1; i <= 50; i++)
        {
            await site.CommentAsync(
                $"Commenter number {i}", $"Comment number {i}: " + string.Join(' ', Enumerable.Repeat("some words that people write", 8)));
        }

        using var browser = site.Browse();
        var page = await browser.GetAsync(Post);

        Graph(page, "BlogPosting")["comment"]!.AsArray().Should().HaveCount(5);
        page.Html.QuerySelectorAll(".bk-comment").Should().HaveCount(50);
        System.Text.Encoding.UTF8.GetByteCount(page.First("script[type='application/ld+json']")!).Should().BeLessThan(3 * 1024);
    }

    [Theory]
    [InlineData("Bees &amp; **wax**", "Bees & wax")]
    [InlineData("a &lt; b &gt; c &nosuch; d", "a < b > c &nosuch; d")]
    [InlineData("one\n\n- two\n- three", "one two three")]
    [InlineData("&", "&")]
    public async Task A_comment_is_told_as_it_is_read(string markdown, string text) =>
        (await ToldAsync(markdown)).Should().Be(text);

    [Fact]
    public async Task A_long_comment_is_told_by_its_first_hundred_characters()
    {
        (await ToldAsync(new string('x', 100))).Should().Be(new string('x', 100));
        (await ToldAsync(new string('x', 101))).Should().Be(new string('x', 100) + "…");
        (await ToldAsync(new string('x', 99) + "🐝🐝")).Should().Be(new string('x', 99) + "…");
        (await ToldAsync(new string('x', 100) + " y")).Should().Be(new string('x', 100) + "…");
    }

    [Fact]
    public async Task The_first_page_is_a_blog_and_an_author_is_a_person()
    {
        Graph(await _browser.GetAsync("/blog"), "Blog")["name"]!.GetValue<string>().Should().Be("Notes from the Hive");

        var author = await _browser.GetAsync("/blog/author/ada-keeper");
        var person = Graph(author, "ProfilePage")["mainEntity"]!;
        person["@type"]!.GetValue<string>().Should().Be("Person");
        person["honorificSuffix"]!.GetValue<string>().Should().Be("Beekeeper, M.Sc.");
        person["sameAs"]![0]!.GetValue<string>().Should().Be("https://code.example.org/ada");
        Property(author, "og:type").Should().Be("profile");
        Graph(await _browser.GetAsync("/blog/archive"), "BreadcrumbList")["itemListElement"]!.AsArray().Should().HaveCount(2);
    }

    [Theory]
    [InlineData("/blog/search?q=x")]
    [InlineData("/blog/nothing")]
    [InlineData(Post + "?sort=newest")]
    public async Task Pages_that_are_not_to_be_listed_tell_nothing(string path)
    {
        var page = await _browser.GetAsync(path);

        page.Attribute("meta[name=robots]", "content").Should().Be("noindex");
        page.Html.QuerySelector("script[type='application/ld+json'], meta[property], link[hreflang]").Should().BeNull();
    }

    [Fact]
    public async Task Other_sites_can_read_a_post_and_a_list_by_their_classes()
    {
        await _site.PublishAsync(new NewPost(_site.Blog.Id, "Wax", "Text of wax.") { Tags = ["Honey"] });

        var entry = (await _browser.GetAsync("/blog/wax")).Html.QuerySelector(".h-entry")!;
        entry.QuerySelector(".p-name")!.TextContent.Should().Be("Wax");
        entry.QuerySelector(".e-content")!.TextContent.Trim().Should().Be("Text of wax.");
        entry.QuerySelector("time.dt-published")!.GetAttribute("datetime").Should().EndWith("Z");
        entry.QuerySelector("a.u-url")!.GetAttribute("href").Should().Be("/blog/wax");
        entry.QuerySelector(".p-category")!.TextContent.Should().Be("Honey");
        entry.QuerySelectorAll(".p-author.h-card")
            .Should().ContainSingle().Which.QuerySelector(".p-name")!.TextContent.Should().Be("Ada Keeper");
        entry.QuerySelector("a[rel~=me]").Should().NotBeNull();

        var feed = (await _browser.GetAsync("/blog")).Html.QuerySelector(".h-feed")!;
        feed.QuerySelectorAll(".h-entry").Should().HaveCount(2);
        feed.QuerySelector(".h-entry a.p-name.u-url")!.GetAttribute("href").Should().Be("/blog/wax");
        feed.QuerySelector(".h-entry .p-summary")!.TextContent.Trim().Should().Be("Text of wax.");
        feed.QuerySelector(".h-entry .p-author.h-card")!.TextContent.Should().Be("Ada Keeper");
    }

    private async Task<string> ToldAsync(string markdown)
    {
        await _site.CommentAsync("Max", markdown);
        return Graph(await _browser.GetAsync(Post), "BlogPosting")["comment"]!.AsArray()[^1]!["text"]!.GetValue<string>();
    }

    private static string? Property(WebPage page, string name) => page.Attribute($"meta[property='{name}']", "content");

    private static JsonNode Graph(WebPage page, string type)
    {
        var document = JsonNode.Parse(
            page.Html.QuerySelector("script[type='application/ld+json']")!.TextContent, documentOptions: new JsonDocumentOptions())!;
        document["@context"]!.GetValue<string>().Should().Be("https://schema.org");
        return document["@graph"]!.AsArray().Single(node => node!["@type"]!.GetValue<string>() == type)!;
    }

    private async Task PublishAsync(NewPost post, DateTimeOffset at)
    {
        var actor = Actor.Author(_site.Author);
        var draft = (await _site.Posts.CreateAsync(post with { AuthorIds = [_site.Author.Id] }, actor)).Value;
        (await _site.Posts.PublishAsync(draft.BlogId, draft.Id, at, actor, draft.Version)).EnsureSucceeded();
    }
}

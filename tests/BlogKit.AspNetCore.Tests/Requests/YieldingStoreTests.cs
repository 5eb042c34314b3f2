using System.Net;

namespace BlogKit.AspNetCore.Tests;

/// <summary>
/// Every page under a store whose calls are never done at once and go on elsewhere, as over a network: nothing may depend on a context.
/// </summary>
public sealed class YieldingStoreTests
{
    private const string Post = "/blog/open-for-talk-and-more";

    public static TheoryData<string, int> Pages => new()
    {
        { "/blog", 200 },
        { Post, 200 },
        { Post + "?sort=newest", 200 },
        { "/blog/about", 200 },
        { "/blog/author/ada-keeper", 200 },
        { "/blog/tag/bees", 200 },
        { "/blog/tags", 200 },
        { "/blog/categories", 200 },
        { "/blog/archive", 200 },
        { "/blog/search?q=text", 200 },
        { "/blog/secret", 200 },
        { "/blog/nowhere", 404 },
        { "/blog/comments/nonsense/flag", 404 },
        { "/blog/embed/open-for-talk-and-more", 200 },
        { "/blog/feed.xml", 200 },
        { "/blog/sitemap.xml", 200 },
        { "/api/blog/posts", 200 },
        { "/blog/desk/comments", 200 },
        { "/blog/desk/posts", 200 },
        { "/blog/desk/posts/new", 200 },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_whole(string path, int status)
    {
        await using var site = await WriterSite.StartAsync(gate: StoreGate.Yielding);
        await site.PublishAsync(new NewPost(site.Blog.Id, "About", "Us.") { Kind = PostKind.Page });
        await site.PublishAsync(new NewPost(site.Blog.Id, "Bees", "Text.") { Tags = ["bees"] });
        await site.PublishAsync(
            new NewPost(site.Blog.Id, "Secret", "The hidden text.") { Visibility = PostVisibility.Password, Password = "honey" });
        using var browser = site.Browse(path.Contains("/desk", StringComparison.Ordinal) ? WriterSite.Administrator : null);

        var page = await browser.GetAsync(path);

        page.Status.Should().Be((HttpStatusCode)status);
        if (page.Html.QuerySelector("header.bk-site nav") is { } header)
        {
            header.TextContent.Should().Contain("About");
        }
    }

    [Fact]
    public async Task A_layout_that_asks_the_store_itself_is_rendered_whole()
    {
        await using var site = await Site.StartAsync(gate: StoreGate.Yielding, web: static o => o.Layout = typeof(AskingLayout));
        using var browser = site.Browse();

        var page = await browser.GetAsync(Post);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.First("#newest").Should().Be("Open for Talk (and More)");
        page.Text.Should().Contain("The <em>text</em> of the post.");
    }
}

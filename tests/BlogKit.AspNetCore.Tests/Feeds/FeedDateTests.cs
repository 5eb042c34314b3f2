using System.Net;

namespace BlogKit.AspNetCore.Tests;

/// <summary>A feed that changed is sent, whatever the times of what is in it.</summary>
public sealed class FeedDateTests
{
    [Theory]
    [InlineData("/blog/feed.xml")]
    [InlineData("/blog/feed.atom")]
    [InlineData("/blog/feed.json")]
    [InlineData("/blog/author/ada-keeper/feed.xml")]
    public async Task A_feed_that_lost_an_entry(string path)
    {
        await using var site = await Site.StartAsync();
        await site.PublishAsync(new NewPost(site.Blog.Id, "Newer", "Text."));
        using var browser = site.Browse();
        var first = (await browser.GetAsync(path)).Response;
        var older = (await site.Posts.GetAsync(site.Post.BlogId, site.Post.Id, Actor.System)).Value;
        (await site.Posts.ReturnToDraftAsync(older.BlogId, older.Id, Actor.System, older.Version)).EnsureSucceeded();

        var second = await SinceAsync(browser, path, first.Content.Headers.LastModified!.Value);

        second.StatusCode.Should().Be(HttpStatusCode.OK);
        second.Headers.ETag.Should().NotBe(first.Headers.ETag);
    }

    [Fact]
    public async Task A_feed_that_is_as_it_was()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Browse();
        var first = (await browser.GetAsync("/blog/feed.xml")).Response;
        site.Get<BlogChanges>().Announce(new BlogChange(site.Blog.Id, BlogChangeKind.Taxonomy));

        (await SinceAsync(browser, "/blog/feed.xml", first.Content.Headers.LastModified!.Value)).StatusCode
            .Should().Be(HttpStatusCode.NotModified);
        (await SinceAsync(browser, "/blog/feed.xml", first.Content.Headers.LastModified!.Value.AddSeconds(-1))).StatusCode
            .Should().Be(HttpStatusCode.OK);
        (await SinceAsync(browser, "/blog/feed.xml", first.Content.Headers.LastModified!.Value.AddYears(1))).StatusCode
            .Should().Be(HttpStatusCode.OK, because: "nobody was told a time to come");
    }

    private static Task<HttpResponseMessage> SinceAsync(Browser browser, string path, DateTimeOffset since)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfModifiedSince = since;
        return browser.Client.SendAsync(request);
    }
}

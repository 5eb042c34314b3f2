using System.Net;
using System.Xml.Linq;
using BlogKit.AspNetCore.Internal;

namespace BlogKit.AspNetCore.Tests;

public sealed class FeedTests : IAsyncLifetime
{
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Slash = "http://purl.org/rss/1.0/modules/slash/";
    private Site _site = null!;
    private Browser _browser = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync();
        _browser = _site.Browse();
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task The_feed_has_the_whole_text_with_absolute_addresses()
    {
        await _site.PublishAsync(new NewPost(
            _site.Blog.Id,
            "Links & \"more\"",
            "[a](/about) [b](other) [c](https://example.org/?a=1&b=2) ![p](pic.png)\n\n## Head\n\nEnd of the text.")
        {
            Tags = ["Honey"],
        });
        await _site.CommentAsync("Max", "One");

        var page = await _browser.GetAsync("/blog/feed.xml");
        page.Response.Content.Headers.ContentType!.ToString().Should().Be("application/rss+xml; charset=utf-8");
        var channel = XDocument.Parse(page.Text).Root!.Element("channel")!;
        var host = _site.Address.GetLeftPart(UriPartial.Authority);

        channel.Element("title")!.Value.Should().Be("Notes from the Hive");
        channel.Element("link")!.Value.Should().Be(host + "/blog");
        channel.Element(Atom + "link")!.Attribute("href")!.Value.Should().Be(host + "/blog/feed.xml");
        var items = channel.Elements("item").ToArray();
        items.Select(i => i.Element("title")!.Value).Should().Equal("Links & \"more\"", "Open for Talk (and More)");
        items[1].Element(Slash + "comments")!.Value.Should().Be("1");
        items[0].Element("category")!.Value.Should().Be("Honey");
        var html = items[0].Element(Content + "encoded")!.Value;
        html.Should().Contain("End of the text.")
            .And.Contain($"href=\"{host}/about\"")
            .And.Contain($"href=\"{host}/blog/other\"")
            .And.Contain("href=\"https://example.org/?a=1&amp;b=2\"")
            .And.Contain($"src=\"{host}/blog/pic.png\"");
        items[0].Element("link")!.Value.Should().Be(host + "/blog/links-more");
    }

    [Fact]
    public async Task The_blogs_own_address_is_used_where_it_has_one()
    {
        await _site.Get<BlogService>().UpdateAsync(_site.Blog with { BaseUrl = new Uri("https://bees.example/notes/") }, Actor.System);

        var channel = XDocument.Parse((await _browser.GetAsync("/blog/feed.xml")).Text).Root!.Element("channel")!;

        channel.Element("link")!.Value.Should().Be("https://bees.example/notes");
        channel.Element("item")!.Element("link")!.Value.Should().Be("https://bees.example/notes/open-for-talk-and-more");
        (await _browser.GetAsync("/blog/open-for-talk-and-more")).Attribute("link[rel=canonical]", "href")
            .Should().Be("https://bees.example/notes/open-for-talk-and-more");
    }

    [Fact]
    public async Task An_unchanged_feed_is_not_sent_again()
    {
        var first = (await _browser.GetAsync("/blog/feed.xml")).Response;
        (await ConditionalAsync(r => r.Headers.IfNoneMatch.Add(first.Headers.ETag!))).Should().Be(HttpStatusCode.NotModified);
        (await ConditionalAsync(r => r.Headers.IfModifiedSince = first.Content.Headers.LastModified))
            .Should().Be(HttpStatusCode.NotModified);

        await _site.CommentAsync("Max", "One");
        _site.Get<BlogChanges>().Announce(new BlogChange(_site.Blog.Id, BlogChangeKind.Thread));
        (await ConditionalAsync(r => r.Headers.IfNoneMatch.Add(first.Headers.ETag!)))
            .Should().Be(HttpStatusCode.OK, because: "the count changed");
    }

    [Fact]
    public async Task Characters_xml_cannot_hold_are_left_out()
    {
        await _site.PublishAsync(new NewPost(_site.Blog.Id, "Odd", "bell \u0007 and \uffff and 🐝 end"));

        var item = XDocument.Parse((await _browser.GetAsync("/blog/feed.xml")).Text).Descendants("item").First();

        item.Element(Content + "encoded")!.Value.Should().Contain("bell").And.Contain("🐝").And.NotContain("\u0007");
    }

    [Theory]
    [InlineData("<a href=\"/x\">", "<a href=\"https://h.example/x\">")]
    [InlineData("<a HREF='y'>", "<a HREF='https://h.example/blog/y'>")]
    [InlineData("<a href=\"#fn1\">", "<a href=\"https://h.example/blog/post#fn1\">")]
    [InlineData("<a href=\"mailto:a@example.org\">", "<a href=\"mailto:a@example.org\">")]
    [InlineData("<a data-href=\"/x\" title='> href=\"/q\"'>", "<a data-href=\"/x\" title='> href=\"/q\"'>")]
    [InlineData("<!-- <a href=\"/x\"> -->", "<!-- <a href=\"/x\"> -->")]
    [InlineData("1 < 2 <", "1 < 2 <")]
    [InlineData("<img src=\"//cdn.example/a.png\"/>", "<img src=\"https://cdn.example/a.png\"/>")]
    [InlineData("<img alt=\"a\" src=\"b.png", "<img alt=\"a\" src=\"b.png")]
    public void Addresses_become_absolute_and_nothing_else_changes(string html, string expected) =>
        AbsoluteUrls.In(html, new Uri("https://h.example/blog/post")).Should().Be(expected);

    private async Task<HttpStatusCode> ConditionalAsync(Action<HttpRequestMessage> condition)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/blog/feed.xml");
        condition(request);
        return (await _browser.Client.SendAsync(request)).StatusCode;
    }
}

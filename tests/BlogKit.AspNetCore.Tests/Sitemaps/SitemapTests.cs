using System.Net;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;

namespace BlogKit.AspNetCore.Tests;

public sealed class SitemapTests
{
    private static readonly XNamespace Space = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task The_sitemap_lists_what_readers_find_and_search_engines_may()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Browse();
        await site.PublishAsync(new NewPost(site.Blog.Id, "Secret", "x") { Visibility = PostVisibility.Password, Password = "word" });
        await site.PublishAsync(new NewPost(site.Blog.Id, "Hidden", "x") { Visibility = PostVisibility.Unlisted });
        await site.PublishAsync(new NewPost(site.Blog.Id, "Unwanted", "x") { Seo = new SeoFields { NoIndex = true } });
        await site.PublishAsync(new NewPost(site.Blog.Id, "About us", "x") { Kind = PostKind.Page });
        await site.PublishAsync(
            new NewPost(site.Blog.Id, "Pictured", "x") { Tags = ["Bee keeping"], FeaturedImage = new FeaturedImage("/a.png", "A") });

        var page = await browser.GetAsync("/blog/sitemap.xml");

        var host = site.Address.GetLeftPart(UriPartial.Authority);
        page.Response.Content.Headers.ContentType!.ToString().Should().Be("application/xml; charset=utf-8");
        var urls = XDocument.Parse(page.Text).Root!.Elements(Space + "url").ToArray();
        urls.Select(u => u.Element(Space + "loc")!.Value[host.Length..]).Should().BeEquivalentTo(
            "/blog",
            "/blog/pictured",
            "/blog/open-for-talk-and-more",
            "/blog/about-us",
            "/blog/author/ada-keeper",
            "/blog/tag/bee-keeping");
        page.Text.Should().Contain(host + "/a.png");
        urls[1].Element(Space + "lastmod")!.Value.Should().MatchRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}T.*Z$");
        (await browser.GetAsync("/blog/sitemap-1.xml")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_long_sitemap_is_an_index_with_parts()
    {
        await using var site = await Site.StartAsync(web: o => o.SitemapSize = 100);
        using var browser = site.Browse();
        for (var i = 0; i < 120; i++)
        {
            await site.PublishAsync(new NewPost(site.Blog.Id, $"Post {i}", "x"));
        }

        var index = XDocument.Parse((await browser.GetAsync("/blog/sitemap.xml")).Text).Root!;
        var parts = index.Elements(Space + "sitemap").Select(s => new Uri(s.Element(Space + "loc")!.Value).AbsolutePath).ToArray();

        index.Name.LocalName.Should().Be("sitemapindex");
        parts.Should().Equal("/blog/sitemap-1.xml", "/blog/sitemap-2.xml");
        var all = new List<string>();
        foreach (var part in parts)
        {
            all.AddRange(XDocument.Parse((await browser.GetAsync(part)).Text).Root!
                .Elements(Space + "url")
                .Select(u => u.Element(Space + "loc")!.Value));
        }

        all.Should().HaveCount(123).And.OnlyHaveUniqueItems();
        foreach (var wrong in new[] { "3", "0", "-1", "x", "99999999999", "1 " })
        {
            (await browser.GetAsync($"/blog/sitemap-{wrong}.xml")).Status.Should().Be(HttpStatusCode.NotFound);
        }
    }

    [Theory]
    [InlineData("/", null, "/robots.txt", true)]
    [InlineData("/", false, "/robots.txt", false)]
    [InlineData("/blog", null, "/robots.txt", false)]
    [InlineData("/blog", true, "/robots.txt", true)]
    public async Task Robots_are_told_where_the_file_is_the_blogs(string prefix, bool? robots, string path, bool isThere)
    {
        await using var site = await Site.StartAsync(map: app => app.MapBlogKit(prefix, o => o.Robots = robots));
        using var browser = site.Browse();

        var page = await browser.GetAsync(path);

        page.Status.Should().Be(isThere ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        if (isThere)
        {
            page.Text.Should().Contain($"Sitemap: {site.Address.GetLeftPart(UriPartial.Authority)}{prefix.TrimEnd('/')}/sitemap.xml");
        }
    }
}

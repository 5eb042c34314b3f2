using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BlogKit.AspNetCore.Tests;

/// <summary>
/// What was written for one address and is shown at another: mentions across pages of a thread, excerpts on lists, faces of posts in
/// previews.
/// </summary>
public sealed class ShownElsewhereTests
{
    [Fact]
    public async Task A_mention_leads_to_the_page_that_its_comment_stands_on()
    {
        await using var site = await Site.StartAsync(options: static o => o.Threads.RootsPerPage = 2);
        using var browser = site.Browse();
        var zoe = await site.CommentAsync("Zoe", "The first of them.");
        await site.CommentAsync("Max", "The second.");
        await site.CommentAsync("Eva", "@Zoe I agree.");
        var first = await browser.GetAsync("/blog/" + site.Post.Slug);
        var second = await browser.GetAsync(first.Attribute("a[rel~=next]", "href")!);

        var link = second.Attribute(".bk-text a.bk-mention", "href");

        second.All(".bk-comment .bk-text").Should().Equal("@Zoe I agree.");
        var found = await browser.FollowAsync(await browser.GetAsync(link!));
        found.All($"#comment-{zoe.Id} .bk-text").Should().Equal("The first of them.");
    }

    [Fact]
    public async Task A_mention_in_the_thread_of_the_interface_and_in_the_feed_is_no_bare_fragment()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Browse();
        var zoe = await site.CommentAsync("Zoe", "The first of them.");
        await site.CommentAsync("Eva", "@Zoe I agree.");

        var thread = (await browser.GetAsync($"/api/blog/posts/{site.Post.Slug}/comments")).Text;
        var feed = (await browser.GetAsync($"/blog/{site.Post.Slug}/feed.json")).Text;

        foreach (var text in new[] { thread, feed })
        {
            var html = string.Concat(JsonDocument.Parse(text).RootElement.EnumerateObject().SelectMany(static p => Texts(p.Value)));
            html.Should().Contain(new Uri(site.Address, $"/blog/comments/{zoe.Id}").AbsoluteUri).And.NotContain("href=\"#comment-");
        }
    }

    [Theory]
    [InlineData("<img src=b.jpg>", "<img src=\"/blog/b.jpg\">")]
    [InlineData("<a href = b/c>x</a>", "<a href = \"/blog/b/c\">x</a>")]
    [InlineData("<a href=#n>x</a>", "<a href=\"/blog/reed#n\">x</a>")]
    [InlineData("<IMG alt='a>b' SRC='b.jpg'/>", "<IMG alt='a>b' SRC='/blog/b.jpg'/>")]
    [InlineData("<img srcset=\"b.jpg 1x, c,d.jpg 2x,/e.jpg\">", "<img srcset=\"/blog/b.jpg 1x, /blog/c,d.jpg 2x,/e.jpg\">")]
    [InlineData("<source srcset=b.jpg>", "<source srcset=\"/blog/b.jpg\">")]
    [InlineData("<object data=\"o.svg\" type=\"href=x\">", "<object data=\"/blog/o.svg\" type=\"href=x\">")]
    [InlineData(
        "<blockquote cite=\"c\"><form action=\"s\"><button formaction=t>",
        "<blockquote cite=\"/blog/c\"><form action=\"/blog/s\"><button formaction=\"/blog/t\">")]
    [InlineData("<svg><use href=\"#a\"/><use xlink:href=\"#b\"/></svg>", "<svg><use href=\"#a\"/><use xlink:href=\"#b\"/></svg>")]
    [InlineData(
        "<p data=\"b\" title=\"src=b.jpg\" hrefs=\"c\" href>a < b src=c", "<p data=\"b\" title=\"src=b.jpg\" hrefs=\"c\" href>a < b src=c")]
    [InlineData("<a href=\"b.jpg", "<a href=\"b.jpg")]
    [InlineData("<a href=https://x.example/a?b#c>", "<a href=https://x.example/a?b#c>")]
    public void Every_address_of_raw_HTML_leads_where_it_was_written_to(string html, string shown) =>
        Internal.AbsoluteUrls.On(html, "/blog/reed").Should().Be(shown);

    [Theory]
    [InlineData("/blog")]
    [InlineData("/blog/tag/reed")]
    [InlineData("/blog/author/ada-keeper")]
    [InlineData("/blog/archive/2026/03")]
    [InlineData("/blog/series/dykes")]
    public async Task An_excerpt_shows_and_leads_to_what_the_post_does(string list)
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Browse();
        var series = (await site.Get<TaxonomyService>().CreateSeriesAsync(new NewSeries(site.Blog.Id, "Dykes"), Actor.System)).Value;
        var draft = (await site.Posts.CreateAsync(
            new NewPost(
                site.Blog.Id,
                "Reed",
                "![b](pics/b.jpg) see [the end](#the-end), [a page](../other?x=1), "
                    + "[a path](/top) and [a host](https://elsewhere.example/a).\n\n<!--more-->\n\n## The end")
            {
                AuthorIds = [site.Author.Id],
                Tags = ["reed"],
                SeriesId = series.Id,
            },
            Actor.Author(site.Author))).Value;
        await site.Posts.PublishAsync(
            draft.BlogId, draft.Id, new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), Actor.Author(site.Author), draft.Version);

        var page = await browser.GetAsync(list);
        var excerpt = page.Html.QuerySelector("article:has(a[href='/blog/reed'])")!;

        new Uri(new Uri(site.Address, list), excerpt.QuerySelector("img")!.GetAttribute("src")!).AbsolutePath
            .Should().Be("/blog/pics/b.jpg");
        excerpt.QuerySelectorAll("p a").Select(a => new Uri(new Uri(site.Address, list), a.GetAttribute("href")!).PathAndQuery
            + new Uri(new Uri(site.Address, list), a.GetAttribute("href")!).Fragment)
            .Should().ContainInOrder("/blog/reed#the-end", "/other?x=1", "/top", "/a");
    }

    [Fact]
    public async Task A_description_is_short_and_ends_with_a_word()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Browse();
        await site.PublishAsync(new NewPost(site.Blog.Id, "Long", string.Join(' ', Enumerable.Repeat("reeds", 300))));

        var page = await browser.GetAsync("/blog/long");

        foreach (var selector in new[] { "meta[name=description]", "meta[property='og:description']" })
        {
            page.Attribute(selector, "content")
                .Should().MatchRegex("^(reeds )+reeds…$").And.Match(static text => text.Length > 120 && text.Length <= 160);
        }
    }

    [Fact]
    public async Task The_first_picture_of_a_text_stands_for_a_post_without_another()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Browse();
        await site.PublishAsync(
            new NewPost(site.Blog.Id, "Pictured", "Some words first.\n\n![A dyke](pics/dyke.jpg)\n\n![Another](/pics/other.jpg)"));

        var page = await browser.GetAsync("/blog/pictured");

        page.Attribute("meta[property='og:image']", "content").Should().Be(new Uri(site.Address, "/blog/pics/dyke.jpg").AbsoluteUri);
        page.Attribute("meta[property='og:image:alt']", "content").Should().Be("A dyke");
    }

    [Fact]
    public async Task A_post_was_never_changed_before_it_came_out()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var site = await Site.StartAsync(builder: kit => kit.Services.AddSingleton<TimeProvider>(clock));
        using var browser = site.Browse();
        var draft = (await site.Posts.CreateAsync(
            new NewPost(site.Blog.Id, "Later", "Text.") { AuthorIds = [site.Author.Id] }, Actor.Author(site.Author))).Value;
        (await site.Posts.ScheduleAsync(
            draft.BlogId, draft.Id, clock.GetUtcNow().AddDays(1), Actor.Author(site.Author), draft.Version)).Succeeded
            .Should().BeTrue();
        clock.Advance(TimeSpan.FromDays(2));

        var page = await browser.GetAsync("/blog/later");

        Time(page, "article:modified_time").Should().BeOnOrAfter(Time(page, "article:published_time"));
    }

    private static DateTimeOffset Time(WebPage page, string property) =>
        DateTimeOffset.Parse(page.Attribute($"meta[property='{property}']", "content")!, System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(static p => Texts(p.Value)),
        _ => [],
    };
}

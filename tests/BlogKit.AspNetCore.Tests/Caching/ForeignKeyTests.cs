using System.Net;
using BlogKit.AspNetCore.Internal;

namespace BlogKit.AspNetCore.Tests;

/// <summary>What strangers put into addresses and cookies neither forges a key of something kept nor fills the memory.</summary>
public sealed class ForeignKeyTests
{
    private const string Post = "/blog/open-for-talk-and-more";

    [Fact]
    public async Task A_line_feed_in_a_value_is_no_other_page()
    {
        await using var site = await Site.StartAsync();
        var comment = await site.CommentAsync("Max", "First words.");
        using var forger = site.Browse();
        using var visitor = site.Browse();

        await forger.GetAsync($"{Post}?sort=newest%0Acomment={comment.Id}");
        var page = await visitor.GetAsync($"{Post}?sort=newest&comment={comment.Id}");

        page.Html.QuerySelector($"#comment-{comment.Id}")!.ToString().Should().NotBeNull();
        site.Get<PageCache>().Count.Should().Be(1);
    }

    [Theory]
    [InlineData(Post + "?sort=sideways")]
    [InlineData(Post + "?sort=newest%0A")]
    [InlineData(Post + "?sort=newest&sort=oldest")]
    [InlineData(Post + "?comment=nonsense")]
    [InlineData(Post + "?comment=01890a5d-ac96-774b-bcce-b302099a8057")]
    [InlineData(Post + "?comments=nonsense")]
    [InlineData(Post + "?replyTo=01890a5d-ac96-774b-bcce-b302099a8057")]
    [InlineData("/blog?cursor=nonsense")]
    [InlineData("/blog/tags?cursor=nonsense")]
    [InlineData("/blog/archive?sort=newest")]
    [InlineData("/blog?utm_source=x")]
    [InlineData("/blog?cursor=a&cursor=b")]
    public async Task For_what_was_not_understood_nothing_is_kept(string path)
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Browse();

        await browser.GetAsync(path);

        site.Get<PageCache>().Count.Should().Be(0);
    }

    [Theory]
    [InlineData("/blog", "/blog?utm_source=letter&fbclid=1")]
    [InlineData("/blog", "/blog?sort=newest")]
    [InlineData("/blog/tags", "/blog/tags?cursor=x")]
    [InlineData(Post + "?sort=newest", Post + "?SORT=newest&ref=elsewhere")]
    public async Task An_unknown_parameter_misses_nothing(string known, string asked)
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Browse();
        var page = await browser.GetAsync(known);

        WebPage? same = null;
        var commands = await CommandCount.OfAsync(site, async () => same = await browser.GetAsync(asked));

        commands.Should().BeEmpty();
        same!.Text.Should().Be(page.Text);
    }

    [Theory]
    [InlineData("consent=1")]
    [InlineData("bk.elsewhere=1")]
    [InlineData("bk.guest=short")]
    [InlineData("bk.post.nonsense=1")]
    public async Task A_foreign_cookie_misses_nothing(string cookie)
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Browse();
        await browser.GetAsync("/blog");

        var commands = await CommandCount.OfAsync(site, async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/blog") { Headers = { { "Cookie", cookie } } };
            (await browser.Client.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.OK);
        });

        commands.Should().BeEmpty();
    }

    [Fact]
    public async Task A_kept_page_has_nothing_of_its_first_readers_cookies()
    {
        await using var site = await Site.StartAsync(web: static o => o.Layout = typeof(CookieLayout));
        using var browser = site.Browse();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/blog") { Headers = { { "Cookie", "theme=dark" } } };

        var first = await browser.SendAsync(request);
        var second = await browser.GetAsync("/blog");

        first.Status.Should().Be(HttpStatusCode.OK);
        second.First("#theme").Should().Be("none");
    }

    [Fact]
    public async Task A_parameter_of_the_applications_own_is_answered_for_itself()
    {
        var folder = Directory.CreateTempSubdirectory("blogkit-").FullName;
        await using (var site = await Site.StartAsync(
            web: static o => o.PageCache.OwnParameters.Add("theme"), database: Path.Combine(folder, "blog.db")))
        {
            using var browser = site.Browse();
            await browser.GetAsync("/blog");

            var commands = await CommandCount.OfAsync(site, () => browser.GetAsync("/blog?theme=dark"));

            commands.Should().NotBeEmpty();
            site.Get<PageCache>().Count.Should().Be(1);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("a", "b\nc", "a\nb", "c")]
    [InlineData("a:1", "b", "a", "1:b")]
    [InlineData("1:a", "", "1", "a")]
    [InlineData("", null, null, "")]
    [InlineData("a\0", "b", "a", "\0b")]
    public void No_two_lists_of_parts_give_one_key(string? a, string? b, string? c, string? d) =>
        JoinedKey.Of(a, b).Should().NotBe(JoinedKey.Of(c, d));
}

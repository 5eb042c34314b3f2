using BlogKit.AspNetCore.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

/// <summary>A blog has its days in one zone: archive, dates beside posts, feeds and desk agree.</summary>
public sealed class BlogDayTests
{
    private const string Slug = "after-midnight";

    [Theory]
    [InlineData("UTC", "2026-01-01T00:30:00+01:00", "2025/12", "31 December 2025", "2025-12-31T23:30:00Z", "Wed, 31 Dec 2025 23:30:00 GMT")]
    [InlineData(
        "Europe/Berlin",
        "2026-01-01T00:30:00+01:00",
        "2026/01",
        "1 January 2026",
        "2026-01-01T00:30:00+01:00",
        "Thu, 01 Jan 2026 00:30:00 +0100")]
    [InlineData(
        "Europe/Berlin",
        "2025-07-01T00:30:00+02:00",
        "2025/07",
        "1 July 2025",
        "2025-07-01T00:30:00+02:00",
        "Tue, 01 Jul 2025 00:30:00 +0200")]
    [InlineData(
        "America/St_Johns",
        "2026-01-01T03:00:00Z",
        "2025/12",
        "31 December 2025",
        "2025-12-31T23:30:00-03:30",
        "Wed, 31 Dec 2025 23:30:00 -0330")]
    [InlineData(
        "Europe/London", "2026-01-01T00:00:00Z", "2026/01", "1 January 2026", "2026-01-01T00:00:00Z", "Thu, 01 Jan 2026 00:00:00 GMT")]
    public async Task Archive_byline_and_feeds_agree(string zone, string at, string month, string day, string atom, string rss)
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Browse();
        await MoveAsync(site, zone);
        var post = (await site.Posts.CreateAsync(
            new NewPost(site.Blog.Id, "After Midnight", "x") { AuthorIds = site.Post.AuthorIds }, Actor.System)).Value;
        (await site.Posts.PublishAsync(
            post.BlogId,
            post.Id,
            DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture),
            Actor.System,
            post.Version)).EnsureSucceeded();

        (await browser.GetAsync("/blog/archive")).Html.QuerySelector($"a[href='/blog/archive/{month}']").Should().NotBeNull();
        var list = await browser.GetAsync("/blog/archive/" + month);
        list.Text.Should().Contain("After Midnight");
        list.First("time.dt-published").Should().Be(day);
        (await browser.GetAsync("/blog/archive/" + month[..4])).Text.Should().Contain("After Midnight");
        (await browser.GetAsync("/blog/" + Slug)).First("time.dt-published").Should().Be(day);
        (await browser.GetAsync("/blog/feed.atom")).Text.Should().Contain($"<published>{atom}</published>");
        (await browser.GetAsync("/blog/feed.json")).Text.Replace("\\u002B", "+", StringComparison.Ordinal)
            .Should().Contain($"\"date_published\":\"{atom}\"");
        (await browser.GetAsync("/blog/feed.xml")).Text.Should().Contain($"<pubDate>{rss}</pubDate>");
    }

    [Fact]
    public async Task Two_months_next_to_each_other_share_no_post_and_leave_none_out()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.Browse();
        await MoveAsync(site, "America/New_York");
        foreach (var (title, at) in new[]
        {
            ("Last of October", "2025-11-01T03:59:59Z"),
            ("First of November", "2025-11-01T04:00:00Z"),
            ("Last of November", "2025-12-01T04:59:59Z"),
            ("First of December", "2025-12-01T05:00:00Z"),
        })
        {
            var post = (await site.Posts.CreateAsync(
                new NewPost(site.Blog.Id, title, "x") { AuthorIds = site.Post.AuthorIds }, Actor.System)).Value;
            (await site.Posts.PublishAsync(
                post.BlogId,
                post.Id,
                DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture),
                Actor.System,
                post.Version)).EnsureSucceeded();
        }

        var november = await browser.GetAsync("/blog/archive/2025/11");

        november.All(".bk-teaser h2").Should().Equal("Last of November", "First of November");
    }

    [Fact]
    public void A_day_that_begins_late_or_twice_begins_once()
    {
        var beirut = TimeZoneInfo.FindSystemTimeZoneById("Asia/Beirut");
        var havana = TimeZoneInfo.FindSystemTimeZoneById("America/Havana");

        PageText.StartOf(new DateTime(2024, 3, 31), beirut).Should().Be(new DateTimeOffset(2024, 3, 30, 22, 0, 0, TimeSpan.Zero));
        PageText.StartOf(new DateTime(2024, 11, 3), havana).Should().Be(new DateTimeOffset(2024, 11, 3, 4, 0, 0, TimeSpan.Zero));
    }

    private static async Task MoveAsync(Site site, string zone)
    {
        var blogs = site.Services.GetRequiredService<BlogService>();
        var blog = (await blogs.GetByKeyAsync("default")).Value;
        (await blogs.UpdateAsync(blog with { TimeZone = zone }, Actor.System)).EnsureSucceeded();
    }
}

using System.Text;
using BlogKit.AspNetCore.Internal;
using BlogKit.Storage;
using BlogKit.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Whatever is kept for a while is kept for that while, however the clock of the machine is set meanwhile.</summary>
public sealed class ClockJumpTests
{
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(1);
    private readonly JumpingClock _clock = new(TimeProvider.System.GetUtcNow());

    public static TheoryData<int> Hours => [-25, -1, 0, 1, 25];

    [Theory]
    [MemberData(nameof(Hours))]
    public async Task The_navigation_ends_in_its_time(int hours)
    {
        await using var site = await StartAsync();
        var navigation = site.Get<Navigation>();
        (await navigation.ListAsync(site.Blog.Id, default)).Should().BeEmpty();
        await AddPageBehindTheBackAsync(site);
        _clock.Jump(TimeSpan.FromHours(hours));

        _clock.Advance(TimeSpan.FromSeconds(30) - s_moment);
        (await navigation.ListAsync(site.Blog.Id, default)).Should().BeEmpty();
        _clock.Advance(s_moment);

        (await navigation.ListAsync(site.Blog.Id, default)).Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(Hours))]
    public async Task A_feed_that_was_kept_ends_in_its_time(int hours)
    {
        await using var site = await StartAsync();
        var memory = site.Get<AnswerMemory>();
        var body = Encoding.UTF8.GetBytes("feed");
        var made = 0;
        await GetAsync();
        _clock.Jump(TimeSpan.FromHours(hours));

        _clock.Advance(AnswerMemory.Longest - s_moment);
        await GetAsync();
        made.Should().Be(1);
        _clock.Advance(s_moment);
        await GetAsync();

        made.Should().Be(2);

        async Task GetAsync() => await memory.GetAsync(
            "key",
            () =>
            {
                made++;
                return Task.FromResult<(StoredAnswer, Sources)?>((
                    new StoredAnswer(body, "text/plain", AnswerMemory.Tag(body), null),
                    new Sources(site.Blog.Id, null, BlogParts.AllReadersSeeBut())));
            },
            CancellationToken.None);
    }

    [Theory]
    [MemberData(nameof(Hours))]
    public async Task A_page_that_was_kept_ends_in_its_time(int hours)
    {
        await using var site = await StartAsync();
        var cache = site.Get<PageCache>();
        await cache.GetAsync(
            "key",
            page =>
            {
                page.AddBlog(site.Blog.Id);
                page.Result = new CachedPage([1, 2, 3], []);
                return Task.CompletedTask;
            },
            CancellationToken.None);
        _clock.Jump(TimeSpan.FromHours(hours));

        _clock.Advance(site.Get<IOptions<BlogKitWebOptions>>().Value.PageCache.Lifetime - s_moment);
        cache.Find("key").Should().NotBeNull();
        _clock.Advance(s_moment);

        cache.Find("key").Should().BeNull();
    }

    [Theory]
    [MemberData(nameof(Hours))]
    public void The_days_pictures_of_an_author_are_those_of_24_hours(int hours)
    {
        var quota = new MediaQuota(Options.Create(new MediaOptions { MaximumPerDay = 1 }), _clock);
        var blog = new BlogId(Guid.NewGuid());
        quota.TryTake(blog, ActorKey.User("author")).Should().BeTrue();
        _clock.Jump(TimeSpan.FromHours(hours));

        _clock.Advance(TimeSpan.FromHours(24) - s_moment);
        quota.TryTake(blog, ActorKey.User("author")).Should().BeFalse();
        _clock.Advance(s_moment);

        quota.TryTake(blog, ActorKey.User("author")).Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Hours))]
    public async Task An_answer_of_the_API_is_repeated_in_its_time_only(int hours)
    {
        await using var site = await ApiSite.StartAsync(builder: kit => kit.Services.AddSingleton<TimeProvider>(_clock));
        var client = site.Browse(ApiSite.Owner).Client;
        var first = await CreateAsync();
        _clock.Jump(TimeSpan.FromHours(hours));

        _clock.Advance(site.Get<IOptions<BlogKitWebOptions>>().Value.ReplayLifetime - s_moment);
        (await CreateAsync()).Should().Be(first);
        _clock.Advance(s_moment);

        (await CreateAsync()).Should().NotBe(first);

        async Task<string> CreateAsync() =>
            (await (await client.SendAsync(
                "POST",
                "/api/blog/desk/posts",
                """{"title":"Once","markdown":"Text."}""",
                key: "one")).JsonAsync(201)).GetProperty("id").GetString()!;
    }

    private async Task<Site> StartAsync() => await Site.StartAsync(builder: kit => kit.Services.AddSingleton<TimeProvider>(_clock));

    // As another process would: nobody here hears of it.
    private static async Task AddPageBehindTheBackAsync(Site site)
    {
        var page = site.Post with
        {
            Id = new PostId(Guid.CreateVersion7()),
            Slug = Slug.Parse("about", null),
            Kind = PostKind.Page,
            PublishedAt = DateTimeOffset.UnixEpoch,
            Version = 0,
        };
        (await site.Get<IPostStore>().SaveAsync(new PostSave(page, null), default)).Should().Be(SaveOutcome.Saved);
    }
}

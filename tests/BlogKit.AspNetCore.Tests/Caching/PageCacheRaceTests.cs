using System.Text;
using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BlogKit.AspNetCore.Tests;

public sealed class PageCacheRaceTests : IDisposable
{
    private const string Key = "http://localhost/blog";
    private static readonly BlogId Blog = new(Guid.CreateVersion7());
    private static readonly PostId Post = new(Guid.CreateVersion7());
    private static readonly TimeSpan s_delay = TimeSpan.FromSeconds(1);
    private readonly BlogChanges _changes = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly BlogKitInstruments _instruments = new();
    private readonly HeardChanges _heard;
    private readonly PageCache _cache;

    public PageCacheRaceTests()
    {
        _heard = new HeardChanges(_changes, _clock);
        _cache = Cache(TimeSpan.Zero);
    }

    public void Dispose()
    {
        _heard.Dispose();
        _instruments.Dispose();
    }

    [Fact]
    public async Task A_page_whose_post_changed_while_it_was_made_is_not_kept()
    {
        await MakeAsync(() => _changes.Announce(new BlogChange(Blog, BlogChangeKind.Thread) { PostId = Post }));

        _cache.Find(Key).Should().BeNull();
    }

    [Fact]
    public async Task A_page_is_kept_when_something_else_changed_meanwhile()
    {
        await MakeAsync(
            () => _changes.Announce(new BlogChange(Blog, BlogChangeKind.Thread) { PostId = new PostId(Guid.CreateVersion7()) }));

        _cache.Find(Key).Should().NotBeNull();
    }

    [Fact]
    public async Task What_waits_for_moderators_drops_no_page()
    {
        await MakeAsync();

        _changes.Announce(new BlogChange(Blog, BlogChangeKind.Queue) { PostId = Post });

        _cache.Find(Key).Should().NotBeNull();
    }

    [Fact]
    public async Task A_change_of_an_unknown_blog_drops_every_page()
    {
        await MakeAsync();

        _changes.Announce(new BlogChange(default, BlogChangeKind.Taxonomy));

        _cache.Find(Key).Should().BeNull();
    }

    [Fact]
    public async Task A_page_made_again_is_dropped_by_the_next_change_too()
    {
        for (var i = 0; i < 50; i++)
        {
            await MakeAsync();
            _changes.Announce(new BlogChange(Blog, BlogChangeKind.Thread) { PostId = Post });

            _cache.Find(Key).Should().BeNull();
        }
    }

    [Fact]
    public async Task A_page_that_many_want_at_once_is_made_once()
    {
        var made = 0;
        var started = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var first = _cache.GetAsync(Key, async page =>
        {
            made++;
            started.SetResult();
            await go.Task;
            Keep(page);
        }, CancellationToken.None).AsTask();
        await started.Task;
        var others = Enumerable.Range(0, 10)
            .Select(_ => _cache.GetAsync(Key, _ => Task.FromResult(made++), CancellationToken.None).AsTask())
            .ToArray();
        go.SetResult();

        var page = await first;
        var answers = await Task.WhenAll(others);

        made.Should().Be(1);
        page.Should().NotBeNull();
        answers.Should().OnlyContain(a => a == page);
        _cache.Find(Key).Should().BeSameAs(page);
    }

    [Fact]
    public async Task Nobody_waits_for_who_takes_a_page_that_is_theirs_alone()
    {
        var context = new DefaultHttpContext();
        var (ends, taken) = (new TaskCompletionSource(), new TaskCompletionSource());
        var slow = _cache.GetAsync(Key, async page =>
        {
            page.Begin(context, CancellationToken.None);
            await ends.Task;
            page.End(context);
            await taken.Task;
        }, CancellationToken.None).AsTask();
        var other = _cache.GetAsync(
            Key,
            static page =>
            {
                Keep(page);
                return Task.CompletedTask;
            },
            CancellationToken.None).AsTask();

        ends.SetResult();

        (await other.WaitAsync(TimeSpan.FromSeconds(30))).Should().NotBeNull();
        taken.SetResult();
        (await slow).Should().BeNull();
    }

    [Fact]
    public async Task What_goes_wrong_with_a_page_that_is_one_visitors_alone_is_told_where_it_was_asked_for()
    {
        var context = new DefaultHttpContext();
        var taken = new TaskCompletionSource();
        var slow = _cache.GetAsync(Key, async page =>
        {
            page.Begin(context, CancellationToken.None);
            page.End(context);
            await taken.Task;
            throw new IOException("They left.");
        }, CancellationToken.None).AsTask();

        taken.SetResult();

        await slow.Invoking(static s => s).Should().ThrowAsync<IOException>();
    }

    [Fact]
    public async Task A_page_whose_making_failed_can_be_made_again()
    {
        var failed = async () => await _cache.GetAsync(
            Key, static _ => throw new InvalidOperationException("A fault."), CancellationToken.None);
        await failed.Should().ThrowAsync<InvalidOperationException>();

        await MakeAsync();

        _cache.Find(Key).Should().NotBeNull();
    }

    [Theory]
    [InlineData(BlogChangeKind.Thread, true)]
    [InlineData(BlogChangeKind.Feedback, false)]
    public async Task A_page_under_which_people_write_is_shown_until_the_delay_is_over(BlogChangeKind kind, bool isArrival)
    {
        var cache = Cache(s_delay);
        await MakeAsync(cache);
        var change = new BlogChange(Blog, kind) { PostId = Post, IsArrival = isArrival };

        _changes.Announce(change);
        _clock.Advance(s_delay / 2);
        cache.Find(Key).Should().NotBeNull();

        // Whoever writes again does not prolong it.
        _changes.Announce(change);
        _clock.Advance(s_delay / 2);
        cache.Find(Key).Should().BeNull();

        await MakeAsync(cache);
        cache.Find(Key).Should().NotBeNull();
    }

    [Fact]
    public async Task A_page_is_kept_for_the_delay_when_somebody_wrote_while_it_was_made()
    {
        var cache = Cache(s_delay);

        await MakeAsync(
            cache,
            () =>
            {
                _changes.Announce(new BlogChange(Blog, BlogChangeKind.Thread) { PostId = Post, IsArrival = true });
                _clock.Advance(s_delay / 2);
            });

        cache.Find(Key).Should().NotBeNull();
        _clock.Advance(s_delay / 2);
        cache.Find(Key).Should().BeNull();
    }

    [Theory]
    [InlineData(BlogChangeKind.Thread)]
    [InlineData(BlogChangeKind.Post)]
    [InlineData(BlogChangeKind.Blog)]
    public async Task What_is_no_new_comment_drops_pages_at_once_whatever_the_delay(BlogChangeKind kind)
    {
        var cache = Cache(s_delay);
        await MakeAsync(cache);

        _changes.Announce(new BlogChange(Blog, BlogChangeKind.Thread) { PostId = Post, IsArrival = true });
        _changes.Announce(new BlogChange(Blog, kind) { PostId = Post });

        cache.Find(Key).Should().BeNull();
    }

    private PageCache Cache(TimeSpan delay) =>
        new(_heard, Options.Create(new PageCacheOptions { CommentDelay = delay }), _instruments);

    private Task MakeAsync(Action? meanwhile = null) => MakeAsync(_cache, meanwhile);

    private static async Task MakeAsync(PageCache cache, Action? meanwhile = null) => await cache.GetAsync(
        Key,
        page =>
        {
            meanwhile?.Invoke();
            Keep(page);
            return Task.CompletedTask;
        },
        CancellationToken.None);

    private static void Keep(SharedPage page)
    {
        page.AddBlog(Blog);
        page.AddThread(Post);
        page.Result = new CachedPage(Encoding.UTF8.GetBytes("<p>A page.</p>"), []);
    }
}

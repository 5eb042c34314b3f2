using System.Diagnostics.Metrics;
using BlogKit.AspNetCore.Internal;
using BlogKit.Testing;

namespace BlogKit.AspNetCore.Tests;

/// <summary>The law by which pages, feeds, navigation and counts are kept.</summary>
public sealed class UntilChangedTests : IDisposable
{
    private const string Key = "key";
    private static readonly BlogId s_blog = new(Guid.CreateVersion7());
    private static readonly PostId s_post = new(Guid.CreateVersion7());
    private static readonly PostId s_other = new(Guid.CreateVersion7());
    private static readonly TimeSpan s_lifetime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(1);
    private static readonly Sources s_sources = new(s_blog, s_post, BlogParts.AllReadersSeeBut());
    private readonly BlogChanges _changes = new();
    private readonly JumpingClock _clock = new();
    private readonly BlogKitInstruments _instruments = new();
    private readonly HeardChanges _heard;
    private readonly UntilChanged<string, string> _cache;
    private readonly List<string> _dropped = [];
    private int _made;

    public UntilChangedTests()
    {
        _heard = new HeardChanges(_changes, _clock);
        _cache = new(_heard, new CacheDrops(_instruments, "tested"), s_lifetime, room: 100) { Dropped = _dropped.Add };
    }

    public static TheoryData<BlogChange> OfOthers =>
    [
        new(new BlogId(Guid.CreateVersion7()), BlogChangeKind.Blog),
        new(s_blog, BlogChangeKind.Queue) { PostId = s_post },
        new(s_blog, BlogChangeKind.Thread) { PostId = s_other },
        new(s_blog, BlogChangeKind.Feedback) { PostId = s_other },
    ];

    public static TheoryData<BlogChange> OfThis =>
    [
        new(s_blog, BlogChangeKind.Blog),
        new(s_blog, BlogChangeKind.Post) { PostId = s_other },
        new(s_blog, BlogChangeKind.Thread) { PostId = s_post },
        new(s_blog, BlogChangeKind.Feedback) { PostId = s_post },
        new(s_blog, BlogChangeKind.Thread),
        new(default, BlogChangeKind.Taxonomy),
        new(default, BlogChangeKind.Thread) { PostId = s_post },
    ];

    private static BlogChange Comment => new(s_blog, BlogChangeKind.Thread) { PostId = s_post };

    public void Dispose()
    {
        _heard.Dispose();
        _instruments.Dispose();
    }

    [Theory]
    [MemberData(nameof(OfThis))]
    public async Task What_was_made_is_kept_until_something_it_was_made_of_changes(BlogChange change)
    {
        var made = await GetAsync();
        _cache.Find(Key).Should().BeSameAs(made);

        _changes.Announce(change);

        _cache.Find(Key).Should().BeNull();
        _dropped.Should().Equal(made);
    }

    [Theory]
    [MemberData(nameof(OfOthers))]
    public async Task What_was_made_stays_kept_when_something_else_changes(BlogChange change)
    {
        await GetAsync();

        _changes.Announce(change);

        _cache.Find(Key).Should().NotBeNull();
        _dropped.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(OfThis))]
    public async Task What_changed_while_it_was_made_is_given_and_not_kept(BlogChange change)
    {
        var made = await GetAsync(() => _changes.Announce(change));

        made.Should().NotBeNull();
        _cache.Find(Key).Should().BeNull();
        _dropped.Should().Equal(made);
    }

    [Theory]
    [MemberData(nameof(OfOthers))]
    public async Task What_was_made_while_something_else_changed_is_kept(BlogChange change)
    {
        await GetAsync(() => _changes.Announce(change));

        _cache.Find(Key).Should().NotBeNull();
    }

    [Fact]
    public async Task What_is_made_while_more_changes_come_than_are_remembered_is_not_kept()
    {
        var elsewhere = new BlogChange(new BlogId(Guid.CreateVersion7()), BlogChangeKind.Blog);

        await GetAsync(() => Announce(elsewhere, HeardChanges.Remembered));
        _cache.Find(Key).Should().NotBeNull();
        _changes.Announce(Comment);
        await GetAsync(() => Announce(elsewhere, HeardChanges.Remembered + 1));

        _cache.Find(Key).Should().BeNull();
    }

    [Fact]
    public async Task What_several_want_at_once_is_made_once_for_all()
    {
        var making = Begin();

        var others = Enumerable.Range(0, 10).Select(_ => GetAsync()).ToArray();
        making.Finish();

        (await Task.WhenAll(others)).Should().OnlyContain(o => o == "1");
        (await making.Result).Should().Be("1");
        _made.Should().Be(1);
    }

    [Fact]
    public async Task Who_asks_after_a_change_gets_what_was_made_after_it_and_is_made_once_for_all()
    {
        var making = Begin();
        var before = GetAsync();
        _changes.Announce(Comment);

        var after = Enumerable.Range(0, 10).Select(_ => GetAsync()).ToArray();
        making.Finish();

        (await before).Should().Be("1");
        (await Task.WhenAll(after)).Should().OnlyContain(o => o == "2");
        _made.Should().Be(2);
        _cache.Find(Key).Should().Be("2");
    }

    [Fact]
    public async Task Who_asks_after_a_change_of_something_else_gets_what_is_being_made()
    {
        var making = Begin();
        _changes.Announce(new BlogChange(s_blog, BlogChangeKind.Thread) { PostId = s_other });

        var after = GetAsync();
        making.Finish();

        (await after).Should().Be("1");
    }

    [Fact]
    public async Task Who_waits_while_more_changes_come_than_are_remembered_gets_what_is_being_made()
    {
        var making = Begin();
        var others = Enumerable.Range(0, 10).Select(_ => GetAsync()).ToArray();
        Announce(new BlogChange(new BlogId(Guid.CreateVersion7()), BlogChangeKind.Blog), HeardChanges.Remembered + 1);

        making.Finish();

        (await Task.WhenAll(others)).Should().OnlyContain(static o => o == "1");
    }

    [Fact]
    public async Task Who_waits_gets_what_was_begun_after_they_asked_whatever_changes_then()
    {
        var key = new ToldKey();
        var (made, asked) = (0, 0);
        var cache = new UntilChanged<ToldKey, string>(_heard, new CacheDrops(_instruments, "told"), s_lifetime, room: 100)
        {
            Delay = _ =>
            {
                // The maker and the first who waits were before: the second of them learns that it waits again, which the other has begun.
                if (Interlocked.Increment(ref asked) == 3)
                {
                    SpinWait.SpinUntil(() => Volatile.Read(ref made) == 2, TimeSpan.FromSeconds(30));
                    _changes.Announce(Comment);
                    key.IsTold = true;
                }

                return TimeSpan.Zero;
            },
        };
        var first = new TaskCompletionSource();
        _ = AskAsync(first.Task);
        _changes.Announce(Comment);

        Task<string?>[] waiting = [AskAsync(key.Found), AskAsync(key.Found)];
        first.SetResult();

        (await Task.WhenAll(waiting)).Should().Equal("2", "2");

        async Task<string?> AskAsync(Task until) => await cache.GetAsync(
            key,
            async () =>
            {
                var number = Interlocked.Increment(ref made);
                await until;
                return new Made<string>($"{number}", s_sources, 1);
            },
            CancellationToken.None);
    }

    [Fact]
    public async Task What_was_begun_before_does_not_replace_what_was_begun_after_a_change()
    {
        var cache = new UntilChanged<string, string>(_heard, new CacheDrops(_instruments, "late"), s_lifetime, room: 100)
        {
            Delay = static _ => s_lifetime,
        };
        var (fails, slow, begun) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        _ = cache.GetAsync(Key, async () => { await fails.Task; return null; }, default).AsTask();
        var older = cache.GetAsync(
            Key, async () => { begun.SetResult(); await slow.Task; return new Made<string>("older", s_sources, 1); }, default).AsTask();
        fails.SetResult();
        await begun.Task;
        _changes.Announce(Comment);
        await cache.GetAsync(Key, static () => Task.FromResult<Made<string>?>(new Made<string>("newer", s_sources, 1)), default);

        slow.SetResult();
        await older;

        cache.Find(Key).Should().Be("newer");
    }

    [Fact]
    public async Task Where_a_making_comes_to_nothing_everybody_makes_it_for_themselves()
    {
        var release = new TaskCompletionSource();
        var first = _cache.GetAsync(Key, async () => { await release.Task; return null; }, default).AsTask();
        var second = GetAsync();
        release.SetResult();

        (await first).Should().BeNull();
        (await second).Should().Be("1");
    }

    [Fact]
    public async Task Where_a_making_fails_the_others_make_it_for_themselves()
    {
        var release = new TaskCompletionSource();
        var first = _cache.GetAsync(
            Key, async () => { await release.Task; throw new InvalidOperationException("A fault."); }, default).AsTask();
        var second = GetAsync();
        release.SetResult();

        await first.Invoking(static f => f).Should().ThrowAsync<InvalidOperationException>();
        (await second).Should().Be("1");
    }

    [Fact]
    public async Task Who_leaves_while_waiting_ends_nothing_for_the_others()
    {
        var making = Begin();
        using var leaving = new CancellationTokenSource();
        var left = _cache.GetAsync(Key, MakeAsync, leaving.Token).AsTask();
        await leaving.CancelAsync();
        await left.Invoking(static l => l).Should().ThrowAsync<OperationCanceledException>();

        making.Finish();

        (await making.Result).Should().Be("1");
        _cache.Find(Key).Should().Be("1");
    }

    [Theory]
    [InlineData(-25)]
    [InlineData(0)]
    [InlineData(25)]
    public async Task What_nobody_here_hears_of_is_seen_after_the_lifetime_however_the_clock_is_set(int hours)
    {
        await GetAsync();
        _clock.Jump(TimeSpan.FromHours(hours));

        _clock.Advance(s_lifetime - s_moment);
        _cache.Find(Key).Should().NotBeNull();
        _clock.Advance(s_moment);

        _cache.Find(Key).Should().BeNull();
    }

    [Fact]
    public async Task The_lifetime_begins_with_the_making()
    {
        await GetAsync(() => _clock.Advance(s_lifetime - s_moment));
        _clock.Advance(s_moment);

        _cache.Find(Key).Should().BeNull();
    }

    [Fact]
    public async Task What_was_unused_for_longest_goes_first_when_there_is_no_room()
    {
        foreach (var key in (string[])["a", "b", "c", "d"])
        {
            await GetAsync(key, size: 25);
        }

        _cache.Find("a");
        _cache.Find("c");
        var drops = await DropsOfAsync(() => GetAsync("e", size: 50));

        KeysOf("a", "b", "c", "d", "e").Should().Equal("a", "c", "e");
        drops.Should().Equal("tested", "tested");
    }

    [Fact]
    public async Task There_is_room_for_something_new_when_everything_is_in_use()
    {
        await GetAsync("a", size: 50);
        await GetAsync("b", size: 50);
        _cache.Find("a");
        _cache.Find("b");

        await GetAsync("c", size: 50);

        KeysOf("a", "b", "c").Should().Equal("b", "c");
    }

    [Fact]
    public async Task What_is_larger_than_all_the_room_drives_nothing_out()
    {
        await GetAsync("a", size: 100);

        var drops = await DropsOfAsync(() => GetAsync("b", size: 101));

        KeysOf("a", "b").Should().Equal("a");
        drops.Should().Equal("tested");
    }

    [Fact]
    public async Task What_is_over_makes_room_and_is_not_counted()
    {
        await GetAsync("a", size: 1);
        _clock.Advance(s_lifetime);

        var drops = await DropsOfAsync(() => GetAsync("b", size: 1));

        _cache.Count.Should().Be(1);
        drops.Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_made_again_drives_nothing_out_that_fits_beside_it()
    {
        var other = s_sources with { PostId = s_other };
        var cache = new UntilChanged<string, string>(_heard, new CacheDrops(_instruments, "again"), s_lifetime, room: 100)
        {
            Delay = static _ => s_moment,
        };
        await KeepAsync("a", other);
        await KeepAsync("b", s_sources);
        _changes.Announce(Comment);
        _clock.Advance(s_moment);

        await KeepAsync("b", s_sources);

        cache.Find("a").Should().NotBeNull();

        async Task KeepAsync(string key, Sources of) =>
            await cache.GetAsync(key, () => Task.FromResult<Made<string>?>(new Made<string>(key, of, 50)), default);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(101)]
    public async Task Whoever_counts_what_had_no_room_is_not_called_under_the_gate(int size)
    {
        bool? isHeld = null;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (ReferenceEquals(instrument.Meter, _instruments.Meter))
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => isHeld = _heard.Gate.IsHeldByCurrentThread);
        listener.Start();
        await GetAsync("a", size: 100);

        await GetAsync("b", size);

        isHeld.Should().BeFalse();
    }

    [Fact]
    public async Task Room_that_changes_freed_is_used_again()
    {
        for (var i = 0; i < 10; i++)
        {
            await GetAsync(size: 100);
            _changes.Announce(Comment);
        }

        (await DropsOfAsync(() => GetAsync(size: 100))).Should().BeEmpty();
        _cache.Count.Should().Be(1);
    }

    [Fact]
    public async Task Whatever_is_begun_after_a_change_finds_no_part_from_before_it()
    {
        long? counted = null;
        var parts = new UntilChanged<string, string>(_heard, new CacheDrops(_instruments, "parts"), s_lifetime, room: 100)
        {
            Dropped = _ => counted = _heard.Count,
        };
        await parts.GetAsync(Key, MakeAsync, default);

        _changes.Announce(Comment);

        counted.Should().Be(0, because: "a page is kept by the count at its beginning, so the parts have to be gone by then");
        _heard.Count.Should().Be(1);
    }

    [Fact]
    public async Task Nobody_is_ever_shown_what_was_before_a_change_that_was_announced_when_they_asked()
    {
        using var heard = new HeardChanges(_changes, TimeProvider.System);
        var cache = new UntilChanged<int, StrongBox>(heard, new CacheDrops(_instruments, "raced"), s_lifetime, room: 3);
        var (stored, announced) = (0, 0);
        var tooOld = 0;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            for (var i = 0; i < 2_000; i++)
            {
                if (worker == 0)
                {
                    var version = Interlocked.Increment(ref stored);
                    _changes.Announce(Comment);
                    Volatile.Write(ref announced, version);
                    await Task.Yield();
                    continue;
                }

                var least = Volatile.Read(ref announced);
                var seen = await cache.GetAsync(
                    (worker + i) % 4,
                    async () =>
                    {
                        var read = Volatile.Read(ref stored);
                        await Task.Yield();
                        return new Made<StrongBox>(new StrongBox(read), s_sources, 1);
                    },
                    default);
                if (seen!.Value < least)
                {
                    Interlocked.Increment(ref tooOld);
                }
            }
        })));

        tooOld.Should().Be(0);
        cache.Count.Should().BeLessThanOrEqualTo(3);
    }

    private Task<string?> GetAsync(Action? meanwhile = null) => GetAsync(Key, 1, meanwhile);

    private Task<string?> GetAsync(int size) => GetAsync(Key, size);

    private async Task<string?> GetAsync(string key, int size, Action? meanwhile = null) => await _cache.GetAsync(
        key,
        async () =>
        {
            var made = await MakeAsync();
            meanwhile?.Invoke();
            return made! with { Size = size };
        },
        CancellationToken.None);

    private Task<Made<string>?> MakeAsync() =>
        Task.FromResult<Made<string>?>(new Made<string>($"{Interlocked.Increment(ref _made)}", s_sources, 1));

    private (Task<string?> Result, Action Finish) Begin()
    {
        var release = new TaskCompletionSource();
        var making = _cache.GetAsync(
            Key,
            async () =>
            {
                var made = await MakeAsync();
                await release.Task;
                return made;
            },
            CancellationToken.None);
        return (making.AsTask(), release.SetResult);
    }

    private void Announce(BlogChange change, int times)
    {
        for (var i = 0; i < times; i++)
        {
            _changes.Announce(change);
        }
    }

    private IEnumerable<string> KeysOf(params string[] keys) => keys.Where(k => _cache.Find(k) is not null);

    private Task<List<string>> DropsOfAsync(Func<Task> action) => CacheDropCount.OfAsync(_instruments, action);

    private sealed record StrongBox(int Value);

    /// <summary>Tells when it is looked for and found.</summary>
    private sealed class ToldKey : IEquatable<ToldKey>
    {
        private readonly TaskCompletionSource _found = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public volatile bool IsTold;

        public Task Found => _found.Task;

        public bool Equals(ToldKey? other)
        {
            if (IsTold)
            {
                _found.TrySetResult();
            }

            return ReferenceEquals(this, other);
        }

        public override bool Equals(object? obj) => Equals(obj as ToldKey);

        public override int GetHashCode() => 1;
    }
}

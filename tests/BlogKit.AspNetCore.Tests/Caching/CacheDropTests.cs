using System.Diagnostics.Metrics;
using BlogKit.AspNetCore.Internal;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Tests;

/// <summary>A cache that is too small says so.</summary>
public sealed class CacheDropTests : IDisposable
{
    private static readonly BlogId s_blog = new(Guid.CreateVersion7());
    private readonly BlogKitInstruments _instruments = new();
    private readonly TaskCompletionSource<string?> _drop = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly MeterListener _listener;
    private int _drops;

    public CacheDropTests()
    {
        _listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (ReferenceEquals(instrument.Meter, _instruments.Meter) && instrument.Name == "blogkit.cache.drops")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            Interlocked.Increment(ref _drops);
            _drop.TrySetResult(tags[0].Value as string);
        });
        _listener.Start();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _instruments.Dispose();
    }

    [Fact]
    public async Task A_page_for_which_there_is_no_room_is_counted_with_the_name_of_the_cache()
    {
        var cache = Cache(sizeLimit: 100_000);

        for (var i = 0; i < 20 && !_drop.Task.IsCompleted; i++)
        {
            await KeepAsync(cache, $"http://localhost/blog/{i}");
        }

        (await _drop.Task.WaitAsync(TimeSpan.FromSeconds(30))).Should().Be("pages");
    }

    [Fact]
    public async Task A_page_that_something_changed_on_is_not_counted()
    {
        var changes = new BlogChanges();
        var cache = Cache(sizeLimit: 1_000_000, changes);
        await KeepAsync(cache, "http://localhost/blog");

        changes.Announce(new BlogChange(s_blog, BlogChangeKind.Blog));

        cache.Count.Should().Be(0);
        Volatile.Read(ref _drops).Should().Be(0);
    }

    private PageCache Cache(long sizeLimit, BlogChanges? changes = null) =>
        new(
            new HeardChanges(changes ?? new BlogChanges(), TimeProvider.System),
            Options.Create(new PageCacheOptions { SizeLimit = sizeLimit }),
            _instruments);

    private static async Task KeepAsync(PageCache cache, string key) => await cache.GetAsync(
        key,
        page =>
        {
            page.BlogId = s_blog;
            page.Result = new CachedPage(new byte[20_000], []);
            return Task.CompletedTask;
        },
        CancellationToken.None);
}

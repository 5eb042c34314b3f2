using System.Collections.Concurrent;
using BlogKit.Internal;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Keeps finished pages and drops each as soon as something on it changes, or within <see cref="PageCacheOptions.CommentDelay"/>. A hit
/// costs no command of the store. Pages that are wanted by several at once are made once.
/// </summary>
internal sealed class PageCache : IDisposable
{
    private readonly MemoryCache _pages;
    private readonly PageCacheOptions _options;
    private readonly TimeProvider _clock;
    private readonly IDisposable _subscription;
    private readonly KeptPages _kept = new();
    private readonly CacheDrops _drops;
    private readonly ConcurrentDictionary<SharedPage, bool> _inWork = new();
    private readonly Turns _turns = new();

    public PageCache(IOptions<PageCacheOptions> options, BlogChanges changes, TimeProvider clock, BlogKitInstruments instruments)
    {
        _options = options.Value;
        _clock = clock;
        _pages = new MemoryCache(new MemoryCacheOptions { SizeLimit = _options.SizeLimit, Clock = new SteadyClock(clock) });
        _drops = new CacheDrops(instruments, "pages");
        _subscription = changes.Subscribe(Drop);
    }

    public bool IsEnabled => _options.Enabled;

    /// <summary>Whether the application's own layout reads a parameter.</summary>
    public bool HasOwnMeaning(string parameter) => _options.OwnParameters.Contains(parameter, StringComparer.OrdinalIgnoreCase);

    /// <summary>How many pages are kept; for tests.</summary>
    public int Count => _kept.Count;

    public CachedPage? Find(string key) => _pages.TryGetValue(key, out CachedPage? page) && page is { IsOver: false } ? page : null;

    /// <summary>
    /// Makes a page by <paramref name="make"/>, which answers the request itself and leaves in the argument what is to be kept.
    /// Null when somebody else made it meanwhile: then it is to be found, unless it could not be kept.
    /// </summary>
    public async Task<SharedPage?> MakeAsync(string key, Func<SharedPage, Task> make, CancellationToken cancellationToken)
    {
        using var turn = await _turns.TakeAsync(key, cancellationToken).ConfigureAwait(false);
        if (turn is null)
        {
            return null;
        }

        var page = new SharedPage(key);
        _inWork[page] = true;
        try
        {
            await make(page).ConfigureAwait(false);
            if (page.Result is { } made)
            {
                Keep(page, made);
            }

            return page;
        }
        finally
        {
            _inWork.TryRemove(page, out _);
        }
    }

    public void Dispose()
    {
        _subscription.Dispose();
        _pages.Dispose();
    }

    /// <summary>Keeps what was made, unless something on it has changed since the making began.</summary>
    private void Keep(SharedPage page, CachedPage made)
    {
        _kept.Add(page, made);
        _pages.Set(
            page.Key,
            made,
            _drops.Watch(new MemoryCacheEntryOptions
            {
                AbsoluteExpirationRelativeToNow = _options.Lifetime,
                Size = made.Size + (2L * page.Key.Length),
            }).RegisterPostEvictionCallback(
                static (key, value, _, state) => ((KeptPages)state!).Forget((string)key, (CachedPage)value!), _kept));

        // A change between the last read and the keeping was heard by the page; one after it finds the page kept.
        foreach (var (change, end) in page.FindChanges())
        {
            Drop(page.Key, change, end);
        }
    }

    private void Drop(BlogChange change)
    {
        // From now on, also for a page that is still being made.
        var end = Deadline.In(_clock, _options.CommentDelay);
        foreach (var page in _inWork.Keys)
        {
            page.Heard(change, end);
        }

        foreach (var key in _kept.TouchedBy(change))
        {
            Drop(key, change, end);
        }
    }

    // Only what is new may come late: what was taken away, changed or moved has a reason to be gone.
    private void Drop(string key, BlogChange change, Deadline end)
    {
        if (_options.CommentDelay > TimeSpan.Zero
            && change is { Kind: BlogChangeKind.Thread, IsArrival: true } or { Kind: BlogChangeKind.Feedback }
            && _pages.TryGetValue(key, out CachedPage? page)
            && page is { IsOver: false })
        {
            page.EndAt(end);
        }
        else
        {
            _pages.Remove(key);
        }
    }
}

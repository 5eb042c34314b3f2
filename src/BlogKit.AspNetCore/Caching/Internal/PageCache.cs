using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Keeps finished pages and drops each as soon as something on it changes, or within <see cref="PageCacheOptions.CommentDelay"/>. A hit
/// costs no command of the store. Pages that are wanted by several at once are made once.
/// </summary>
internal sealed class PageCache(HeardChanges changes, IOptions<PageCacheOptions> options, BlogKitInstruments instruments)
{
    private readonly UntilChanged<string, CachedPage> _pages = new(
        changes, new CacheDrops(instruments, "pages"), options.Value.Lifetime, options.Value.SizeLimit)
    {
        // Only what is new may come late: what was taken away, changed or moved has a reason to be gone.
        Delay = change => change is { Kind: BlogChangeKind.Thread, IsArrival: true } or { Kind: BlogChangeKind.Feedback }
            ? options.Value.CommentDelay
            : TimeSpan.Zero,
    };

    public bool IsEnabled => options.Value.Enabled;

    /// <summary>Whether the application's own layout reads a parameter.</summary>
    public bool HasOwnMeaning(string parameter) => options.Value.OwnParameters.Contains(parameter, StringComparer.OrdinalIgnoreCase);

    /// <summary>How many pages are kept; for tests.</summary>
    public int Count => _pages.Count;

    public CachedPage? Find(string key) => _pages.Find(key);

    /// <summary>
    /// The page that is kept, that somebody else is making, or that <paramref name="make"/> leaves in its argument; null when it left none
    /// and has answered the request by itself.
    /// </summary>
    public async ValueTask<CachedPage?> GetAsync(string key, Func<SharedPage, Task> make, CancellationToken cancellationToken)
    {
        var answer = Task.CompletedTask;
        var kept = await _pages.GetAsync(
            key,
            async () =>
            {
                // What turns out to be for one visitor goes on by itself: how fast they take it is no matter of those who wait.
                var page = new SharedPage();
                answer = make(page);
                await (await Task.WhenAny(answer, page.Over).ConfigureAwait(false)).ConfigureAwait(false);
                return page.Result is { } made ? new Made<CachedPage>(made, page.MadeOf, made.Size + (2L * key.Length)) : null;
            },
            cancellationToken).ConfigureAwait(false);
        await answer.ConfigureAwait(false);
        return kept;
    }
}

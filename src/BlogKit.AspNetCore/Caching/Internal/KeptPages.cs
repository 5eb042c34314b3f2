using System.Runtime.InteropServices;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Which pages are kept, by blog and post, so that a change finds those that it can be seen on without looking at the others. Safe for
/// concurrent use.
/// </summary>
internal sealed class KeptPages
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Kept> _pages = new(StringComparer.Ordinal);

    // The keys of each blog, by the post whose thread is on the page; under the default identity those without a thread.
    private readonly Dictionary<BlogId, Dictionary<PostId, HashSet<string>>> _keys = [];

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _pages.Count;
            }
        }
    }

    /// <summary>Knows a page from now on, instead of the one that had its key.</summary>
    public void Add(SharedPage page, CachedPage made)
    {
        var kept = new Kept(page.BlogId, page.PostId ?? default, made);
        lock (_lock)
        {
            Remove(page.Key);
            _pages.Add(page.Key, kept);
            ref var posts = ref CollectionsMarshal.GetValueRefOrAddDefault(_keys, kept.BlogId, out _);
            ref var keys = ref CollectionsMarshal.GetValueRefOrAddDefault(posts ??= [], kept.PostId, out _);
            (keys ??= new HashSet<string>(StringComparer.Ordinal)).Add(page.Key);
        }
    }

    /// <summary>Forgets a page; one that took its key meanwhile stays known.</summary>
    public void Forget(string key, CachedPage made)
    {
        lock (_lock)
        {
            if (_pages.TryGetValue(key, out var kept) && kept.Page == made)
            {
                Remove(key);
            }
        }
    }

    /// <summary>The keys of the pages on which a change can be seen: <see cref="SharedPage.Touches"/>, by the index.</summary>
    public List<string> TouchedBy(BlogChange change)
    {
        lock (_lock)
        {
            return change.BlogId == default
                ? [.. _keys.Values.SelectMany(posts => In(posts, change))]
                : _keys.TryGetValue(change.BlogId, out var posts) ? [.. In(posts, change)] : [];
        }
    }

    private static IEnumerable<string> In(Dictionary<PostId, HashSet<string>> posts, BlogChange change) => change.Kind switch
    {
        BlogChangeKind.Queue => [],
        BlogChangeKind.Thread when change.PostId is { } post => [.. On(posts, default), .. On(posts, post)],
        BlogChangeKind.Thread => On(posts, default),
        BlogChangeKind.Feedback => On(posts, change.PostId ?? default),
        _ => posts.Values.SelectMany(static keys => keys),
    };

    private static HashSet<string> On(Dictionary<PostId, HashSet<string>> posts, PostId post) =>
        posts.TryGetValue(post, out var keys) ? keys : [];

    private void Remove(string key)
    {
        if (!_pages.Remove(key, out var kept))
        {
            return;
        }

        var posts = _keys[kept.BlogId];
        var keys = posts[kept.PostId];
        keys.Remove(key);
        if (keys.Count == 0 && posts.Remove(kept.PostId) && posts.Count == 0)
        {
            _keys.Remove(kept.BlogId);
        }
    }

    private sealed record Kept(BlogId BlogId, PostId PostId, CachedPage Page);
}

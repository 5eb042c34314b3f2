using System.Collections.Concurrent;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// A page that is being made for everybody who has no cookie: whoever makes it puts nothing of a single visitor into it. Collects what changes meanwhile,
/// so that a page made of what was there before is not kept.
/// </summary>
internal sealed class SharedPage(string key)
{
    private readonly ConcurrentQueue<BlogChange> _changes = new();

    public string Key { get; } = key;

    /// <summary>The blog; the default identity until it is found.</summary>
    public BlogId BlogId { get; set; }

    /// <summary>The post whose thread is on the page; null when no thread is, only counts.</summary>
    public PostId? PostId { get; set; }

    /// <summary>What is kept; null when the page is not to be kept.</summary>
    public CachedPage? Result { get; set; }

    public void Heard(BlogChange change) => _changes.Enqueue(change);

    public bool IsStale() => _changes.Any(change => Touches(change, BlogId, PostId));

    /// <summary>Whether a change can be seen on a page.</summary>
    public static bool Touches(BlogChange change, BlogId blogId, PostId? postId) =>
        (change.BlogId == blogId || change.BlogId == default)
        && change.Kind switch
        {
            BlogChangeKind.Queue => false,
            // Lists show how many comments a post has, nothing of what stands in them.
            BlogChangeKind.Thread => postId is null || change.PostId == postId,
            BlogChangeKind.Feedback => change.PostId == postId,
            _ => true,
        };
}

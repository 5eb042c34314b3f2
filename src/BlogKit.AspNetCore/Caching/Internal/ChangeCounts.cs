using System.Collections.Concurrent;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Counts the changes of each blog that what is kept of it depends on: what was made is as the blog is while the count is the one from
/// before the making. Safe for concurrent use.
/// </summary>
internal sealed class ChangeCounts : IDisposable
{
    private readonly ConcurrentDictionary<BlogId, long> _counts = new();
    private readonly IDisposable _subscription;
    private long _all;

    /// <summary>Counts from now on.</summary>
    /// <param name="changes">What is committed.</param>
    /// <param name="matters">Which kinds are counted.</param>
    public ChangeCounts(BlogChanges changes, Func<BlogChangeKind, bool> matters) => _subscription = changes.Subscribe(change =>
    {
        if (matters(change.Kind))
        {
            // The common count first: whoever reads a blog's own and then finds the common one unchanged has not missed this.
            Interlocked.Increment(ref _all);
            _counts.AddOrUpdate(change.BlogId, 1, static (_, count) => count + 1);
        }
    });

    /// <summary>The changes of all blogs, for what is begun before it is known of which blog it is.</summary>
    public long All => Interlocked.Read(ref _all);

    /// <summary>The changes that were the blog's, or may have been.</summary>
    public long Of(BlogId blogId) => _counts.GetValueOrDefault(blogId) + _counts.GetValueOrDefault(default);

    public void Dispose() => _subscription.Dispose();
}

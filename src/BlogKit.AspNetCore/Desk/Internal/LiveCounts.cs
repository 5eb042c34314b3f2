using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// The counts of each blog whose desk is open somewhere, read again only after a change, and once for everybody who asks.
/// </summary>
internal sealed class LiveCounts(HeardChanges changes, BlogKitInstruments instruments, ModerationService moderation)
{
    private const int MostBlogs = 10_000;

    // For whoever opens the desk after what another process wrote.
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(10);
    private static readonly BlogParts s_counted = BlogParts.Only(
        BlogChangeKind.Queue, BlogChangeKind.Thread, BlogChangeKind.Post, BlogChangeKind.Blog);

    private readonly UntilChanged<BlogId, Counted> _counts = new(changes, new CacheDrops(instruments, "counts"), s_longest, MostBlogs)
    {
        Dropped = static counted => counted.Drop(),
    };

    /// <summary>
    /// The counts, null when there are none, and what is complete once they may be others. Who may ask is decided before.
    /// </summary>
    public async Task<(LiveCount? Count, Task Changed)> ReadAsync(BlogId blogId, CancellationToken cancellationToken)
    {
        var counted = (await _counts.GetAsync(blogId, () => CountAsync(blogId), cancellationToken).ConfigureAwait(false))!;
        return (counted.Count, counted.Changed);
    }

    // Shared by many: nobody's going away may stop it, only that it takes too long.
    private async Task<Made<Counted>?> CountAsync(BlogId blogId)
    {
        using var making = new CancellationTokenSource(SharedPage.LongestMaking);
        var counts = await moderation.CountAsync(blogId, Actor.System, making.Token).ConfigureAwait(false);
        var count = counts.Succeeded
            ? new LiveCount(counts.Value.Pending, counts.Value.Approved, counts.Value.Spam, counts.Value.Trashed, counts.Value.Flagged)
            : null;
        return new Made<Counted>(new Counted(count), new Sources(blogId, null, s_counted), 1);
    }

    private sealed class Counted(LiveCount? count)
    {
        // Whoever commits must not run what waits.
        private readonly TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public LiveCount? Count => count;

        public Task Changed => _changed.Task;

        public void Drop() => _changed.TrySetResult();
    }
}

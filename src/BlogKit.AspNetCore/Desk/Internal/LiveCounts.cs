using System.Collections.Concurrent;
using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// The counts of each blog whose desk is open somewhere, read again only after a change, and once for everybody who asks. One read belongs
/// to one generation and its answer to all who ask for that, so it takes no <see cref="Turns"/>: whoever comes late has the same task.
/// </summary>
internal sealed class LiveCounts : IDisposable
{
    private readonly ConcurrentDictionary<BlogId, Feed> _feeds = new();
    private readonly ModerationService _moderation;
    private readonly IDisposable _subscription;

    public LiveCounts(BlogChanges changes, ModerationService moderation)
    {
        _moderation = moderation;
        _subscription = changes.Subscribe(OnChange);
    }

    public void Dispose() => _subscription.Dispose();

    /// <summary>Completes at the next change of a blog after a generation; at once when there was one.</summary>
    public Task ChangedSinceAsync(BlogId blogId, long generation, CancellationToken cancellationToken)
    {
        var feed = FeedOf(blogId);
        lock (feed)
        {
            return feed.Generation != generation ? Task.CompletedTask : feed.Next.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>
    /// The counts, of the generation told or a later one. Whoever asks for the same generation shares one read. Who may ask is decided
    /// before.
    /// </summary>
    public async Task<(LiveCount? Count, long Generation)> ReadAsync(BlogId blogId, CancellationToken cancellationToken)
    {
        var feed = FeedOf(blogId);
        Task<LiveCount?> reading;
        long generation;
        lock (feed)
        {
            generation = feed.Generation;
            if (feed.Reading is null || feed.ReadGeneration != generation || feed.Reading.IsFaulted)
            {
                // Shared by many: nobody's going away may stop it.
                feed.Reading = CountAsync(blogId);
                feed.ReadGeneration = generation;
            }

            reading = feed.Reading;
        }

        return (await reading.WaitAsync(cancellationToken).ConfigureAwait(false), generation);
    }

    private async Task<LiveCount?> CountAsync(BlogId blogId)
    {
        var counts = await _moderation.CountAsync(blogId, Actor.System, CancellationToken.None).ConfigureAwait(false);
        return counts.Succeeded
            ? new LiveCount(counts.Value.Pending, counts.Value.Approved, counts.Value.Spam, counts.Value.Trashed, counts.Value.Flagged)
            : null;
    }

    private Feed FeedOf(BlogId blogId) => _feeds.GetOrAdd(blogId, static _ => new Feed());

    private void OnChange(BlogChange change)
    {
        if (change.Kind is not (BlogChangeKind.Queue or BlogChangeKind.Thread or BlogChangeKind.Post))
        {
            return;
        }

        if (change.BlogId != default)
        {
            if (_feeds.TryGetValue(change.BlogId, out var one))
            {
                GoOn(one);
            }

            return;
        }

        foreach (var feed in _feeds.Values)
        {
            GoOn(feed);
        }
    }

    private static void GoOn(Feed feed)
    {
        TaskCompletionSource changed;
        lock (feed)
        {
            feed.Generation++;
            changed = feed.Next;
            feed.Next = NewSource();
        }

        changed.TrySetResult();
    }

    // Whoever commits must not run what waits.
    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class Feed
    {
        public long Generation { get; set; }

        public TaskCompletionSource Next { get; set; } = NewSource();

        public Task<LiveCount?>? Reading { get; set; }

        public long ReadGeneration { get; set; }
    }
}

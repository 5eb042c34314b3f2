using BlogKit.Moderation;

namespace BlogKit.Storage;

/// <summary>
/// Reads the facts that policies and moderators judge by. Every method sees one committed state; safe for concurrent use.
/// </summary>
public interface IModerationStore
{
    /// <summary>
    /// Returns the facts that policies need beyond the comment. Its commands are bounded by what is asked for, and independent of what is
    /// stored. Purged comments are neither counted nor alike to anything. Of several bans in force the newest is told, ties by key.
    /// </summary>
    Task<ModerationFacts> ReadFactsAsync(ModerationFactsQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the comments of a queue, filtered and ordered. A page of the order is complete and without repetition while nothing changes.
    /// </summary>
    Task<Slice<ListedComment>> ListQueueAsync(QueueQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Returns every unpurged comment of a blog by identity, oldest first, after a given one (null = from the first). Imported ones are
    /// included.
    /// </summary>
    Task<ImmutableArray<Comment>> ListHistoryAsync(HistoryQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Returns unpurged comments in one status since before a moment (<see cref="Comment.StatusChangedAt"/>, else
    /// <see cref="Comment.CreatedAt"/>), that longest ago first.
    /// </summary>
    Task<ImmutableArray<Comment>> ListRemovedAsync(
        BlogId blogId, CommentStatus status, DateTimeOffset before, int limit, CancellationToken cancellationToken);
}

using System.Collections.Immutable;

namespace BlogKit;

/// <summary>
/// Keeps comments with their log and history, and changes them. Every method is one transaction: all of it is committed before the task completes,
/// or nothing is. In the same transaction the counters (<see cref="ThreadCounts"/> of post and blog), the shown replies of the root and the search index change.
/// Reads see one committed state. Safe for concurrent use.
/// </summary>
/// <remarks>
/// Every call says its blog. What another blog has answers as if it did not exist (null, empty, 0, <see cref="SaveOutcome.Missing"/>), and is not changed.
/// A comment is <em>present</em> in its thread when it is approved or has a present reply (then it is a tombstone unless approved itself).
/// Texts that cannot be stored are refused with <see cref="ArgumentException"/> before anything is written: <see cref="StorableText"/>, which every store calls.
/// </remarks>
public interface ICommentStore
{
    /// <summary>The comment; null when there is none.</summary>
    Task<Comment?> FindAsync(BlogId blogId, CommentId id, CancellationToken cancellationToken);

    /// <summary>
    /// Comments of the blog with the posts they are under, in the order asked for, each once; those that are not there, or of another blog,
    /// are left out. One read.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 100 were asked for.</exception>
    Task<ImmutableArray<ListedComment>> FindManyAsync(
        BlogId blogId, IReadOnlyCollection<CommentId> ids, CancellationToken cancellationToken);

    /// <summary>Everything that is needed to judge a submission. A bounded number of commands, independent of what is stored.</summary>
    Task<IntakeFacts> ReadIntakeAsync(IntakeQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Stores a new comment, unless what the addition depends on no longer holds, judged inside the transaction. The stored version is 1.
    /// Checked in this order: submission key, identity, post, parent, count, limits. The limits are counted inside the transaction, over what is committed
    /// then: of several hosts that add at once, none gets past a <see cref="ActivityLimit.Maximum"/>. <see cref="Comment.StatusChangedAt"/> is stored as null.
    /// </summary>
    Task<AdditionResult> AddAsync(CommentAddition addition, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces the comment when the stored version is the given one; the stored version is then one higher. When the status differs,
    /// <see cref="Comment.StatusChangedAt"/> becomes the <see cref="ModerationRecord.At"/> of the change's record; without a record it stays.
    /// </summary>
    Task<SaveOutcome> UpdateAsync(CommentChange change, CancellationToken cancellationToken);

    /// <summary>
    /// Erases text, identity, history, votes and reactions for ever when the stored version is the given one. The row goes too unless a stored comment answers it;
    /// then an empty one stays (<see cref="Comment.PurgedAt"/> set, <see cref="CommentStatus.Deleted"/>, version one higher). Empty ones above that nobody answers any more go with it.
    /// Flags, fingerprints and the appeal are erased too, and every decision about the comment, in the empty row and in the records of its log with their shadows,
    /// becomes <see cref="ModerationDecision.WithoutText"/>. The records stay otherwise, each at its position.
    /// </summary>
    Task<SaveOutcome> PurgeAsync(BlogId blogId, CommentId id, long version, ModerationRecord record, CancellationToken cancellationToken);

    /// <summary>
    /// Moves a comment with all below it; every identity stays. Versions of the moved comments become one higher.
    /// <see cref="SaveOutcome.Missing"/> when the comment, the post or the new parent is not there, or the parent would be below the comment.
    /// </summary>
    Task<SaveOutcome> RelocateAsync(CommentRelocation relocation, CancellationToken cancellationToken);

    /// <summary>
    /// Moves every comment of one thread to another post of the same blog; every identity stays, versions become one higher, and the log of every
    /// moved root gets a <see cref="ModerationAction.Moved"/> line. A long thread may be moved in several transactions, root by root with all below it, so that others can
    /// write in between; after each, both threads are whole and counted right, and calling again goes on where it was cancelled. Returns how many were moved: 0 when a post is missing, both are the same, or their blogs differ.
    /// </summary>
    Task<int> MergeAsync(BlogId blogId, PostId from, PostId into, string actorKey, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>
    /// Stores comments that come from elsewhere, in one transaction, without judging them. Parents come before their replies or are stored already;
    /// a comment whose identity exists is left as it is. The stored version is the given one, at least 1; counts of votes and reactions and
    /// <see cref="Comment.StatusChangedAt"/> are taken as given. Imported comments have no fingerprints and no log.
    /// Returns how many were stored.
    /// </summary>
    /// <exception cref="ArgumentException">A post is missing, or a parent under it; nothing was stored.</exception>
    Task<int> ImportAsync(IReadOnlyCollection<Comment> comments, CancellationToken cancellationToken);

    /// <summary>Comments in one status, newest identity first.</summary>
    Task<Slice<ListedComment>> ListAsync(CommentQuery query, CancellationToken cancellationToken);

    /// <summary>The texts a comment had before, oldest first.</summary>
    Task<ImmutableArray<CommentRevision>> ListRevisionsAsync(BlogId blogId, CommentId id, CancellationToken cancellationToken);

    /// <summary>The log of a comment, oldest first; also after it was purged.</summary>
    Task<ImmutableArray<ModerationRecord>> ListRecordsAsync(BlogId blogId, CommentId id, CancellationToken cancellationToken);

    /// <summary>The counts of a blog, with <see cref="ThreadCounts.Flagged"/>. One command.</summary>
    Task<ThreadCounts> CountAsync(BlogId blogId, CancellationToken cancellationToken);

    /// <summary>Unpurged comments whose HTML was made by another renderer version, by identity after <paramref name="after"/> (null = from the first).</summary>
    Task<ImmutableArray<Comment>> ListStaleAsync(int rendererVersion, CommentId? after, int limit, CancellationToken cancellationToken);

    /// <summary>Stores HTML made again; changes no version. One transaction.</summary>
    Task SaveRenderingsAsync(IReadOnlyCollection<StaleRendering> renderings, CancellationToken cancellationToken);
}

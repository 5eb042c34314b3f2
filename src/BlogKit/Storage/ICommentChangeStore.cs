using BlogKit.Moderation;

namespace BlogKit.Storage;

/// <summary>
/// Changes comments that are stored: text, status, place, or all of it for ever. Every method but <see cref="MergeAsync"/> is one
/// transaction: all of it is committed before the task completes, or nothing is. In the same transaction the record of the change is
/// written to the log, and the counters (<see cref="ThreadCounts"/> of post and blog), the shown replies of the root and the search index
/// change. Safe for concurrent use.
/// </summary>
/// <remarks>
/// Every call says its blog. What another blog has answers as if it did not exist (0, <see cref="SaveOutcome.Missing"/>), and is not
/// changed. A change that is sent again unchanged, old version included, because the answer to it was lost after the commit, is recognised
/// by the identity of its record: when the version is another one, or the comment is gone, and the log of the comment has the record with
/// the same action, status after it, actor and time, the answer is <see cref="SaveOutcome.Saved"/> and nothing is written. Purging
/// is recognised only by a record of <see cref="ModerationAction.Purged"/>, moving by one of <see cref="ModerationAction.Moved"/>,
/// updating by one of any other action.
/// Texts that cannot be stored, and a record whose <see cref="ModerationRecord.Id"/> is <c>default</c>, are refused with
/// <see cref="ArgumentException"/> before anything is written: <see cref="StorableText"/>, which every store calls.
/// </remarks>
public interface ICommentChangeStore
{
    /// <summary>
    /// Replaces the comment when the stored version is the given one; the stored version is then one higher. When the status differs,
    /// <see cref="Comment.StatusChangedAt"/> becomes the <see cref="ModerationRecord.At"/> of the change's record; without a record it
    /// stays.
    /// </summary>
    Task<SaveOutcome> UpdateAsync(CommentChange change, CancellationToken cancellationToken);

    /// <summary>
    /// Erases text, identity, history, votes and reactions for ever when the stored version is the given one. The row goes too unless a
    /// stored comment answers it; then an empty one stays (<see cref="Comment.PurgedAt"/> set, <see cref="CommentStatus.Deleted"/>, version
    /// one higher). Empty ones above that nobody answers any more go with it.
    /// Flags, fingerprints and the appeal are erased too, and every decision about the comment, in the empty row and in the records of its
    /// log with their shadows, becomes <see cref="ModerationDecision.WithoutText"/>. The records stay otherwise, each at its position.
    /// </summary>
    Task<SaveOutcome> PurgeAsync(BlogId blogId, CommentId id, long version, ModerationRecord record, CancellationToken cancellationToken);

    /// <summary>
    /// Moves a comment with all below it; every identity stays. Versions of the moved comments become one higher.
    /// <see cref="SaveOutcome.Missing"/> when the comment, the post or the new parent is not there, or the parent would be below the
    /// comment.
    /// </summary>
    Task<SaveOutcome> RelocateAsync(CommentRelocation relocation, CancellationToken cancellationToken);

    /// <summary>
    /// Moves every comment of one thread to another post of the same blog; every identity stays, versions become one higher, and the log of
    /// every moved root gets a <see cref="ModerationAction.Moved"/> line. A long thread may be moved in several transactions, root by root
    /// with all below it, so that others can write in between; after each, both threads are whole and counted right, and calling again goes
    /// on where it was cancelled. Returns how many were moved: 0 when a post is missing, both are the same, or their blogs differ.
    /// </summary>
    Task<int> MergeAsync(
        BlogId blogId, PostId from, PostId into, ActorKey actorKey, DateTimeOffset at, CancellationToken cancellationToken);
}

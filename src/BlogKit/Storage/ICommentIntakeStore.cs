using BlogKit.Moderation;

namespace BlogKit.Storage;

/// <summary>
/// Takes comments: reads what a submission is judged by, and stores what was judged, or what comes from elsewhere. Every method is one
/// transaction: all of it is committed before the task completes, or nothing is. In the same transaction the first line of the comment's
/// log (<see cref="CommentAddition.Record"/>), the counters (<see cref="ThreadCounts"/> of post and blog), the shown replies of the root
/// and the search index change. Safe for concurrent use.
/// </summary>
/// <remarks>
/// Every call says its blog. What another blog has answers as if it did not exist.
/// A comment is <em>present</em> in its thread when it is approved or has a present reply (then it is a tombstone unless approved itself).
/// Texts that cannot be stored are refused with <see cref="ArgumentException"/> before anything is written: <see cref="StorableText"/>,
/// which every store calls.
/// </remarks>
public interface ICommentIntakeStore
{
    /// <summary>
    /// Returns every fact that is needed to judge a submission. A bounded number of commands, independent of what is stored.
    /// </summary>
    Task<IntakeFacts> ReadIntakeAsync(IntakeQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Stores a new comment, unless what the addition depends on no longer holds, judged inside the transaction. The stored version is 1.
    /// Checked in this order: submission key, identity (a purged comment keeps its own, as its log shows), post, parent, count, limits.
    /// The limits are counted inside the transaction, over what is committed then: of several hosts that add at once, none gets past a
    /// <see cref="ActivityLimit.Maximum"/>.
    /// <see cref="Comment.StatusChangedAt"/> is stored as null.
    /// </summary>
    Task<AdditionResult> AddAsync(CommentAddition addition, CancellationToken cancellationToken);

    /// <summary>
    /// Stores comments that come from elsewhere, in one transaction, without judging them. Parents come before their replies or are stored
    /// already; a comment whose identity exists is left as it is. The stored version is the given one, at least 1; counts of votes and
    /// reactions and <see cref="Comment.StatusChangedAt"/> are taken as given. Imported comments have no fingerprints and no log.
    /// Returns how many were stored.
    /// </summary>
    /// <exception cref="ArgumentException">A post is missing, or a parent under it; nothing was stored.</exception>
    Task<int> ImportAsync(IReadOnlyCollection<Comment> comments, CancellationToken cancellationToken);
}

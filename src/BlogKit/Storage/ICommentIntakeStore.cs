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
    /// Stores comments that come from elsewhere, with what belongs to them, without judging them, and answers for each, in the order
    /// given. One transaction for all of them: each is stored whole or not at all, and one that is refused keeps no other back. A
    /// <see cref="Comment"/> may be given by itself. Parents come before their replies or are stored already. Nothing is written, and no
    /// row left in the change feed, for what is answered with anything but <see cref="CommentImportOutcome.Stored"/> and
    /// <see cref="CommentImportOutcome.Updated"/>. Cost: a bounded number of commands for each comment, and its voices and former texts;
    /// counters of posts, the blog and commenters once for all new comments.
    /// </summary>
    /// <remarks>
    /// Checked in this order: identity, whether it was purged, post, parent, submission key. A new comment is stored as
    /// <see cref="CommentImport.ToStored"/> tells, <see cref="Comment.StatusChangedAt"/> as given, whatever the status of its parent. One
    /// that is stored is changed only when <see cref="CommentImport.ReplacesVersion"/> is given, by <see cref="CommentImport.ToChange"/>,
    /// as <see cref="ICommentChangeStore.UpdateAsync"/> would, and recognised as there when it is sent again.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// A text cannot be stored, or what belongs to another comment came with one (<see cref="StorableText.Check(CommentImport)"/>);
    /// nothing was stored.
    /// </exception>
    Task<ImmutableArray<CommentImportResult>> ImportAsync(
        IReadOnlyCollection<CommentImport> comments, CancellationToken cancellationToken);
}

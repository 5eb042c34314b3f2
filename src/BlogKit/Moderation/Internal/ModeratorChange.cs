using BlogKit.Moderation;

namespace BlogKit.Internal;

/// <summary>What a moderator does with a comment, whichever it is.</summary>
/// <param name="Action">What the log calls it.</param>
/// <param name="Apply">The comment as it is afterwards; the same when there is nothing to do.</param>
internal sealed record ModeratorChange(ModerationAction Action, Func<Comment, Comment> Apply)
{
    public static ModeratorChange Approve { get; } = new(ModerationAction.Approved, static c => c with
    {
        Status = CommentStatus.Approved,
        StatusBeforeRemoval = null,
        ApprovedRevision = c.Revision,
    });

    public static ModeratorChange Spam { get; } = new(ModerationAction.MarkedSpam, static c => Removed(c, CommentStatus.Spam));

    public static ModeratorChange Trash { get; } = new(ModerationAction.Trashed, static c => Removed(c, CommentStatus.Trashed));

    public static ModeratorChange ForgetName { get; } = new(ModerationAction.NameForgotten, static c => c);

    public static ModeratorChange Restore { get; } = new(
        ModerationAction.Restored, static c => c.Status is CommentStatus.Approved or CommentStatus.Pending ? c : Restored(c));

    public static ModeratorChange Pin { get; } = new(ModerationAction.Pinned, static c => c with { IsPinned = true })
    {
        Refuse = static c => c.ParentId is null
            ? null
            : BlogError.Of(ErrorKind.Invalid, ErrorCodes.NotARoot, "Only a comment at the top of a thread can be pinned.", "Id"),
    };

    public static ModeratorChange Unpin { get; } = new(ModerationAction.Unpinned, static c => c with { IsPinned = false });

    /// <summary>Why it cannot be done with a comment; null when it can.</summary>
    public Func<Comment, BlogError?> Refuse { get; private init; } = static _ => null;

    /// <summary>Whether it is done, and recorded, even when the comment stays as it is.</summary>
    public bool ConcernsTheWriter => Action is ModerationAction.Banned or ModerationAction.NameForgotten;

    /// <summary>Whether it says what is to become of the comment, even when the comment is that already.</summary>
    public bool Decides => Action is ModerationAction.Approved or ModerationAction.Held or ModerationAction.MarkedSpam
        or ModerationAction.Trashed or ModerationAction.Banned;

    public static ModeratorChange Hold(string? reason) => new(ModerationAction.Held, c => HeldByHand.Hold(c, reason) with
    {
        Status = CommentStatus.Pending,
        StatusBeforeRemoval = null,
        ApprovedRevision = null,
    });

    public static ModeratorChange Ban(BanTarget target) => new(ModerationAction.Banned, static c => Removed(c, CommentStatus.Spam))
    {
        Refuse = c => c.By.Kind is CommenterKind.Author
            ? BlogError.Of(
                ErrorKind.Invalid, ErrorCodes.CannotBeBanned, "An author of the blog wrote the comment; take the role away instead.")
            : BanKeys.Of(c, target).Any() ? null
            : BlogError.Of(
                ErrorKind.Invalid,
                ErrorCodes.CannotBeBanned,
                "Nothing tells who wrote the comment: there is neither a user, nor an e-mail address, nor an address to ban."),
    };

    private static Comment Removed(Comment comment, CommentStatus status) => comment with
    {
        Status = status,
        StatusBeforeRemoval = comment.Status is CommentStatus.Approved or CommentStatus.Pending
            ? comment.Status
            : comment.StatusBeforeRemoval,
    };

    private static Comment Restored(Comment comment)
    {
        // A comment that was shown before is shown again only if its text is still the one that was approved; otherwise it waits.
        var before = comment.StatusBeforeRemoval ?? CommentStatus.Pending;
        var status = before is CommentStatus.Approved && comment.ApprovedRevision != comment.Revision ? CommentStatus.Pending : before;
        return comment with { Status = status, StatusBeforeRemoval = null };
    }
}

using BlogKit.Moderation;

namespace BlogKit.Internal;

/// <summary>How a moderator's hold comes to a comment, goes on with its next text, and goes.</summary>
internal static class HeldByHand
{
    private const string Unsaid = "A moderator put the comment back to wait.";

    /// <summary>
    /// The comment as a moderator holds it. Where one holds it already, what was said last is why; who says nothing leaves it at that.
    /// </summary>
    public static Comment Hold(Comment comment, string? reason)
    {
        var before = comment.Hold;
        var said = before is { By: CommentHolder.Moderator } && Waits(comment.Status, comment.StatusBeforeRemoval) ? before.Reason : Unsaid;
        return comment with
        {
            Decision = comment.Decision.AtLeastHeld(),
            Hold = new CommentHold
            {
                By = CommentHolder.Moderator,
                Reason = string.IsNullOrWhiteSpace(reason) ? said : reason,
                OutcomeBefore = before?.OutcomeBefore ?? comment.Decision.Outcome,
            },
        };
    }

    /// <summary>The comment as it was before a moderator held it.</summary>
    /// <param name="comment">The comment.</param>
    /// <param name="before">The record of the hold that was on it then; null for none.</param>
    /// <param name="reason">Why a moderator held it then; null when nobody said.</param>
    public static Comment Release(Comment comment, ModerationRecord? before, string? reason) =>
        comment.Hold is not { By: CommentHolder.Moderator } hold
            ? comment
            : before?.Action switch
            {
                ModerationAction.Held => comment with { Hold = hold with { Reason = reason ?? Unsaid } },
                ModerationAction.Flagged => comment with { Hold = ReadersFlagged.Hold(before.Reason, hold.OutcomeBefore) },
                _ => comment with { Hold = null, Decision = comment.Decision with { Outcome = hold.OutcomeBefore } },
            };

    /// <summary>
    /// What was decided about a new text, and who holds it: whoever held the one before, while it waited or had waited until it was taken
    /// down.
    /// </summary>
    public static (ModerationDecision Decision, CommentHold? Hold) GoesOn(Comment before, ModerationDecision decision) =>
        before.Hold is { } hold && Waits(before.Status, before.StatusBeforeRemoval)
            ? (ReadersFlagged.Keep(before.Decision, decision).AtLeastHeld(), hold with { OutcomeBefore = decision.Outcome })
            : (decision, null);

    /// <summary>Whether a comment waits, or waits again when it comes back from where it was taken down.</summary>
    public static bool Waits(CommentStatus? status, CommentStatus? statusBeforeRemoval) =>
        status is CommentStatus.Pending || statusBeforeRemoval is CommentStatus.Pending;
}

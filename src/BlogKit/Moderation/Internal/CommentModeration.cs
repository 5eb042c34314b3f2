using BlogKit.Moderation;
using BlogKit.Storage;
using Microsoft.Extensions.Logging;

namespace BlogKit.Internal;

/// <summary>
/// Changes one comment by a moderator's hand: found, allowed, compared and swapped, logged, with what follows for flags, appeal and bans.
/// Every service of moderators goes through here, so that no action is without its record.
/// </summary>
internal sealed class CommentModeration(
    ICommentStore comments,
    ICommentChangeStore changeStore,
    IModerationLogStore log,
    IFlagStore flags,
    WriterBans bans,
    TimeProvider clock,
    BlogChanges changes,
    ILogger<ModerationService> logger)
{
    public const int MaximumReasonLength = 1_000;

    private const int MostAttempts = 10;

    private static readonly BlogError NotUndoable = BlogError.Of(
        ErrorKind.Conflict, ErrorCodes.NotUndoable, "What was done last with the comment is nothing a moderator can undo.");

    public async Task<Result<ModeratedComment>> ChangeAsync(
        BlogId blogId, CommentId id, ModeratorChange change, ModeratorRequest request, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var found = await FindAsync(blogId, id, request, cancellationToken).ConfigureAwait(false);
            if (!found.Succeeded)
            {
                return found.Errors;
            }

            var comment = found.Value;
            if (change.Refuse(comment) is { } refusal)
            {
                return refusal;
            }

            var now = request.At ?? clock.GetUtcNow();
            var changed = change.Apply(comment);
            if (change.Decides || (change.Action is ModerationAction.Restored && changed != comment))
            {
                changed = Answered(changed, now);
            }

            // An action that dismisses flags or concerns the writer is done even when the comment itself stays the same, and every action
            // that is done needs a record.
            if (changed == comment
                && !change.ConcernsTheWriter
                && !(change.Action is ModerationAction.Approved && await IsFlaggedAsync(comment, cancellationToken).ConfigureAwait(false)))
            {
                return new ModeratedComment(comment, Changed: false);
            }

            var outcome = await SaveAsync(comment, changed, change.Action, null, request, now, cancellationToken).ConfigureAwait(false);

            if (outcome is not SaveOutcome.Conflict || request.Version is not null || attempt == MostAttempts)
            {
                return Result(outcome, changed);
            }
        }
    }

    /// <summary>Undoes one record of the comment.</summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="id">The comment.</param>
    /// <param name="choose">Which record; null = there is none.</param>
    /// <param name="request">Who undoes it.</param>
    /// <param name="cancellationToken">Honoured until the change is handed to the store.</param>
    public async Task<Result<ModeratedComment>> UndoAsync(
        BlogId blogId,
        CommentId id,
        Func<CommentLog, ModerationRecord?> choose,
        ModeratorRequest request,
        CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            // The comment is read before its log: when a record is written between the two reads, the version of the comment changes, and
            // the update fails instead of missing the record.
            var found = await FindAsync(blogId, id, request, cancellationToken).ConfigureAwait(false);
            if (!found.Succeeded)
            {
                return found.Errors;
            }

            var comment = found.Value;
            var records = new CommentLog(await log.ListAllOfCommentAsync(blogId, id, cancellationToken).ConfigureAwait(false));
            if (choose(records) is not { } record || !IsUndoable(records.Trace(record).Origin))
            {
                return NotUndoable;
            }

            if (!records.CanUndo(record) || comment.Status != record.To)
            {
                return ChangedSince;
            }

            var now = request.At ?? clock.GetUtcNow();
            var changed = Undone(comment, record, records, now);
            var outcome = await SaveAsync(
                comment, changed, ModerationAction.Undone, record, request, now, cancellationToken).ConfigureAwait(false);
            if (outcome is SaveOutcome.Saved)
            {
                await FollowBanAsync(comment, record, records, request.Actor, now).ConfigureAwait(false);
            }

            if (outcome is not SaveOutcome.Conflict || request.Version is not null || attempt == MostAttempts)
            {
                return Result(outcome, changed);
            }
        }
    }

    public async Task<Result<Comment>> FindAsync(BlogId blogId, CommentId id, ModeratorRequest request, CancellationToken cancellationToken)
    {
        if (Moderators.Refuse(request.Actor, blogId) is { } refusal)
        {
            return refusal;
        }

        var errors = new InputErrors();
        errors.Text(request.Reason, MaximumReasonLength, "Reason");
        if (errors.Any)
        {
            return errors.ToImmutable();
        }

        var comment = await comments.FindAsync(blogId, id, cancellationToken).ConfigureAwait(false);
        if (comment is null)
        {
            return Errors.CommentNotFound;
        }

        if (comment.PurgedAt is not null)
        {
            return Errors.Purged;
        }

        return request.Version is null || request.Version == comment.Version ? comment : Errors.Changed("comment");
    }

    private async Task<bool> IsFlaggedAsync(Comment comment, CancellationToken cancellationToken) =>
        (await flags.ListAllFlagsAsync(comment.BlogId, comment.Id, cancellationToken).ConfigureAwait(false))
            .Any(static f => f.DismissedAt is null);

    private static BlogError ChangedSince => BlogError.Of(
        ErrorKind.Conflict,
        ErrorCodes.Changed,
        "Something else was done with the {thing} since; it is left as it is.",
        arguments: [("thing", "comment")]);

    private static Result<ModeratedComment> Result(SaveOutcome outcome, Comment changed)
    {
        var saved = CommentRecords.Saved(outcome, changed);
        return saved.Succeeded ? new ModeratedComment(saved.Value, Changed: true) : saved.Errors;
    }

    private static bool IsUndoable(ModerationRecord origin) => origin.From is not null && origin.Action
        is ModerationAction.Approved or ModerationAction.Held or ModerationAction.MarkedSpam or ModerationAction.Trashed
        or ModerationAction.Restored or ModerationAction.Banned or ModerationAction.Pinned or ModerationAction.Unpinned
        or ModerationAction.Reevaluated;

    private static Comment Answered(Comment comment, DateTimeOffset now) =>
        comment.Appeal is { AnsweredAt: null } open ? comment with { Appeal = open with { AnsweredAt = now } } : comment;

    private static Comment Undone(Comment comment, ModerationRecord record, CommentLog log, DateTimeOffset now)
    {
        var (origin, takesBack) = log.Trace(record);
        var undone = comment with
        {
            Status = record.From!.Value,
            StatusBeforeRemoval = record.FromBeforeRemoval,
            ApprovedRevision = record.FromApprovedRevision,
            Appeal = comment.Appeal is { } appeal
                ? appeal with { AnsweredAt = appeal.AnsweredAt is null ? now : appeal.AnsweredAt == record.At ? null : appeal.AnsweredAt }
                : null,
        };
        return origin.Action switch
        {
            ModerationAction.Pinned => undone with { IsPinned = !takesBack },
            ModerationAction.Unpinned => undone with { IsPinned = takesBack },
            ModerationAction.Held when takesBack => Released(undone, log.HoldBefore(origin), log),
            ModerationAction.Held => HeldAgain(undone, comment, origin),
            _ => undone,
        };
    }

    private static Comment Released(Comment undone, ModerationRecord? earlierHold, CommentLog log) =>
        HeldByHand.Release(undone, earlierHold, log.ReasonOf(earlierHold));

    private static Comment HeldAgain(Comment undone, Comment comment, ModerationRecord origin)
    {
        var again = HeldByHand.Hold(comment, origin.Reason);
        return undone with { Decision = again.Decision, Hold = again.Hold };
    }

    private async Task FollowBanAsync(Comment comment, ModerationRecord record, CommentLog log, Actor actor, DateTimeOffset now)
    {
        var (origin, takesBack) = log.Trace(record);
        if (origin.Action is not ModerationAction.Banned)
        {
            return;
        }

        if (takesBack)
        {
            await bans.LiftAsync(comment, record.At, actor, now, CancellationToken.None).ConfigureAwait(false);
        }
        else
        {
            await bans.RepeatAsync(comment, origin.At, actor, now, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task<SaveOutcome> SaveAsync(
        Comment before,
        Comment after,
        ModerationAction action,
        ModerationRecord? undoes,
        ModeratorRequest request,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var record = CommentRecords.Of(after, action, before.Status, request.Actor, now) with
        {
            Reason = request.Reason,
            OperationId = request.OperationId,
            FromBeforeRemoval = before.StatusBeforeRemoval,
            FromApprovedRevision = before.ApprovedRevision,
            Undoes = undoes?.Position,
        };
        var dismissAt = action is ModerationAction.Approved ? now : (DateTimeOffset?)null;
        var outcome = await changeStore.UpdateAsync(
            new CommentChange(after, record) { DismissFlagsAt = dismissAt },
            cancellationToken).AnnounceAsync(changes, before, after).ConfigureAwait(false);
        if (outcome is SaveOutcome.Saved)
        {
            ModeratingLog.CommentModerated(logger, after.Id, action, record.ActorKey);
        }

        return outcome;
    }
}

using BlogKit.Internal;
using BlogKit.Storage;
using Microsoft.Extensions.Logging;

namespace BlogKit.Moderation;

/// <summary>
/// Judges comments again when the policies have changed: all that are held, or any single one without changing it. What a moderator or
/// readers held is left to a moderator. Safe for concurrent use: a comment that somebody changes meanwhile is left as they leave it.
/// </summary>
public sealed class ReevaluationService
{
    private const int BatchSize = 100;

    private readonly IModerationStore _moderation;
    private readonly ICommentStore _comments;
    private readonly ICommentChangeStore _changeStore;
    private readonly IJudgeAgain _judge;
    private readonly IIdGenerator _ids;
    private readonly TimeProvider _clock;
    private readonly BlogChanges _changes;
    private readonly ILogger<ReevaluationService> _logger;

    internal ReevaluationService(
        IModerationStore moderation,
        ICommentStore comments,
        ICommentChangeStore changeStore,
        IJudgeAgain judge,
        IIdGenerator ids,
        TimeProvider clock,
        BlogChanges changes,
        ILogger<ReevaluationService> logger)
    {
        _moderation = moderation;
        _comments = comments;
        _changeStore = changeStore;
        _judge = judge;
        _ids = ids;
        _clock = clock;
        _changes = changes;
        _logger = logger;
    }

    /// <summary>
    /// Judges every held comment of a blog that another set of policies judged, oldest first. Cost: one pass over what is held, and one
    /// judgement for each that is due. Policies that ask other services ask them again.
    /// </summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="actor">
    /// Who wants it; needs <see cref="Actor.CanModerate"/>, else <see cref="ErrorCodes.NotAllowed"/>. The log names them.
    /// </param>
    /// <param name="progress">Told after every comment; null for nobody.</param>
    /// <param name="cancellationToken">Honoured between comments; what was decided stays so.</param>
    public async Task<Result<ReevaluationReport>> RunAsync(
        BlogId blogId, Actor actor, IProgress<ReevaluationReport>? progress = null, CancellationToken cancellationToken = default)
    {
        if (Moderators.Refuse(actor, blogId) is { } refusal)
        {
            return refusal;
        }

        var report = new ReevaluationReport { OperationId = _ids.Next() };
        var query = new QueueQuery { BlogId = blogId, Statuses = [CommentStatus.Pending], Order = QueueOrder.Oldest, Size = BatchSize };
        for (var more = true; more;)
        {
            var slice = await _moderation.ListQueueAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var (comment, _) in slice.Items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                report = Count(report, await JudgeAsync(comment, report.OperationId, actor, cancellationToken).ConfigureAwait(false));
                progress?.Report(report);
            }

            more = slice.HasNext;
            query = more
                ? query with { After = new QueueCursor(slice.Items[^1].Comment.Id, slice.Items[^1].Comment.Decision.Points) }
                : query;
        }

        ModeratingLog.JudgedAgain(_logger, report.Judged, report.Approved + report.Spam);
        return report;
    }

    /// <summary>
    /// Judges one comment's present text by the live policies, in its context of now, and changes nothing. It counts as an edit: how much
    /// was sent lately does not matter. Policies that ask other services ask them again.
    /// </summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="id">
    /// The comment, whatever its status; <see cref="ErrorCodes.CommentNotFound"/> when it is not there, <see cref="ErrorCodes.Purged"/>
    /// when its text is gone.
    /// </param>
    /// <param name="actor">The actor; needs <see cref="Actor.CanModerate"/>, else <see cref="ErrorCodes.NotAllowed"/>.</param>
    /// <param name="cancellationToken">Stops the reads and the policies.</param>
    /// <returns>The decision that would be made; or an error, also <see cref="ErrorCodes.PostNotFound"/> when its post is gone.</returns>
    public async Task<Result<ModerationDecision>> JudgeAsync(
        BlogId blogId, CommentId id, Actor actor, CancellationToken cancellationToken = default)
    {
        if (Moderators.Refuse(actor, blogId) is { } refusal)
        {
            return refusal;
        }

        if (await _comments.FindAsync(blogId, id, cancellationToken).ConfigureAwait(false) is not { } comment)
        {
            return Errors.CommentNotFound;
        }

        if (comment.PurgedAt is not null)
        {
            return Errors.Purged;
        }

        return await _judge.JudgeAsync(comment, cancellationToken).ConfigureAwait(false) is { } decision
            ? decision
            : Errors.PostNotFound;
    }

    private static ReevaluationReport Count(ReevaluationReport report, CommentStatus? now) => now switch
    {
        null => report with { Skipped = report.Skipped + 1 },
        CommentStatus.Approved => report with { Judged = report.Judged + 1, Approved = report.Approved + 1 },
        CommentStatus.Spam => report with { Judged = report.Judged + 1, Spam = report.Spam + 1 },
        _ => report with { Judged = report.Judged + 1, Held = report.Held + 1 },
    };

    /// <summary>Judges one; null when it is left alone.</summary>
    private async Task<CommentStatus?> JudgeAsync(Comment comment, Guid operationId, Actor actor, CancellationToken cancellationToken)
    {
        if (comment.Hold is not null
            || string.Equals(comment.Decision.PolicySet, _judge.PolicySet, StringComparison.Ordinal)
            || await _judge.JudgeAsync(comment, cancellationToken).ConfigureAwait(false) is not { } decision)
        {
            return null;
        }

        // A stored comment is not refused: one that would be refused today waits for a moderator.
        var judged = CommentIntake.Decided(comment with { Decision = decision });
        var record = CommentRecords.Of(judged, ModerationAction.Reevaluated, comment.Status, actor, _clock.GetUtcNow()) with
        {
            Reason = "The policies have changed.",
            Decision = decision,
            OperationId = operationId,
            FromBeforeRemoval = comment.StatusBeforeRemoval,
            FromApprovedRevision = comment.ApprovedRevision,
        };
        return await _changeStore.UpdateAsync(
            new CommentChange(judged, record),
            cancellationToken).AnnounceAsync(_changes, comment, judged).ConfigureAwait(false) is SaveOutcome.Saved
            ? judged.Status
            : null;
    }
}

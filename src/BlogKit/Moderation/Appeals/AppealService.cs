using BlogKit.Internal;
using BlogKit.Storage;
using Microsoft.Extensions.Logging;

namespace BlogKit.Moderation;

/// <summary>
/// Tells writers what has become of their own comments and lets them answer once. Everybody but the writer (<see cref="Comment.OwnerKey"/>)
/// gets <see cref="ErrorCodes.CommentNotFound"/>, so that nobody learns of hidden comments. Safe for concurrent use.
/// </summary>
public sealed class AppealService
{
    private const int MostAttempts = 10;

    private readonly ICommentStore _comments;
    private readonly ICommentChangeStore _changeStore;
    private readonly AppealOptions _options;
    private readonly TimeProvider _clock;
    private readonly BlogChanges _changes;
    private readonly ILogger<AppealService> _logger;

    internal AppealService(
        ICommentStore comments,
        ICommentChangeStore changeStore,
        AppealOptions options,
        TimeProvider clock,
        BlogChanges changes,
        ILogger<AppealService> logger)
    {
        _comments = comments;
        _changeStore = changeStore;
        _options = options;
        _clock = clock;
        _changes = changes;
        _logger = logger;
    }

    /// <summary>Returns the status of the actor's own comment, with a reason fit to show.</summary>
    public async Task<Result<OwnCommentState>> GetOwnStateAsync(
        BlogId blogId, CommentId id, Actor actor, CancellationToken cancellationToken = default)
    {
        var found = await FindOwnAsync(blogId, id, actor, cancellationToken).ConfigureAwait(false);
        return found.Succeeded ? State(found.Value) : found.Errors;
    }

    /// <summary>
    /// Files an appeal, the writer's answer for their own comment that is not shown; once per comment, for ever. The status stays as it is:
    /// the answer goes to the moderators' queue (<see cref="QueueFilter.OpenAppeals"/>) until one of them decides.
    /// </summary>
    /// <remarks>
    /// Errors: <see cref="ErrorCodes.NotEnabled"/>, <see cref="ErrorCodes.Required"/>, <see cref="ErrorCodes.TooLong"/>,
    /// <see cref="ErrorCodes.InvalidText"/>, <see cref="ErrorCodes.CommentNotFound"/>, <see cref="ErrorCodes.NotAppealable"/>,
    /// <see cref="ErrorCodes.AlreadyAppealed"/>.
    /// </remarks>
    /// <param name="blogId">The blog.</param>
    /// <param name="id">The comment.</param>
    /// <param name="text">The text of the appeal, plain.</param>
    /// <param name="actor">The writer.</param>
    /// <param name="cancellationToken">Honoured until the answer is handed to the store.</param>
    public async Task<Result<OwnCommentState>> AppealAsync(
        BlogId blogId, CommentId id, string text, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!_options.Enabled)
        {
            return BlogError.Of(ErrorKind.Forbidden, ErrorCodes.NotEnabled, "Decisions about comments cannot be answered here.");
        }

        var errors = new InputErrors();
        errors.RequiredText(text, _options.MaximumLength, "Text");
        if (errors.Any)
        {
            return errors.ToImmutable();
        }

        for (var attempt = 0; ; attempt++)
        {
            var found = await FindOwnAsync(blogId, id, actor, cancellationToken).ConfigureAwait(false);
            if (!found.Succeeded)
            {
                return found.Errors;
            }

            var comment = found.Value;
            if (comment.Appeal is not null)
            {
                return BlogError.Of(
                    ErrorKind.Conflict, ErrorCodes.AlreadyAppealed, "You have answered for this comment already; a moderator reads it.");
            }

            if (!_options.Allows(comment.Status))
            {
                return BlogError.Of(
                    ErrorKind.Conflict,
                    ErrorCodes.NotAppealable,
                    "There is nothing to answer: the comment is shown, was withdrawn, or its state is final.");
            }

            var now = _clock.GetUtcNow();
            var appealed = comment with { Appeal = new CommentAppeal(text.ReplaceLineEndings("\n").Trim(), now) };

            // The text of the appeal is stored with the comment, which can be purged. The log cannot be purged, so its record has no text.
            var record = CommentRecords.Of(appealed, ModerationAction.Appealed, comment.Status, actor, now) with
            {
                FromBeforeRemoval = comment.StatusBeforeRemoval,
                FromApprovedRevision = comment.ApprovedRevision,
            };
            var outcome = await _changeStore.UpdateAsync(
                new CommentChange(appealed, record), cancellationToken).AnnounceAsync(_changes, comment, appealed).ConfigureAwait(false);
            if (outcome is SaveOutcome.Saved)
            {
                ModeratingLog.CommentModerated(_logger, id, record.Action, record.ActorKey);
                return State(appealed);
            }

            if (outcome is not SaveOutcome.Conflict || attempt == MostAttempts)
            {
                return CommentRecords.Saved(outcome, appealed).Errors;
            }
        }
    }

    private async Task<Result<Comment>> FindOwnAsync(BlogId blogId, CommentId id, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var comment = actor.Key is null ? null : await _comments.FindAsync(blogId, id, cancellationToken).ConfigureAwait(false);
        return comment is { PurgedAt: null } && comment.IsOwnedBy(actor) ? comment : Errors.CommentNotFound;
    }

    private OwnCommentState State(Comment comment)
    {
        // The reason of the policies is shown only while the status is their decision.
        var (standing, reason) = comment.Status switch
        {
            CommentStatus.Approved => (OwnCommentStanding.Shown, "Your comment is shown."),
            CommentStatus.Pending
                when comment.Decision.Outcome is not ModerationOutcome.Approve && comment.Hold is not { By: CommentHolder.Moderator } =>
                    (OwnCommentStanding.Waiting, comment.Decision.PublicExplanation ?? Waits),
            CommentStatus.Pending => (OwnCommentStanding.Waiting, Waits),
            CommentStatus.Spam when comment.Decision.Outcome is ModerationOutcome.Spam =>
                (OwnCommentStanding.NotShown, comment.Decision.PublicExplanation ?? IsNotShown),
            CommentStatus.Deleted => (OwnCommentStanding.Withdrawn, "Your comment was withdrawn."),
            _ => (OwnCommentStanding.NotShown, IsNotShown),
        };
        return new OwnCommentState
        {
            Id = comment.Id,
            Standing = standing,
            Reason = reason,
            CanAppeal = comment.Appeal is null && _options.Allows(comment.Status),
            Appeal = comment.Appeal,
        };
    }

    private const string Waits = "Your comment waits for a moderator.";

    private const string IsNotShown = "Your comment is not shown.";
}

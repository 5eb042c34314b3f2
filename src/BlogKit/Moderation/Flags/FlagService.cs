using BlogKit.Internal;
using BlogKit.Storage;
using Microsoft.Extensions.Logging;

namespace BlogKit.Moderation;

/// <summary>
/// Takes readers' flags, their objections to comments. The first objection is in the moderators' queue (<see cref="QueueFilter.Flagged"/>);
/// when they weigh enough, the comment waits for a moderator, whose approval makes every objection until then count no more. All guests of
/// one network have one objection together. What guests say never hides a comment of a signed-in user or an author, nor one that a
/// moderator approved in spite of objections: it is only told to the moderators. Safe for concurrent use.
/// </summary>
public sealed class FlagService
{
    private const int MostAttempts = 10;

    private readonly ICommentStore _comments;
    private readonly ICommentChangeStore _changeStore;
    private readonly IModerationLogStore _log;
    private readonly IFlagStore _flags;
    private readonly FlagOptions _options;
    private readonly TimeProvider _clock;
    private readonly BlogChanges _changes;
    private readonly ILogger<FlagService> _logger;

    internal FlagService(
        ICommentStore comments,
        ICommentChangeStore changeStore,
        IModerationLogStore log,
        IFlagStore flags,
        FlagOptions options,
        TimeProvider clock,
        BlogChanges changes,
        ILogger<FlagService> logger)
    {
        _comments = comments;
        _changeStore = changeStore;
        _log = log;
        _flags = flags;
        _options = options;
        _clock = clock;
        _changes = changes;
        _logger = logger;
    }

    /// <summary>
    /// Flags a shown comment. One flag per actor, and one for all guests of a network: another one replaces it, but not one that a
    /// moderator dismissed. The caller has checked that the actor may read the post.
    /// </summary>
    /// <remarks>
    /// Errors: <see cref="ErrorCodes.NotEnabled"/>, <see cref="ErrorCodes.NotAllowed"/> for <see cref="Actor.Anonymous"/>,
    /// <see cref="ErrorCodes.OutOfRange"/>, <see cref="ErrorCodes.Required"/> when <see cref="FlagKind.Other"/> comes without a note,
    /// <see cref="ErrorCodes.TooLong"/>, <see cref="ErrorCodes.InvalidText"/>, <see cref="ErrorCodes.CommentNotFound"/>,
    /// <see cref="ErrorCodes.OwnComment"/>.
    /// </remarks>
    /// <param name="blogId">The blog.</param>
    /// <param name="id">The comment.</param>
    /// <param name="kind">The kind of objection.</param>
    /// <param name="note">In words, plain text; null or empty when nothing is said.</param>
    /// <param name="actor">The actor who flags it.</param>
    /// <param name="cancellationToken">Honoured until the objection is handed to the store.</param>
    public async Task<Result<SubmittedFlag>> FlagAsync(
        BlogId blogId, CommentId id, FlagKind kind, string? note, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        note = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        if (Check(kind, note, actor) is { IsEmpty: false } errors)
        {
            return errors;
        }

        var comment = await _comments.FindAsync(blogId, id, cancellationToken).ConfigureAwait(false);
        if (comment is not { Status: CommentStatus.Approved })
        {
            return Errors.CommentNotFound;
        }

        if (comment.IsOwnedBy(actor))
        {
            return BlogError.Of(ErrorKind.Forbidden, ErrorCodes.OwnComment, "Nobody objects to their own comment; it can be withdrawn.");
        }

        var flag = new CommentFlag
        {
            BlogId = blogId,
            CommentId = id,
            FlaggerKey = actor.Key!.Value,
            FlaggerNetwork = actor.Network,
            Kind = kind,
            Note = note,
            Weight = WeightOf(actor, blogId),
            At = _clock.GetUtcNow(),
        };
        var totals = await _flags.SetFlagAsync(flag, cancellationToken).ConfigureAwait(false);
        if (totals is null)
        {
            return Errors.CommentNotFound;
        }

        _changes.InQueue(comment);
        var hidden = totals.Weight >= _options.HideAt && await HideAsync(blogId, id, CancellationToken.None).ConfigureAwait(false);
        return new SubmittedFlag(flag, hidden);
    }

    /// <summary>Takes the actor's flag back; a comment that is hidden already stays so. Succeeds when there was none.</summary>
    public async Task<Result> UnflagAsync(BlogId blogId, CommentId id, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.Key is not { } key)
        {
            return NotRecognised;
        }

        if (await _flags.RemoveFlagAsync(blogId, id, key, cancellationToken).ConfigureAwait(false) is null)
        {
            return Errors.CommentNotFound;
        }

        // A comment leaves the queue with its last flag.
        if (await _comments.FindAsync(blogId, id, CancellationToken.None).ConfigureAwait(false) is { } comment)
        {
            _changes.InQueue(comment);
        }

        return Result.Success;
    }

    /// <summary>Returns the flags of a comment, oldest first, dismissed or not; for moderators.</summary>
    public async Task<Result<ImmutableArray<CommentFlag>>> ListAllAsync(
        BlogId blogId, CommentId id, Actor actor, CancellationToken cancellationToken = default)
    {
        if (Moderators.Refuse(actor, blogId) is { } refusal)
        {
            return refusal;
        }

        var comment = await _comments.FindAsync(blogId, id, cancellationToken).ConfigureAwait(false);
        return comment is null
            ? Errors.CommentNotFound
            : await _flags.ListAllFlagsAsync(blogId, id, cancellationToken).ConfigureAwait(false);
    }

    private static BlogError NotRecognised => Errors.NotAllowed("You may not object to a comment without being recognised.");

    private ImmutableArray<BlogError> Check(FlagKind kind, string? note, Actor actor)
    {
        if (!_options.Enabled)
        {
            return [BlogError.Of(ErrorKind.Forbidden, ErrorCodes.NotEnabled, "Comments cannot be objected to here.")];
        }

        if (actor.Key is null)
        {
            return [NotRecognised];
        }

        var errors = new InputErrors();
        errors.Defined(kind, "Kind");
        if (kind is FlagKind.Other)
        {
            errors.RequiredText(note, _options.MaximumNoteLength, "Note");
        }
        else
        {
            errors.Text(note, _options.MaximumNoteLength, "Note");
        }

        return errors.ToImmutable();
    }

    private double WeightOf(Actor actor, BlogId blogId)
    {
        if (actor.ForBlog(blogId).CanModerate || (actor.Kind is ActorKind.Author && actor.BlogId == blogId))
        {
            return _options.HideAt;
        }

        return actor.Kind is ActorKind.Guest ? _options.GuestWeight : _options.UserWeight;
    }

    /// <summary>Puts the comment back to wait if what counts against it now weighs enough. True when it is no longer shown.</summary>
    private async Task<bool> HideAsync(BlogId blogId, CommentId id, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt <= MostAttempts; attempt++)
        {
            var comment = await _comments.FindAsync(blogId, id, cancellationToken).ConfigureAwait(false);
            if (comment is not { Status: CommentStatus.Approved })
            {
                return true;
            }

            var (counting, weight) = await WeighAsync(comment, cancellationToken).ConfigureAwait(false);
            if (weight < _options.HideAt)
            {
                return false;
            }

            var decision = ReadersFlagged.Add(comment.Decision, counting, _options.HideAt);
            var hold = ReadersFlagged.Hold(decision.Findings[0].Reason, comment.Hold?.OutcomeBefore ?? comment.Decision.Outcome);
            var held = comment with { Status = CommentStatus.Pending, ApprovedRevision = null, Decision = decision, Hold = hold };
            var record = CommentRecords.Of(held, ModerationAction.Flagged, comment.Status, Actor.System, _clock.GetUtcNow()) with
            {
                Reason = hold.Reason,
                Decision = decision,
                FromBeforeRemoval = comment.StatusBeforeRemoval,
                FromApprovedRevision = comment.ApprovedRevision,
            };
            if (await _changeStore.UpdateAsync(
                new CommentChange(held, record),
                cancellationToken).AnnounceAsync(_changes, comment, held).ConfigureAwait(false) is SaveOutcome.Saved)
            {
                ModeratingLog.CommentModerated(_logger, id, record.Action, record.ActorKey);
                return true;
            }
        }

        return false;
    }

    /// <summary>What counts against the comment, and how much of it may hide it.</summary>
    private async Task<(ImmutableArray<CommentFlag> Counting, double Weight)> WeighAsync(
        Comment comment, CancellationToken cancellationToken)
    {
        var records = await _log.ListAllOfCommentAsync(comment.BlogId, comment.Id, cancellationToken).ConfigureAwait(false);
        var approvedAt = records.LastOrDefault(static r => r.Action is ModerationAction.Approved)?.At;
        var flags = await _flags.ListAllFlagsAsync(comment.BlogId, comment.Id, cancellationToken).ConfigureAwait(false);

        // Older versions stored an approval and the dismissal of the flags in two transactions. So flags from before the last approval in
        // the log count as dismissed, too.
        var counting = flags.RemoveAll(f => f.DismissedAt is not null || f.At < approvedAt);
        var wasApprovedInSpite = counting.Length < flags.Length && approvedAt is not null && !(comment.EditedAt > approvedAt);
        var mayGuestsHide = comment.By.Kind is CommenterKind.Guest && !wasApprovedInSpite;
        return (counting, counting.Where(f => mayGuestsHide || f.FlaggerNetwork is null).Sum(static f => f.Weight));
    }
}

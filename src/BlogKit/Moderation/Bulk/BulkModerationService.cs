using BlogKit.Internal;
using BlogKit.Storage;

namespace BlogKit.Moderation;

/// <summary>
/// Applies one action to many comments, and undoes it. Every comment is changed on its own, by compare-and-swap, with its own record in the
/// log: one that somebody else changed does not hold up the others. Every method needs an actor who <see cref="Actor.CanModerate"/> and
/// answers <see cref="ErrorCodes.NotAllowed"/> otherwise. Safe for concurrent use.
/// </summary>
public sealed class BulkModerationService
{
    /// <summary>The most comments in one request: 200.</summary>
    public const int MaximumComments = 200;

    private readonly IModerationLogStore _log;
    private readonly WriterBans _bans;
    private readonly CommentModeration _moderation;
    private readonly IIdGenerator _ids;
    private readonly TimeProvider _clock;

    internal BulkModerationService(
        IModerationLogStore log, WriterBans bans, CommentModeration moderation, IIdGenerator ids, TimeProvider clock)
    {
        _log = log;
        _bans = bans;
        _moderation = moderation;
        _ids = ids;
        _clock = clock;
    }

    /// <summary>
    /// Applies the action to every comment of the request. The whole request fails only for what is wrong with the request itself
    /// (<see cref="ErrorCodes.Required"/>, <see cref="ErrorCodes.TooMany"/>, <see cref="ErrorCodes.TooLong"/>,
    /// <see cref="ErrorCodes.OutOfRange"/>); what is wrong with a comment is in <see cref="BulkResult.Failed"/>.
    /// </summary>
    /// <param name="request">The action and the comments.</param>
    /// <param name="actor">The actor who does it.</param>
    /// <param name="cancellationToken">Honoured between comments; what was done stays done, and the log has its operation.</param>
    public async Task<Result<BulkResult>> ApplyAsync(BulkRequest request, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Moderators.Refuse(actor, request.BlogId) is { } refusal)
        {
            return refusal;
        }

        var now = _clock.GetUtcNow();
        if (Check(request, now) is { IsEmpty: false } errors)
        {
            return errors;
        }

        var change = request.Action switch
        {
            BulkAction.Approve => ModeratorChange.Approve,
            BulkAction.Spam => ModeratorChange.Spam,
            BulkAction.Trash => ModeratorChange.Trash,
            BulkAction.Restore => ModeratorChange.Restore,
            BulkAction.Ban => ModeratorChange.Ban(request.BanTarget),
            _ => ModeratorChange.Hold(request.Reason),
        };

        // All records of the operation have one time: undo finds the bans that came with it by this time.
        var terms = new ModeratorRequest(actor, request.Reason) { OperationId = _ids.Next(), At = now };
        var result = new BulkTally(terms.OperationId!.Value);
        foreach (var comment in request.Comments.DistinctBy(static c => c.Id))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var versioned = terms with { Version = comment.Version };
            var changed = await _moderation.ChangeAsync(
                request.BlogId, comment.Id, change, versioned, cancellationToken).ConfigureAwait(false);
            if (changed.Succeeded && request.Action is BulkAction.Ban)
            {
                await BanAsync(changed.Value.Comment, request, versioned).ConfigureAwait(false);
            }

            result.Add(comment.Id, changed);
        }

        return result.ToResult();
    }

    /// <summary>
    /// Undoes an action on many comments: every comment with which nothing else was done since returns to the status it had; the others are
    /// in <see cref="BulkResult.Failed"/> with <see cref="ErrorCodes.Changed"/>. Bans that came with it are lifted; flags it dismissed stay
    /// dismissed. It is logged as an operation of its own, which can be undone again.
    /// </summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="operationId">The operation; <see cref="ErrorCodes.OperationNotFound"/> when the blog's log has none.</param>
    /// <param name="actor">The actor who undoes it.</param>
    /// <param name="reason">Why, for the log; null when nothing is said.</param>
    /// <param name="cancellationToken">Honoured between comments; what was undone stays so.</param>
    public async Task<Result<BulkResult>> UndoAsync(
        BlogId blogId, Guid operationId, Actor actor, string? reason = null, CancellationToken cancellationToken = default)
    {
        if (Moderators.Refuse(actor, blogId) is { } refusal)
        {
            return refusal;
        }

        var errors = new InputErrors();
        errors.Text(reason, CommentModeration.MaximumReasonLength, "Reason");
        if (errors.Any)
        {
            return errors.ToImmutable();
        }

        var records = await _log.ListAllOfOperationAsync(blogId, operationId, cancellationToken).ConfigureAwait(false);
        if (records.IsEmpty)
        {
            return Errors.OperationNotFound;
        }

        var terms = new ModeratorRequest(actor, reason) { OperationId = _ids.Next(), At = _clock.GetUtcNow() };
        var result = new BulkTally(terms.OperationId!.Value);
        foreach (var record in records)
        {
            cancellationToken.ThrowIfCancellationRequested();
            result.Add(record.CommentId, await _moderation.UndoAsync(
                blogId, record.CommentId, log => log.Find(record.Position), terms, cancellationToken).ConfigureAwait(false));
        }

        return result.ToResult();
    }

    private static ImmutableArray<BlogError> Check(BulkRequest request, DateTimeOffset now)
    {
        var errors = new InputErrors();
        errors.Defined(request.Action, nameof(BulkRequest.Action));
        errors.Text(request.Reason, CommentModeration.MaximumReasonLength, nameof(BulkRequest.Reason));
        if (request.Comments.IsDefaultOrEmpty)
        {
            errors.Add(ErrorCodes.Required, nameof(BulkRequest.Comments), "{field} names no comment.");
        }
        else
        {
            errors.Count(request.Comments.Length, MaximumComments, nameof(BulkRequest.Comments));
        }

        if (request.BanUntil <= now)
        {
            errors.Add(ErrorCodes.OutOfRange, nameof(BulkRequest.BanUntil), "{field} must be in the future.");
        }

        return errors.ToImmutable();
    }

    // The log already says that the writer is banned, so the ban is no longer cancelled.
    private async Task BanAsync(Comment comment, BulkRequest request, ModeratorRequest terms)
    {
        var ban = new Ban
        {
            BlogId = request.BlogId,
            Key = "",
            Reason = request.Reason,
            ActorKey = terms.Actor.Key ?? ActorKey.Anonymous,
            At = terms.At!.Value,
            Until = request.BanUntil?.ToUniversalTime(),
        };
        foreach (var key in BanKeys.Of(comment, request.BanTarget))
        {
            await _bans.AddAsync(comment, key, ban, CancellationToken.None).ConfigureAwait(false);
        }
    }
}

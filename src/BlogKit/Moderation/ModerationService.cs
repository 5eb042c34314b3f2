using BlogKit.Internal;
using BlogKit.Storage;
using Microsoft.Extensions.Logging;

namespace BlogKit.Moderation;

/// <summary>
/// Carries out what moderators decide about comments. Every method needs an actor who <see cref="Actor.CanModerate"/> and answers
/// <see cref="ErrorCodes.NotAllowed"/> otherwise; every action is kept in the log with its actor and reason. Safe for concurrent use.
/// </summary>
/// <remarks>
/// A <c>version</c> of null means "as it is now": the change is tried again when somebody else was faster. With a version,
/// a comment that changed since gives <see cref="ErrorCodes.Changed"/>, and nothing happens.
/// </remarks>
public sealed class ModerationService
{
    private const int MostAttempts = 10;

    private readonly ICommentStore _comments;
    private readonly ICommentIntakeStore _intakeStore;
    private readonly ICommentChangeStore _changeStore;
    private readonly IDisplayNameStore _names;
    private readonly CommentModeration _moderation;
    private readonly TimeProvider _clock;
    private readonly BlogChanges _changes;
    private readonly ILogger<ModerationService> _logger;

    internal ModerationService(
        ICommentStore comments,
        ICommentIntakeStore intakeStore,
        ICommentChangeStore changeStore,
        IDisplayNameStore names,
        CommentModeration moderation,
        TimeProvider clock,
        BlogChanges changes,
        ILogger<ModerationService> logger)
    {
        _comments = comments;
        _intakeStore = intakeStore;
        _changeStore = changeStore;
        _names = names;
        _moderation = moderation;
        _clock = clock;
        _changes = changes;
        _logger = logger;
    }

    /// <summary>
    /// Approves the comment, whatever its status was. The approval is for the text it has now, and readers' flags until now count no more.
    /// </summary>
    public Task<Result<Comment>> ApproveAsync(
        BlogId blogId,
        CommentId id,
        Actor actor,
        long? version = null,
        string? reason = null,
        CancellationToken cancellationToken = default) =>
        CommentOf(_moderation.ChangeAsync(
            blogId, id, ModeratorChange.Approve, new ModeratorRequest(actor, reason, version), cancellationToken));

    /// <summary>Holds the comment for a moderator. Until one approves it, no edit lets it pass by itself.</summary>
    public Task<Result<Comment>> HoldAsync(
        BlogId blogId,
        CommentId id,
        Actor actor,
        long? version = null,
        string? reason = null,
        CancellationToken cancellationToken = default) =>
        CommentOf(_moderation.ChangeAsync(
            blogId, id, ModeratorChange.Hold(reason), new ModeratorRequest(actor, reason, version), cancellationToken));

    /// <summary>Marks the comment as spam.</summary>
    public Task<Result<Comment>> MarkSpamAsync(
        BlogId blogId,
        CommentId id,
        Actor actor,
        long? version = null,
        string? reason = null,
        CancellationToken cancellationToken = default) =>
        CommentOf(_moderation.ChangeAsync(
            blogId, id, ModeratorChange.Spam, new ModeratorRequest(actor, reason, version), cancellationToken));

    /// <summary>Moves the comment to the trash; its replies stay, below a tombstone.</summary>
    public Task<Result<Comment>> TrashAsync(
        BlogId blogId,
        CommentId id,
        Actor actor,
        long? version = null,
        string? reason = null,
        CancellationToken cancellationToken = default) =>
        CommentOf(_moderation.ChangeAsync(
            blogId, id, ModeratorChange.Trash, new ModeratorRequest(actor, reason, version), cancellationToken));

    /// <summary>Restores the status that the comment had before it was trashed, marked as spam or withdrawn.</summary>
    public Task<Result<Comment>> RestoreAsync(
        BlogId blogId,
        CommentId id,
        Actor actor,
        long? version = null,
        string? reason = null,
        CancellationToken cancellationToken = default) =>
        CommentOf(_moderation.ChangeAsync(
            blogId, id, ModeratorChange.Restore, new ModeratorRequest(actor, reason, version), cancellationToken));

    /// <summary>Pins a root, which is then shown first.</summary>
    public Task<Result<Comment>> PinAsync(
        BlogId blogId, CommentId id, Actor actor, long? version = null, CancellationToken cancellationToken = default) =>
        CommentOf(_moderation.ChangeAsync(
            blogId, id, ModeratorChange.Pin, new ModeratorRequest(actor, null, version), cancellationToken));

    /// <summary>Unpins a root, which is then shown at its own place again.</summary>
    public Task<Result<Comment>> UnpinAsync(
        BlogId blogId, CommentId id, Actor actor, long? version = null, CancellationToken cancellationToken = default) =>
        CommentOf(_moderation.ChangeAsync(
            blogId, id, ModeratorChange.Unpin, new ModeratorRequest(actor, null, version), cancellationToken));

    /// <summary>
    /// Undoes the last action on the comment by a moderator (or by the policies, judging again) that is not undone yet; called again, the
    /// one before. Dismissed flags stay dismissed; an appeal the action answered is open again. <see cref="ErrorCodes.NotUndoable"/> when
    /// the last was an edit, a move, readers' flags or the submission.
    /// </summary>
    public Task<Result<Comment>> UndoLastAsync(
        BlogId blogId,
        CommentId id,
        Actor actor,
        long? version = null,
        string? reason = null,
        CancellationToken cancellationToken = default) =>
        CommentOf(_moderation.UndoAsync(
            blogId, id, static log => log.Cause, new ModeratorRequest(actor, reason, version), cancellationToken));

    /// <summary>
    /// Redoes the action that was undone last, as long as nothing else was done since; <see cref="ErrorCodes.NotUndoable"/> otherwise.
    /// </summary>
    public Task<Result<Comment>> RedoLastAsync(
        BlogId blogId,
        CommentId id,
        Actor actor,
        long? version = null,
        string? reason = null,
        CancellationToken cancellationToken = default) =>
        CommentOf(_moderation.UndoAsync(
            blogId,
            id,
            static log => log.Last is { Action: ModerationAction.Undone } undone ? undone : null,
            new ModeratorRequest(actor, reason, version),
            cancellationToken));

    /// <summary>
    /// Forgets the name that the comment's writer, a user whom the application gives none, had chosen in the blog, because it offends: they
    /// appear under a neutral word and are asked for a name again. Comments keep the name they were written under; what was done stands in
    /// the comment's log. <see cref="ErrorCodes.NameNotFound"/> when the writer has chosen none.
    /// </summary>
    public async Task<Result<Comment>> ForgetNameAsync(
        BlogId blogId,
        CommentId id,
        Actor actor,
        long? version = null,
        string? reason = null,
        CancellationToken cancellationToken = default)
    {
        var request = new ModeratorRequest(actor, reason, version);
        var found = await _moderation.FindAsync(blogId, id, request, cancellationToken).ConfigureAwait(false);
        if (!found.Succeeded)
        {
            return found;
        }

        var comment = found.Value;
        if (comment.By.UserKey is not { } user
            || await _names.FindDisplayNameAsync(comment.BlogId, user, cancellationToken).ConfigureAwait(false) is null)
        {
            return BlogError.Of(ErrorKind.NotFound, ErrorCodes.NameNotFound, "The writer of the comment has chosen no name in this blog.");
        }

        var recorded = await CommentOf(
            _moderation.ChangeAsync(blogId, id, ModeratorChange.ForgetName, request, cancellationToken)).ConfigureAwait(false);
        if (recorded.Succeeded)
        {
            // The log already says that the name is forgotten, so the deletion is not cancelled.
            await _names.DeleteDisplayNameAsync(comment.BlogId, user, CancellationToken.None).ConfigureAwait(false);
        }

        return recorded;
    }

    /// <summary>Erases text, identity and history of the comment for ever; its place stays as long as replies need it.</summary>
    public async Task<Result> PurgeAsync(
        BlogId blogId,
        CommentId id,
        Actor actor,
        long? version = null,
        string? reason = null,
        CancellationToken cancellationToken = default)
    {
        var request = new ModeratorRequest(actor, reason, version);
        for (var attempt = 0; ; attempt++)
        {
            var found = await _moderation.FindAsync(blogId, id, request, cancellationToken).ConfigureAwait(false);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            var comment = found.Value;
            var record = CommentRecords.Of(
                comment with { Status = CommentStatus.Deleted },
                ModerationAction.Purged,
                comment.Status,
                actor,
                _clock.GetUtcNow()) with
            { Reason = reason };
            var outcome = await _changeStore.PurgeAsync(blogId, id, comment.Version, record, cancellationToken).ConfigureAwait(false);
            if (outcome is SaveOutcome.Saved)
            {
                _changes.Rearranged(comment.BlogId, comment.PostId, id);
                ModeratingLog.CommentModerated(_logger, id, ModerationAction.Purged, record.ActorKey);
                return Result.Success;
            }

            if (version is not null || attempt == MostAttempts)
            {
                return CommentRecords.Saved(outcome, comment).Error!;
            }
        }
    }

    /// <summary>
    /// Moves a comment with all below it to another place: another post of the blog, below another comment, or (without a parent) to the
    /// top. Every identity and permalink stays. Splitting a thread is moving a reply to the top.
    /// </summary>
    public async Task<Result<Comment>> MoveAsync(
        BlogId blogId,
        CommentId id,
        PostId postId,
        CommentId? parentId,
        Actor actor,
        long? version = null,
        string? reason = null,
        CancellationToken cancellationToken = default)
    {
        var request = new ModeratorRequest(actor, reason, version);
        for (var attempt = 0; ; attempt++)
        {
            var found = await _moderation.FindAsync(blogId, id, request, cancellationToken).ConfigureAwait(false);
            if (!found.Succeeded)
            {
                return found;
            }

            var comment = found.Value;
            var record =
                CommentRecords.Of(comment, ModerationAction.Moved, comment.Status, actor, _clock.GetUtcNow()) with { Reason = reason };
            var outcome = await _changeStore.RelocateAsync(
                new CommentRelocation
                {
                    BlogId = blogId,
                    CommentId = id,
                    Version = comment.Version,
                    PostId = postId,
                    ParentId = parentId,
                    Record = record,
                }, cancellationToken).ConfigureAwait(false);
            if (outcome is SaveOutcome.Saved)
            {
                _changes.Rearranged(comment.BlogId, comment.PostId, id);
                _changes.Rearranged(comment.BlogId, postId, id);
                ModeratingLog.CommentModerated(_logger, id, ModerationAction.Moved, record.ActorKey);
                return (await _comments.FindAsync(blogId, id, CancellationToken.None).ConfigureAwait(false))
                    is { } moved ? moved : Errors.CommentNotFound;
            }

            if (outcome is SaveOutcome.Missing)
            {
                return BlogError.Of(
                    ErrorKind.Invalid,
                    ErrorCodes.ParentNotShown,
                    "The comment cannot be moved there: the post or the parent is not there, is of another blog, "
                        + "or is below the comment itself.",
                    parentId is null ? "PostId" : "ParentId");
            }

            if (version is not null || attempt == MostAttempts)
            {
                return Errors.Changed("comment");
            }
        }
    }

    /// <summary>
    /// Moves every comment of one post to another of the same blog; every identity and permalink stays. Returns how many were moved.
    /// <see cref="ErrorCodes.PostNotFound"/> when one of the posts is not there or is of another blog.
    /// </summary>
    public async Task<Result<int>> MergeAsync(
        BlogId blogId, PostId from, PostId into, Actor actor, CancellationToken cancellationToken = default)
    {
        if (Moderators.Refuse(actor, blogId) is { } refusal)
        {
            return refusal;
        }

        if (from == into)
        {
            return BlogError.Of(ErrorKind.Invalid, ErrorCodes.Circular, "A thread cannot be merged into itself.", "Into");
        }

        var source = await FindPostAsync(blogId, from, cancellationToken).ConfigureAwait(false);
        var target = await FindPostAsync(blogId, into, cancellationToken).ConfigureAwait(false);
        if (source is null || target is null)
        {
            return BlogError.Of(
                ErrorKind.NotFound, ErrorCodes.PostNotFound, "There is no such post in the blog.", source is null ? "From" : "Into");
        }

        try
        {
            var by = actor.Key ?? ActorKey.Anonymous;
            var moved = await _changeStore.MergeAsync(
                blogId, from, into, by, _clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
            ModeratingLog.ThreadsMerged(_logger, from, into, moved, by);
            return moved;
        }
        finally
        {
            // A store may move a long thread in several transactions. When it is cancelled, the comments of the committed ones are moved,
            // so the change is always announced.
            _changes.Rearranged(blogId, from);
            _changes.Rearranged(blogId, into);
        }
    }

    /// <summary>Returns the number of comments of a blog, by status.</summary>
    public async Task<Result<ThreadCounts>> CountAsync(BlogId blogId, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.ForBlog(blogId).CanModerate
            ? await _comments.CountAsync(blogId, cancellationToken).ConfigureAwait(false)
            : Errors.MayNotModerate;
    }

    private async Task<PostFacts?> FindPostAsync(BlogId blogId, PostId id, CancellationToken cancellationToken) =>
        (await _intakeStore.ReadIntakeAsync(
            new IntakeQuery { BlogId = blogId, PostId = id }, cancellationToken).ConfigureAwait(false)).Post;

    private static async Task<Result<Comment>> CommentOf(Task<Result<ModeratedComment>> moderated)
    {
        var result = await moderated.ConfigureAwait(false);
        return result.Succeeded ? result.Value.Comment : result.Errors;
    }
}

using BlogKit.Internal;
using BlogKit.Storage;

namespace BlogKit.Moderation;

/// <summary>
/// Reads the append-only log of a blog: who did what with which comment, when and why. Every method needs an actor who
/// <see cref="Actor.CanModerate"/> and answers <see cref="ErrorCodes.NotAllowed"/> otherwise. Safe for concurrent use.
/// </summary>
public sealed class ModerationLogService
{
    private const int MaximumPageSize = 200;
    private const int MaximumKeyLength = 500;
    private const int MostAtOnce = 100;

    private readonly IModerationLogStore _log;
    private readonly ICommentStore _comments;

    internal ModerationLogService(IModerationLogStore log, ICommentStore comments)
    {
        _log = log;
        _comments = comments;
    }

    /// <summary>
    /// Returns a page of the log, newest first. One read of the store; a second one when nothing is left on a page that a cursor names: its
    /// <see cref="Page{T}.Previous"/> is then the last page that has something, or null for the first one.
    /// </summary>
    /// <param name="filter">Which records.</param>
    /// <param name="actor">The actor who looks.</param>
    /// <param name="size">At most this many, 1 to 200.</param>
    /// <param name="cursor">The <see cref="Page{T}.Next"/> of the page before; null = from the newest.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Result<Page<ModerationRecord>>> ListAsync(
        LogFilter filter, Actor actor, int size = 50, string? cursor = null, CancellationToken cancellationToken = default)
    {
        if (Refuse(filter, actor, size) is { IsEmpty: false } errors)
        {
            return errors;
        }

        long? before = null;
        if (cursor is not null)
        {
            if (!CursorText.TryReadPosition(cursor, out var position))
            {
                return Errors.InvalidCursor;
            }

            before = position;
        }

        var query = new LogQuery
        {
            BlogId = filter.BlogId,
            ActorKey = filter.ActorKey,
            Action = filter.Action,
            From = filter.From?.ToUniversalTime(),
            Until = filter.Until?.ToUniversalTime(),
            Before = before,
            Size = size + 1,
        };
        var records = await _log.ListAsync(query, cancellationToken).ConfigureAwait(false);
        if (records.IsEmpty && before is not null)
        {
            // There is nothing before this position: read the oldest page and one record more. That record is the cursor of the last page.
            var last = await _log.ListAsync(query with { Before = null, OldestFirst = true }, cancellationToken).ConfigureAwait(false);
            return new Page<ModerationRecord>([], last.Length > size ? CursorText.WritePosition(last[^1].Position) : null, null);
        }

        var page = records.Length > size ? records[..size] : records;
        return new Page<ModerationRecord>(page, null, records.Length > size ? CursorText.WritePosition(page[^1].Position) : null);
    }

    /// <summary>
    /// Returns the records of one action on many comments, in the order they were written; <see cref="ErrorCodes.OperationNotFound"/> when
    /// the blog has none.
    /// </summary>
    public async Task<Result<ImmutableArray<ModerationRecord>>> ListAllOfOperationAsync(
        BlogId blogId, Guid operationId, Actor actor, CancellationToken cancellationToken = default)
    {
        if (Moderators.Refuse(actor, blogId) is { } refusal)
        {
            return refusal;
        }

        var records = await _log.ListAllOfOperationAsync(blogId, operationId, cancellationToken).ConfigureAwait(false);
        return records.IsEmpty ? Errors.OperationNotFound : records;
    }

    /// <summary>
    /// Returns the comments that records are about, with their posts; those that were purged since, or are of another blog, are left out.
    /// One read for each hundred comments.
    /// </summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="records">Records of the blog, as the log lists them.</param>
    /// <param name="actor">The actor who looks.</param>
    /// <param name="cancellationToken">Stops the reads.</param>
    public async Task<Result<ImmutableArray<ListedComment>>> ReadCommentsAsync(
        BlogId blogId, IReadOnlyCollection<ModerationRecord> records, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        if (Moderators.Refuse(actor, blogId) is { } refusal)
        {
            return refusal;
        }

        var comments = ImmutableArray.CreateBuilder<ListedComment>();
        foreach (var some in records.Select(static r => r.CommentId).Distinct().Chunk(MostAtOnce))
        {
            var found = await _comments.FindManyAsync(blogId, some, cancellationToken).ConfigureAwait(false);
            comments.AddRange(found.Where(static c => c.Comment.PurgedAt is null));
        }

        return comments.DrainToImmutable();
    }

    /// <summary>Returns every record about a comment, oldest first; also after it was purged.</summary>
    public async Task<Result<ImmutableArray<ModerationRecord>>> ListAllOfCommentAsync(
        BlogId blogId, CommentId id, Actor actor, CancellationToken cancellationToken = default)
    {
        return Moderators.Refuse(actor, blogId) is { } refusal
            ? refusal
            : await _log.ListAllOfCommentAsync(blogId, id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Returns the earlier texts of a comment, oldest first.</summary>
    public async Task<Result<ImmutableArray<CommentRevision>>> ListAllRevisionsAsync(
        BlogId blogId, CommentId id, Actor actor, CancellationToken cancellationToken = default)
    {
        if (Moderators.Refuse(actor, blogId) is { } refusal)
        {
            return refusal;
        }

        var comment = await _comments.FindAsync(blogId, id, cancellationToken).ConfigureAwait(false);
        return comment is null
            ? Errors.CommentNotFound
            : await _comments.ListAllRevisionsAsync(blogId, id, cancellationToken).ConfigureAwait(false);
    }

    private static ImmutableArray<BlogError> Refuse(LogFilter filter, Actor actor, int size)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (Moderators.Refuse(actor, filter.BlogId) is { } refusal)
        {
            return [refusal];
        }

        var errors = new InputErrors();
        errors.Text(filter.ActorKey?.ToString(), MaximumKeyLength, nameof(filter.ActorKey));
        if (filter.Action is { } action)
        {
            errors.Defined(action, nameof(filter.Action));
        }

        errors.Span(filter.From, filter.Until, nameof(filter.Until));
        return errors.Any || size is >= 1 and <= MaximumPageSize ? errors.ToImmutable() : [Errors.PageSize(MaximumPageSize)];
    }
}

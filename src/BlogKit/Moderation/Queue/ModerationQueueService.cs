using BlogKit.Internal;
using BlogKit.Storage;

namespace BlogKit.Moderation;

/// <summary>
/// Reads the moderators' queue, and one comment with everything around it. Changes nothing. Every method needs an actor who
/// <see cref="Actor.CanModerate"/> and answers <see cref="ErrorCodes.NotAllowed"/> otherwise. Safe for concurrent use.
/// </summary>
public sealed class ModerationQueueService
{
    private const int MaximumPageSize = 200;
    private const int MaximumNameLength = 500;
    private const int MostOthers = 10;

    private readonly IModerationStore _moderation;
    private readonly ICommentStore _comments;
    private readonly ICommentIntakeStore _intakeStore;
    private readonly IModerationLogStore _log;
    private readonly IFlagStore _flags;
    private readonly TimeProvider _clock;

    internal ModerationQueueService(
        IModerationStore moderation,
        ICommentStore comments,
        ICommentIntakeStore intakeStore,
        IModerationLogStore log,
        IFlagStore flags,
        TimeProvider clock)
    {
        _moderation = moderation;
        _comments = comments;
        _intakeStore = intakeStore;
        _log = log;
        _flags = flags;
        _clock = clock;
    }

    /// <summary>
    /// Returns a page of the queue. One read of the store, whatever the size. Where nothing is left on a page that a cursor names, its
    /// <see cref="Page{T}.Previous"/> is the last page that has something, or null for the first one: one read more, in the order
    /// backwards.
    /// </summary>
    /// <param name="filter">What, in which order.</param>
    /// <param name="actor">The actor who looks.</param>
    /// <param name="size">At most this many, 1 to 200.</param>
    /// <param name="cursor">The <see cref="Page{T}.Next"/> of the page before, of the same order; null = from the beginning.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Result<Page<QueuedComment>>> ListAsync(
        QueueFilter filter, Actor actor, int size = 50, string? cursor = null, CancellationToken cancellationToken = default)
    {
        if (Refuse(filter, actor, size) is { IsEmpty: false } errors)
        {
            return errors;
        }

        QueueCursor? after = null;
        if (cursor is not null && !CursorText.TryRead(cursor, filter.Order, out after))
        {
            return Errors.InvalidCursor;
        }

        var query = Query(filter, size);
        var slice = await _moderation.ListQueueAsync(query with { After = after }, cancellationToken).ConfigureAwait(false);
        if (slice.Items.IsEmpty && after is not null)
        {
            var beforeLast = await FindBeforeLastPageAsync(query, cancellationToken).ConfigureAwait(false);
            return new Page<QueuedComment>([], beforeLast is { } place ? CursorText.Write(Place(place), filter.Order) : null, null);
        }

        var now = _clock.GetUtcNow();
        return new Page<QueuedComment>(
            [.. slice.Items.Select(item => new QueuedComment(item.Comment, item.Post, WhyHereText.From(item.Comment, now)))],
            null,
            slice.HasNext ? CursorText.Write(Place(slice.Items[^1].Comment), filter.Order) : null);
    }

    /// <summary>
    /// Returns a comment with what is around it: parent, writer, objections, log, and its neighbours in the queue. A bounded number of
    /// reads. The comment itself need not be in the queue any more: its neighbours are those of its place, so that one goes on after
    /// deciding.
    /// </summary>
    /// <param name="filter">The queue one goes through.</param>
    /// <param name="id">The comment; <see cref="ErrorCodes.CommentNotFound"/> when the filter's blog has none with that identity.</param>
    /// <param name="actor">The actor who looks.</param>
    /// <param name="cancellationToken">Stops the reads.</param>
    public async Task<Result<ModerationCase>> GetCaseAsync(
        QueueFilter filter, CommentId id, Actor actor, CancellationToken cancellationToken = default)
    {
        if (Refuse(filter, actor, size: 1) is { IsEmpty: false } errors)
        {
            return errors;
        }

        var comment = await _comments.FindAsync(filter.BlogId, id, cancellationToken).ConfigureAwait(false);
        if (comment is null)
        {
            return Errors.CommentNotFound;
        }

        var records = await _log.ListAllOfCommentAsync(filter.BlogId, id, cancellationToken).ConfigureAwait(false);
        var facts = await _intakeStore.ReadIntakeAsync(
            new IntakeQuery { BlogId = filter.BlogId, PostId = comment.PostId, HistoryKey = comment.By.HistoryKey },
            cancellationToken).ConfigureAwait(false);
        return new ModerationCase
        {
            Comment = comment,
            Post = facts.Post is { } post ? new PostLink(post.Id, post.Slug, post.Title) : null,
            Why = WhyHereText.From(comment, records, _clock.GetUtcNow()),
            Parent = comment.ParentId is { } parent
                ? await _comments.FindAsync(filter.BlogId, parent, cancellationToken).ConfigureAwait(false)
                : null,
            History = facts.History,
            Others = await ListOthersAsync(comment, cancellationToken).ConfigureAwait(false),
            Flags = await _flags.ListAllFlagsAsync(filter.BlogId, id, cancellationToken).ConfigureAwait(false),
            Records = records,
            EarlierTexts = (await _comments.ListAllRevisionsAsync(filter.BlogId, id, cancellationToken).ConfigureAwait(false)).Length,
            Previous = await FindPreviousAsync(comment, filter, cancellationToken).ConfigureAwait(false),
            Next = await FindFirstAsync(Query(filter, 1) with { After = Place(comment) }, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>
    /// Returns the context of the comments of a page: their writers' histories, the comments they answer, their flags. One read for each
    /// comment, one more for each that is shown or that people put back; in the order of the comments.
    /// </summary>
    /// <param name="blogId">The blog; comments of another are left out.</param>
    /// <param name="comments">Comments of one page, at most 200; all of the same blog.</param>
    /// <param name="actor">The actor who looks.</param>
    /// <param name="cancellationToken">Stops the reads.</param>
    public async Task<Result<ImmutableArray<QueueContext>>> ReadContextsAsync(
        BlogId blogId, IReadOnlyCollection<Comment> comments, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(comments);
        if (Moderators.Refuse(actor, blogId) is { } refusal)
        {
            return refusal;
        }

        if (comments.Count > MaximumPageSize)
        {
            return Errors.PageSize(MaximumPageSize);
        }

        var contexts = ImmutableArray.CreateBuilder<QueueContext>(comments.Count);
        foreach (var comment in comments.Where(c => c.BlogId == blogId))
        {
            contexts.Add((await ReadContextAsync(comment, cancellationToken).ConfigureAwait(false)).Context);
        }

        return contexts.ToImmutable();
    }

    /// <summary>
    /// One comment as <see cref="ListAsync"/> lists it and <see cref="ReadContextsAsync"/> has it, with everything that was done with it:
    /// for a row that is shown again. Three reads, one more when it is shown or people put it back.
    /// </summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="id">The comment.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="cancellationToken">Stops the reads.</param>
    public async Task<Result<QueuedCase>> GetQueuedAsync(
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

        var (context, post) = await ReadContextAsync(comment, cancellationToken).ConfigureAwait(false);
        if (post is null)
        {
            return Errors.CommentNotFound;
        }

        var records = await _log.ListAllOfCommentAsync(blogId, id, cancellationToken).ConfigureAwait(false);
        var queued = new QueuedComment(
            comment, new PostLink(post.Id, post.Slug, post.Title), WhyHereText.From(comment, records, _clock.GetUtcNow()));
        return new QueuedCase(queued, context, records);
    }

    private async Task<(QueueContext Context, PostFacts? Post)> ReadContextAsync(Comment comment, CancellationToken cancellationToken)
    {
        var facts = await _intakeStore.ReadIntakeAsync(
            new IntakeQuery
            {
                BlogId = comment.BlogId,
                PostId = comment.PostId,
                ParentId = comment.ParentId,
                HistoryKey = comment.By.HistoryKey,
            },
            cancellationToken).ConfigureAwait(false);
        ImmutableArray<CommentFlag> flags = comment.Status is CommentStatus.Approved || comment.Hold is not null
            ? await _flags.ListAllFlagsAsync(comment.BlogId, comment.Id, cancellationToken).ConfigureAwait(false)
            : [];
        return (new QueueContext(comment.Id, facts.History, facts.Parent, flags), facts.Post);
    }

    private static QueueCursor Place(Comment comment) => new(comment.Id, comment.Decision.Points);

    private static QueueQuery Query(QueueFilter filter, int size) => new()
    {
        BlogId = filter.BlogId,
        Statuses = filter.Statuses.IsDefault ? [] : filter.Statuses,
        Policy = filter.Policy,
        HeldBy = filter.HeldBy,
        HistoryKey = filter.HistoryKey,
        PostId = filter.PostId,
        From = filter.From?.ToUniversalTime(),
        Until = filter.Until?.ToUniversalTime(),
        MinimumPoints = filter.MinimumPoints,
        OpenAppeals = filter.OpenAppeals,
        Flagged = filter.Flagged,
        Order = filter.Order,
        Size = size,
    };

    private static ImmutableArray<BlogError> Refuse(QueueFilter filter, Actor actor, int size)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (Moderators.Refuse(actor, filter.BlogId) is { } refusal)
        {
            return [refusal];
        }

        var errors = new InputErrors();
        errors.Defined(filter.Order, nameof(filter.Order));
        foreach (var status in filter.Statuses.IsDefault ? [] : filter.Statuses)
        {
            errors.Defined(status, nameof(filter.Statuses));
        }

        if (filter.HeldBy is { } holder)
        {
            errors.Defined(holder, nameof(filter.HeldBy));
        }

        errors.Text(filter.Policy, MaximumNameLength, nameof(filter.Policy));
        errors.Text(filter.HistoryKey, MaximumNameLength, nameof(filter.HistoryKey));
        errors.Span(filter.From, filter.Until, nameof(filter.Until));
        if (filter.MinimumPoints is { } points && !(points >= 0 && double.IsFinite(points)))
        {
            errors.Add(ErrorCodes.OutOfRange, nameof(filter.MinimumPoints), "{field} must be 0 or more.");
        }

        return errors.Any || size is >= 1 and <= MaximumPageSize ? errors.ToImmutable() : [Errors.PageSize(MaximumPageSize)];
    }

    private async Task<ImmutableArray<ListedComment>> ListOthersAsync(Comment comment, CancellationToken cancellationToken)
    {
        if (comment.By.HistoryKey is not { } key)
        {
            return [];
        }

        var slice = await _moderation.ListQueueAsync(
            new QueueQuery { BlogId = comment.BlogId, HistoryKey = key, Size = MostOthers + 1 }, cancellationToken).ConfigureAwait(false);
        return [.. slice.Items.Where(item => item.Comment.Id != comment.Id).Take(MostOthers)];
    }

    private Task<CommentId?> FindPreviousAsync(Comment comment, QueueFilter filter, CancellationToken cancellationToken) =>
        FindFirstAsync(Query(filter, 1) with { Order = Backwards(filter.Order), After = Place(comment) }, cancellationToken);

    private static QueueOrder Backwards(QueueOrder order) => order switch
    {
        QueueOrder.Newest => QueueOrder.Oldest,
        QueueOrder.Oldest => QueueOrder.Newest,
        QueueOrder.Points => QueueOrder.FewestPoints,
        _ => QueueOrder.Points,
    };

    /// <summary>The comment that the last page stands behind; null when the first page is the last.</summary>
    private async Task<Comment?> FindBeforeLastPageAsync(QueueQuery query, CancellationToken cancellationToken)
    {
        var backwards = query with { Order = Backwards(query.Order), Size = query.Size + 1 };
        var last = await _moderation.ListQueueAsync(backwards, cancellationToken).ConfigureAwait(false);
        return last.Items.Length > query.Size ? last.Items[^1].Comment : null;
    }

    private async Task<CommentId?> FindFirstAsync(QueueQuery query, CancellationToken cancellationToken) =>
        (await _moderation.ListQueueAsync(query, cancellationToken).ConfigureAwait(false)).Items.FirstOrDefault()?.Comment.Id;
}

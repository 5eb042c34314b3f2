using BlogKit.Internal;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>
/// Reads threads. The cost of a call depends on what it shows, never on what is stored: at most 3 commands for an anonymous viewer, 5 for
/// one who is known. Safe for concurrent use.
/// </summary>
/// <remarks>Whether the viewer may read the post at all is decided before, by <see cref="PostService.GetBySlugAsync"/>.</remarks>
public sealed class ThreadService
{
    private const int MostHeld = 50;
    private const int MostNewest = 200;

    private readonly IThreadStore _threads;
    private readonly IFeedbackStore _feedback;
    private readonly ThreadOptions _options;
    private readonly TimeSpan _editWindow;
    private readonly TimeProvider _clock;

    internal ThreadService(IThreadStore threads, IFeedbackStore feedback, ThreadOptions options, TimeSpan editWindow, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        _threads = threads;
        _feedback = feedback;
        _options = options;
        _editWindow = editWindow;
        _clock = clock;
    }

    /// <summary>
    /// Returns one page of a thread. Fails with <see cref="ErrorCodes.InvalidCursor"/> or <see cref="ErrorCodes.OutOfRange"/> (size) only;
    /// a post without comments, or an unknown one, gives an empty page.
    /// </summary>
    public async Task<Result<ThreadPage>> ReadAsync(ThreadQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var limits = _options;
        var sort = query.Sort ?? limits.Sort;
        var size = query.Size ?? limits.RootsPerPage;
        if (size < 1 || size > limits.MaximumRootsPerPage)
        {
            return Errors.PageSize(limits.MaximumRootsPerPage);
        }

        CommentId? holding = null;
        if (query.Holding is { } wanted)
        {
            var position = await _threads.LocateAsync(query.BlogId, wanted, 0, cancellationToken).ConfigureAwait(false);
            if (position is not null && position.PostId == query.PostId)
            {
                // Scores change under the reader, so that only orders by time have pages to find a comment on.
                sort = sort is ThreadSort.Best ? ThreadSort.Oldest : sort;
                holding = position.RootId;
            }
        }

        RootsCursor? cursor = null;
        if (holding is null && query.Cursor is { } text && !CursorText.TryRead(text, sort, out cursor))
        {
            return Errors.InvalidCursor;
        }

        var roots = await _threads.ReadRootsAsync(
            new RootsQuery
            {
                BlogId = query.BlogId,
                PostId = query.PostId,
                Sort = sort,
                Size = size,
                RepliesPerRoot = limits.RepliesPerRoot,
                Cursor = cursor,
                Holding = holding,
                Pinned = cursor is null or { Backwards: true } ? limits.MaximumPinned : 0,
            },
            cancellationToken).ConfigureAwait(false);

        var held = await ListHeldAsync(
            query.BlogId,
            query.PostId,
            query.Viewer,
            roots.Branches.SelectMany(static b => b.Replies.Prepend(b.Root)),
            cancellationToken).ConfigureAwait(false);
        var pinned = roots.HasPrevious ? [] : roots.Pinned;
        var rows = roots.Branches.SelectMany(static b => b.Replies.Prepend(b.Root)).Concat(pinned.Select(static b => b.Root));
        var assembler = await AssemblerAsync(
            query.BlogId, rows, query.PostAuthorIds, query.Viewer, cancellationToken).ConfigureAwait(false);
        var nodes = roots.Branches.Select(branch => assembler.Branch(branch, held)).ToImmutableArray();

        return new ThreadPage
        {
            PostId = query.PostId,
            ShownComments = roots.Counts.Approved,
            RootCount = roots.PresentRoots,
            Sort = sort,
            Roots = nodes,
            Pinned = [.. pinned.Select(branch => assembler.Branch(branch with { HasMoreReplies = false }, []))],
            Held = [.. held.Select(assembler.Alone)],
            Previous = nodes.IsEmpty ? BackFrom(cursor, sort) : roots.HasPrevious ? Cursor(roots.Branches[0], sort, backwards: true) : null,
            Next = roots.HasNext && !nodes.IsEmpty ? Cursor(roots.Branches[^1], sort, backwards: false) : null,
        };
    }

    /// <summary>
    /// Returns the replies below one comment. Fails with <see cref="ErrorCodes.CommentNotFound"/> when it is neither shown nor a tombstone,
    /// <see cref="ErrorCodes.InvalidCursor"/> or <see cref="ErrorCodes.OutOfRange"/> (size).
    /// </summary>
    public async Task<Result<RepliesPage>> ReadRepliesAsync(RepliesPageQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var limits = _options;
        var size = query.Size ?? Math.Max(1, limits.RepliesPerRoot);
        if (size < 1 || size > limits.MaximumReplies)
        {
            return Errors.PageSize(limits.MaximumReplies);
        }

        CommentId? after = null;
        var shownBefore = 0;
        if (query.Cursor is { } text)
        {
            if (!CursorText.TryReadReplies(text, out var last, out shownBefore))
            {
                return Errors.InvalidCursor;
            }

            after = last;
        }

        var answer = await _threads.ReadRepliesAsync(
            new RepliesQuery { BlogId = query.BlogId, Under = query.Under, After = after, Size = size },
            cancellationToken).ConfigureAwait(false);
        if (answer is null)
        {
            return Errors.CommentNotFound;
        }

        var held = await ListHeldAsync(
            query.BlogId, answer.Under.PostId, query.Viewer, answer.Replies, cancellationToken).ConfigureAwait(false);
        if (after is not null)
        {
            // What answers the comment itself stood where its replies began.
            held.RemoveAll(row => row.ParentId == answer.Under.Id);
        }

        var assembler = await AssemblerAsync(
            query.BlogId, answer.Replies, query.PostAuthorIds, query.Viewer, cancellationToken).ConfigureAwait(false);
        return new RepliesPage(
            answer.Under.Id,
            answer.Under.PostId,
            assembler.Replies(answer.Under, answer.Replies, held),
            answer.HasMore ? More(answer, shownBefore) : null);
    }

    /// <summary>
    /// Returns the place of a comment, wherever it was moved. Fails with <see cref="ErrorCodes.CommentNotFound"/> when it is neither shown
    /// nor a tombstone. At most 2 commands.
    /// </summary>
    public async Task<Result<ThreadLocation>> LocateAsync(BlogId blogId, CommentId id, CancellationToken cancellationToken = default)
    {
        var perRoot = _options.RepliesPerRoot;
        var position = await _threads.LocateAsync(blogId, id, perRoot, cancellationToken).ConfigureAwait(false);
        if (position is null)
        {
            return Errors.CommentNotFound;
        }

        var isOnThePage = id == position.RootId || position.RepliesBefore < perRoot;
        return new ThreadLocation(
            position.PostId,
            position.RootId,
            isOnThePage ? null : CursorText.WriteReplies(position.PrecedingReply ?? position.RootId, -1));
    }

    /// <summary>Returns the counts of a post's comments; zeros for an unknown post. One command.</summary>
    public Task<ThreadCounts> CountAsync(BlogId blogId, PostId postId, CancellationToken cancellationToken = default) =>
        _threads.CountAsync(blogId, postId, cancellationToken);

    /// <summary>
    /// Returns a page of the newest shown comments of the blog, or of one of its posts. Fails with <see cref="ErrorCodes.InvalidCursor"/>
    /// or <see cref="ErrorCodes.OutOfRange"/> (size) only. At most 2 commands.
    /// </summary>
    public async Task<Result<Page<NewestComment>>> ListNewestAsync(NewestCommentsQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Size is < 1 or > MostNewest)
        {
            return Errors.PageSize(MostNewest);
        }

        CommentId? before = null;
        if (query.Cursor is { } cursor)
        {
            if (!CursorText.TryRead(cursor, out CommentId id))
            {
                return Errors.InvalidCursor;
            }

            before = id;
        }

        var slice = await _threads.ListNewestAsync(
            new NewestQuery { BlogId = query.BlogId, PostId = query.PostId, Now = _clock.GetUtcNow(), Size = query.Size, Before = before },
            cancellationToken).ConfigureAwait(false);
        var items = slice.Items.Select(static listed => new NewestComment
        {
            Id = listed.Comment.Id,
            Post = listed.Post,
            Name = listed.Comment.By.Name,
            Html = listed.Comment.Html,
            PlainText = listed.Comment.PlainText,
            CreatedAt = listed.Comment.CreatedAt,
        });
        return new Page<NewestComment>([.. items], null, slice.HasNext ? CursorText.Write(slice.Items[^1].Comment.Id) : null);
    }

    // A page whose comments are all gone leads back to what is before it: the root at its place, too, if that is still there.
    private static string? BackFrom(RootsCursor? cursor, ThreadSort sort) => cursor is not { Backwards: false } place
        ? null
        : CursorText.Write(
            place with
            {
                Id = new CommentId(sort is ThreadSort.Oldest ? Neighbour.After(place.Id.Value) : Neighbour.Before(place.Id.Value)),
                Position = place.Position + 1,
                Backwards = true,
            },
            sort);

    private static string Cursor(ThreadBranch branch, ThreadSort sort, bool backwards)
    {
        var score = WilsonScore.ComputeLowerBound(branch.Root.UpVotes, branch.Root.DownVotes);
        return CursorText.Write(new RootsCursor(branch.Root.Id, score, branch.Number, backwards), sort);
    }

    private static MoreReplies More(ThreadReplies answer, int shownBefore)
    {
        // A cursor that began in the middle (a permalink) does not know how many came before.
        var countable = answer.Under.ParentId is null && shownBefore >= 0;
        var shown = Math.Min(shownBefore, answer.Under.ShownReplies) + answer.Replies.Count(static r => r.Status is CommentStatus.Approved);
        return new MoreReplies(
            countable ? Math.Max(0, answer.Under.ShownReplies - shown) : null,
            CursorText.WriteReplies(answer.Replies[^1].Id, countable ? shown : -1));
    }

    private async Task<List<ThreadRow>> ListHeldAsync(
        BlogId blogId, PostId postId, Actor viewer, IEnumerable<ThreadRow> rows, CancellationToken cancellationToken)
    {
        if (viewer.Key is not { } key
            || await _threads.ListHeldAsync(
                blogId, postId, key, MostHeld, cancellationToken).ConfigureAwait(false) is not { IsEmpty: false } held)
        {
            return [];
        }

        // A held comment with shown replies has a place of its own: where others see its tombstone.
        var present = rows.Where(static r => r.Status is CommentStatus.Pending).Select(static r => r.Id).ToHashSet();
        return [.. held.Where(h => !present.Contains(h.Id))];
    }

    private async Task<ThreadAssembler> AssemblerAsync(
        BlogId blogId, IEnumerable<ThreadRow> rows, ImmutableArray<AuthorId> postAuthors, Actor viewer, CancellationToken cancellationToken)
    {
        var own = ImmutableDictionary<CommentId, OwnFeedback>.Empty;
        if (viewer.Key is { } key && rows.Select(static r => r.Id).Distinct().ToArray() is { Length: > 0 } ids)
        {
            own = await _feedback.ReadOwnAsync(blogId, ids, key, cancellationToken).ConfigureAwait(false);
        }

        return new ThreadAssembler(
            _options.DisplayDepth, postAuthors, viewer.Key, own, _editWindow, _clock.GetUtcNow());
    }
}

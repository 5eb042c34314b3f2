using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class InMemoryStore
{
    public Task<ThreadRoots> ReadRootsAsync(RootsQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        RequireSize(query.Size);
        if (query is { Holding: not null, Sort: ThreadSort.Best })
        {
            throw new ArgumentException("The page that holds a root is not defined when votes reorder the thread.", nameof(query));
        }

        return Read(state => new RootsReader(state, query).Read(), cancellationToken);
    }

    public Task<ThreadReplies?> ReadRepliesAsync(RepliesQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        RequireSize(query.Size);
        return Read(
            state =>
            {
                if (state.FindComment(query.BlogId, query.Under) is not { IsPresent: true } under)
                {
                    return null;
                }

                var order = new ReadingOrder(state, under);
                var start = query.After is { } id && order.Holds(id) ? id : query.Under;
                var replies = order.After(start).Take(query.Size + 1).Select(n => ThreadRows.Make(state, n)).ToList();
                return new ThreadReplies(ThreadRows.Make(state, under), [.. replies.Take(query.Size)], replies.Count > query.Size);
            },
            cancellationToken);
    }

    public Task<CommentPosition?> LocateAsync(BlogId blogId, CommentId id, int countUpTo, CancellationToken cancellationToken) =>
        Read(
            state =>
            {
                if (state.FindComment(blogId, id) is not { IsPresent: true } node)
                {
                    return null;
                }

                var rootId = node.Comment.RootId;
                var order = new ReadingOrder(state, state.Comments[rootId]);
                var before = id == rootId ? 0 : order.After(rootId).TakeWhile(n => n.Comment.Id != id).Take(countUpTo).Count();
                return new CommentPosition(node.Comment.PostId, rootId, before, order.Before(node));
            },
            cancellationToken);

    public Task<ThreadCounts> CountAsync(BlogId blogId, PostId postId, CancellationToken cancellationToken) =>
        Read(state => state.Thread(blogId, postId).ByStatus.Counts, cancellationToken);

    public Task<Slice<ListedComment>> ListNewestAsync(NewestQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        RequireSize(query.Size);
        return Read(
            state =>
            {
                var approved = query.PostId is { } id
                    ? state.Thread(query.BlogId, id).ByStatus[CommentStatus.Approved]
                    : state.CommentsOf(query.BlogId)[CommentStatus.Approved];
                var end = query.Before is { } place ? Below(approved, place) : approved.Count;
                var page = Listed(Enumerable.Range(1, end).Select(i => end - i)).Take(query.Size + 1).ToList();
                var newer = Listed(Enumerable.Range(end, approved.Count - end));
                return new Slice<ListedComment>(
                    [.. page.Take(query.Size).Select(c => new ListedComment(c, state.LinkTo(c.PostId)))],
                    newer.Any(),
                    page.Count > query.Size);

                IEnumerable<Comment> Listed(IEnumerable<int> indexes) =>
                    indexes.Select(i => state.Comments[approved[i]].Comment).Where(c => IsListed(state.Posts[c.PostId]));

                bool IsListed(Post post) =>
                    query.PostId is not null || (post.Visibility is PostVisibility.Public && post.IsReadableAt(query.Now));
            },
            cancellationToken);
    }

    public Task<ImmutableArray<ThreadParticipant>> ListParticipantsAsync(
        BlogId blogId, PostId postId, int limit, CancellationToken cancellationToken) =>
        Read(
            state =>
            {
                var approved = state.Thread(blogId, postId).ByStatus[CommentStatus.Approved];
                return Enumerable.Range(1, approved.Count)
                    .Select(i => state.Comments[approved[^i]].Comment)
                    .DistinctBy(static c => c.By.Name, StringComparer.Ordinal)
                    .Take(limit)
                    .Select(static c => new ThreadParticipant(c.By.Name, c.Id))
                    .ToImmutableArray();
            },
            cancellationToken);

    public Task<ImmutableArray<ThreadRow>> ListHeldAsync(
        BlogId blogId, PostId postId, ActorKey ownerKey, int limit, CancellationToken cancellationToken)
    {
        return Read(
            state => state.Thread(blogId, postId).Held.GetValueOrDefault(ownerKey, [])
                .Take(limit)
                .Select(id => ThreadRows.Make(state, state.Comments[id]))
                .ToImmutableArray(),
            cancellationToken);
    }
}

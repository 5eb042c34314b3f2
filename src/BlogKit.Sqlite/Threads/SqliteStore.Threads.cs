using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class SqliteStore : IThreadStore
{
    public Task<ThreadRoots> ReadRootsAsync(RootsQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Size, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfNegative(query.RepliesPerRoot, nameof(query));
        ArgumentOutOfRangeException.ThrowIfNegative(query.Pinned, nameof(query));
        if (query is { Holding: not null, Sort: ThreadSort.Best })
        {
            throw new ArgumentException("The page that holds a root cannot be asked for in the order of judgement.", nameof(query));
        }

        return ReadAsync(query, ThreadPageReader.Read, cancellationToken);
    }

    public Task<ThreadReplies?> ReadRepliesAsync(RepliesQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Size, 1, nameof(query));
        return ReadAsync(query, ReadReplies, cancellationToken);
    }

    public Task<CommentPosition?> LocateAsync(BlogId blogId, CommentId id, int countUpTo, CancellationToken cancellationToken) => ReadAsync(
        (blogId, id, countUpTo),
        static (session, by) =>
        {
            using var row = session.Use(ThreadSql.Locate).With(by.id.Value).With(by.countUpTo).With(by.blogId.Value);
            return row.Step()
                ? new CommentPosition(
                    new PostId(row.Id(0)),
                    new CommentId(row.Id(1)),
                    row.Int32(2),
                    row.IsNull(3) ? null : new CommentId(row.Id(3)))
                : null;
        },
        cancellationToken);

    public Task<ThreadCounts> CountAsync(BlogId blogId, PostId postId, CancellationToken cancellationToken) => ReadAsync(
        (blogId, postId),
        static (session, by) =>
        {
            using var row = session.Use(ThreadSql.CountPost).With(by.blogId.Value).With(by.postId.Value);
            return row.Step() ? ReadCounts(row) : ThreadCounts.None;
        },
        cancellationToken);

    public Task<Slice<ListedComment>> ListNewestAsync(NewestQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Size, 1, nameof(query));
        return ReadAsync(query, static (session, query) => NewestComments.Read(session, query), cancellationToken);
    }

    public Task<ImmutableArray<ThreadParticipant>> ListParticipantsAsync(
        BlogId blogId, PostId postId, int limit, CancellationToken cancellationToken) => ReadAsync(
        (blogId, postId, limit),
        static (session, by) =>
        {
            using var row = session.Use(ThreadSql.Participants).With(by.blogId.Value).With(by.postId.Value);
            var names = new HashSet<string>(StringComparer.Ordinal);
            var participants = ImmutableArray.CreateBuilder<ThreadParticipant>();
            while (participants.Count < by.limit && row.Step())
            {
                var name = row.Text(0);
                if (names.Add(name))
                {
                    participants.Add(new ThreadParticipant(name, new CommentId(row.Id(1))));
                }
            }

            return participants.DrainToImmutable();
        },
        cancellationToken);

    public Task<ImmutableArray<ThreadRow>> ListHeldAsync(
        BlogId blogId, PostId postId, ActorKey ownerKey, int limit, CancellationToken cancellationToken) => ReadAsync(
        (blogId, postId, ownerKey, limit),
        static (session, by) =>
        {
            using var row = session.Use(ThreadSql.Held).With(by.postId.Value).With(by.ownerKey).With(by.limit).With(by.blogId.Value);
            var held = ImmutableArray.CreateBuilder<ThreadRow>();
            while (row.Step())
            {
                held.Add(session.ThreadRows.Read(row, by.postId, new CommentId(row.Id(27))));
            }

            return held.DrainToImmutable();
        },
        cancellationToken);

    private static ThreadReplies? ReadReplies(SqliteSession session, RepliesQuery query)
    {
        session.BeginRead();
        ThreadRow under;
        long root;
        byte[] path;
        byte[] after;
        using (var row = session.Use(ThreadSql.Under).With(query.Under.Value).With(query.After?.Value).With(query.BlogId.Value))
        {
            if (!row.Step())
            {
                return null;
            }

            under = session.ThreadRows.Read(row, new PostId(row.Id(26)), new CommentId(row.Id(27)));
            root = row.Int64(1);
            path = row.Blob(25).ToArray();
            after = row.Blob(28).ToArray();
        }

        // A place outside the branch is ignored: the page begins with the first reply.
        if (!after.AsSpan().StartsWith(path))
        {
            after = path;
        }

        var replies = new List<ThreadRow>();
        using (var row = session.Use(ThreadSql.Below).With(root).With(after).With(CommentPath.Behind(path)).With(query.Size + 1))
        {
            while (row.Step())
            {
                replies.Add(session.ThreadRows.Read(row, under.PostId, under.RootId));
            }
        }

        return new ThreadReplies(under, [.. replies.Take(query.Size)], replies.Count > query.Size);
    }
}

using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class SqliteStore : ICommentStore
{
    public Task<Comment?> FindAsync(BlogId blogId, CommentId id, CancellationToken cancellationToken) => ReadAsync(
        (blogId, id),
        static (session, by) =>
        {
            using var row = session.Use(CommentSql.Find).With(by.blogId.Value).With(by.id.Value);
            return row.Step() ? CommentRows.Read(row) : null;
        },
        cancellationToken);

    public Task<ImmutableArray<ListedComment>> FindManyAsync(
        BlogId blogId, IReadOnlyCollection<CommentId> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, 100, nameof(ids));
        CommentId[] wanted = [.. ids.Distinct()];
        return ReadAsync(
            (blogId, wanted),
            static (session, asked) =>
            {
                using var row = session.Use(CommentSql.FindMany).With(asked.blogId.Value).With(IdColumn.Json(asked.wanted));
                var found = new Dictionary<CommentId, ListedComment>();
                while (row.Step())
                {
                    var listed = CommentRows.ReadListed(row);
                    found.Add(listed.Comment.Id, listed);
                }

                return asked.wanted.Where(found.ContainsKey).Select(id => found[id]).ToImmutableArray();
            },
            cancellationToken);
    }

    public Task<Slice<ListedComment>> ListAsync(CommentQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Size, 1, nameof(query));
        return ReadAsync(
            query,
            static (session, query) =>
            {
                session.BeginRead();
                var before = query.Before is { } id ? IdColumn.Bytes(id.Value) : IdColumn.Last.ToArray();
                ImmutableArray<ListedComment> items;
                using (var row = session.Use(CommentSql.List)
                    .With(query.BlogId.Value)
                    .With((int)query.Status)
                    .With(before)
                    .With(query.Size + 1))
                {
                    items = row.ReadAll(CommentRows.ReadListed);
                }

                var hasPrevious = false;
                if (query.Before is not null)
                {
                    using var row = session.Use(CommentSql.ListHasPrevious).With(query.BlogId.Value).With((int)query.Status).With(before);
                    hasPrevious = row.Step() && row.Bool(0);
                }

                return new Slice<ListedComment>([.. items.Take(query.Size)], hasPrevious, items.Length > query.Size);
            },
            cancellationToken);
    }

    public Task<ImmutableArray<CommentRevision>> ListAllRevisionsAsync(
        BlogId blogId, CommentId id, CancellationToken cancellationToken) => ReadAsync(
        (blogId, id),
        static (session, by) =>
        {
            using var row = session.Use(CommentSql.ListRevisions).With(by.blogId.Value).With(by.id.Value);
            return row.ReadAll(static row => new CommentRevision
            {
                CommentId = new CommentId(row.Id(0)),
                Revision = row.Int32(1),
                Markdown = row.Text(2),
                ReplacedAt = row.Time(3),
                ReplacedBy = row.ActorKey(4),
            });
        },
        cancellationToken);

    public Task<ThreadCounts> CountAsync(BlogId blogId, CancellationToken cancellationToken) => ReadAsync(
        blogId,
        static (session, id) =>
        {
            using var row = session.Use(CommentSql.CountBlog).With(id.Value);
            return row.Step() ? ReadCounts(row) with { Flagged = row.Int32(5) } : ThreadCounts.None;
        },
        cancellationToken);

    private static ThreadCounts ReadCounts(Statement row) => new()
    {
        Approved = row.Int32(0),
        Pending = row.Int32(1),
        Spam = row.Int32(2),
        Trashed = row.Int32(3),
        Deleted = row.Int32(4),
    };
}

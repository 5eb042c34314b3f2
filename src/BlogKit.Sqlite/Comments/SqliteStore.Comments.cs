using System.Collections.Immutable;

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

    public Task<IntakeFacts> ReadIntakeAsync(IntakeQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ReadAsync(query, CommentIntake.Read, cancellationToken);
    }

    public Task<AdditionResult> AddAsync(CommentAddition addition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(addition);
        StorableText.Check(addition);
        return WriteAsync(addition, CommentIntake.Add, cancellationToken);
    }

    public Task<SaveOutcome> UpdateAsync(CommentChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        StorableText.Check(change);
        return WriteAsync(change, CommentChanges.Update, cancellationToken);
    }

    public Task<SaveOutcome> PurgeAsync(
        BlogId blogId, CommentId id, long version, ModerationRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        StorableText.Check(record);
        return WriteAsync(
            (blogId, id, version, record),
            static (session, what) => CommentPurge.Purge(session, what.blogId, what.id, what.version, what.record),
            cancellationToken);
    }

    public Task<SaveOutcome> RelocateAsync(CommentRelocation relocation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(relocation);
        StorableText.Check(relocation.Record);
        return WriteAsync(relocation, CommentMoves.Relocate, cancellationToken);
    }

    public async Task<int> MergeAsync(
        BlogId blogId, PostId from, PostId into, string actorKey, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actorKey);
        StorableText.Check(actorKey);
        for (var moved = 0; ;)
        {
            // Between two transactions others write: a long thread takes seconds.
            var some = await WriteAsync(
                (blogId, from, into, actorKey, at),
                static (session, what) => CommentMoves.MergeSome(session, what.blogId, what.from, what.into, what.actorKey, what.at),
                cancellationToken).ConfigureAwait(false);
            moved += some.Moved;
            if (some.IsLast)
            {
                return moved;
            }
        }
    }

    public Task<int> ImportAsync(IReadOnlyCollection<Comment> comments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(comments);
        foreach (var comment in comments)
        {
            StorableText.Check(comment);
        }

        return WriteAsync(comments, static (session, comments) => CommentImport.Import(session, comments), cancellationToken);
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
                var items = new List<ListedComment>();
                using (var row = session.Use(CommentSql.List).With(query.BlogId.Value).With((int)query.Status).With(before).With(query.Size + 1))
                {
                    while (row.Step())
                    {
                        items.Add(CommentRows.ReadListed(row));
                    }
                }

                var hasPrevious = false;
                if (query.Before is not null)
                {
                    using var row = session.Use(CommentSql.ListHasPrevious).With(query.BlogId.Value).With((int)query.Status).With(before);
                    hasPrevious = row.Step() && row.Bool(0);
                }

                return new Slice<ListedComment>([.. items.Take(query.Size)], hasPrevious, items.Count > query.Size);
            },
            cancellationToken);
    }

    public Task<ImmutableArray<CommentRevision>> ListRevisionsAsync(BlogId blogId, CommentId id, CancellationToken cancellationToken) => ReadAsync(
        (blogId, id),
        static (session, by) =>
        {
            using var row = session.Use(CommentSql.ListRevisions).With(by.blogId.Value).With(by.id.Value);
            var revisions = ImmutableArray.CreateBuilder<CommentRevision>();
            while (row.Step())
            {
                revisions.Add(new CommentRevision
                {
                    CommentId = new CommentId(row.Id(0)),
                    Revision = row.Int32(1),
                    Markdown = row.Text(2),
                    ReplacedAt = row.Time(3),
                    ReplacedBy = row.Text(4),
                });
            }

            return revisions.DrainToImmutable();
        },
        cancellationToken);

    public Task<ImmutableArray<ModerationRecord>> ListRecordsAsync(BlogId blogId, CommentId id, CancellationToken cancellationToken) => ReadAsync(
        (blogId, id),
        static (session, by) =>
        {
            using var row = session.Use(CommentSql.ListRecords).With(by.blogId.Value).With(by.id.Value);
            return ReadRecords(row);
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

    public Task<ImmutableArray<Comment>> ListStaleAsync(int rendererVersion, CommentId? after, int limit, CancellationToken cancellationToken) => ReadAsync(
        (rendererVersion, after, limit),
        static (session, by) =>
        {
            using var row = session.Use(CommentSql.ListStale).With(by.rendererVersion).With(by.after?.Value ?? Guid.Empty).With(by.limit);
            return ReadComments(row);
        },
        cancellationToken);

    public async Task SaveRenderingsAsync(IReadOnlyCollection<StaleRendering> renderings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(renderings);
        foreach (var rendering in renderings)
        {
            StorableText.Check(rendering);
        }

        await WriteAsync(
            renderings,
            static (session, renderings) =>
            {
                foreach (var rendering in renderings)
                {
                    CommentChanges.SaveRendering(session, rendering);
                }

                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static ThreadCounts ReadCounts(Statement row) => new()
    {
        Approved = row.Int32(0),
        Pending = row.Int32(1),
        Spam = row.Int32(2),
        Trashed = row.Int32(3),
        Deleted = row.Int32(4),
    };
}

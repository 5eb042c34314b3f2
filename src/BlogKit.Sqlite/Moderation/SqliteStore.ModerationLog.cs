using System.Collections.Immutable;
using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class SqliteStore : IModerationLogStore
{
    public Task<ImmutableArray<ModerationRecord>> ListAsync(LogQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Size, 1, nameof(query));
        return ReadAsync(
            query,
            static (session, query) =>
            {
                using var row = session.Use(query.OldestFirst ? ModerationLogSql.ListOldest : ModerationLogSql.List)
                    .With(query.BlogId.Value)
                    .With(query.Before ?? long.MaxValue)
                    .With(query.Size)
                    .With(query.ActorKey)
                    .With((int?)query.Action)
                    .With(query.From)
                    .With(query.Until);
                return ReadRecords(row);
            },
            cancellationToken);
    }

    public Task<ImmutableArray<ModerationRecord>> ListAllOfOperationAsync(BlogId blogId, Guid operationId, CancellationToken cancellationToken) => ReadAsync(
        (blogId, operationId),
        static (session, by) =>
        {
            using var row = session.Use(ModerationLogSql.ListOperation).With(by.blogId.Value).With(by.operationId);
            return ReadRecords(row);
        },
        cancellationToken);

    public Task<ImmutableArray<LoggedComment>> ListAfterAsync(BlogId blogId, long position, int limit, CancellationToken cancellationToken) => ReadAsync(
        (blogId, position, limit),
        static (session, by) =>
        {
            using var row = session.Use(ModerationLogSql.ListAfter).With(by.blogId.Value).With(by.position).With(by.limit);
            var logged = ImmutableArray.CreateBuilder<LoggedComment>();
            while (row.Step())
            {
                var comment = row.IsNull(CommentRows.RecordWidth) ? null : CommentRows.Read(row, CommentRows.RecordWidth);
                logged.Add(new LoggedComment(CommentRows.ReadRecord(row), comment));
            }

            return logged.DrainToImmutable();
        },
        cancellationToken);

    public Task<ImmutableArray<ModerationRecord>> ListAllOfCommentAsync(BlogId blogId, CommentId id, CancellationToken cancellationToken) => ReadAsync(
        (blogId, id),
        static (session, by) =>
        {
            using var row = session.Use(CommentSql.ListRecords).With(by.blogId.Value).With(by.id.Value);
            return ReadRecords(row);
        },
        cancellationToken);

    private static ImmutableArray<ModerationRecord> ReadRecords(Statement row)
    {
        var records = ImmutableArray.CreateBuilder<ModerationRecord>();
        while (row.Step())
        {
            records.Add(CommentRows.ReadRecord(row));
        }

        return records.DrainToImmutable();
    }
}

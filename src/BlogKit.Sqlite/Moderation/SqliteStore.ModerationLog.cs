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
                return row.ReadAll(CommentRows.ReadRecord);
            },
            cancellationToken);
    }

    public Task<ImmutableArray<ModerationRecord>> ListAllOfOperationAsync(
        BlogId blogId, Guid operationId, CancellationToken cancellationToken) => ReadAsync(
        (blogId, operationId),
        static (session, by) =>
        {
            using var row = session.Use(ModerationLogSql.ListOperation).With(by.blogId.Value).With(by.operationId);
            return row.ReadAll(CommentRows.ReadRecord);
        },
        cancellationToken);

    public Task<ImmutableArray<LoggedComment>> ListAfterAsync(
        BlogId blogId, long position, int limit, CancellationToken cancellationToken) => ReadAsync(
        (blogId, position, limit),
        static (session, by) =>
        {
            using var row = session.Use(ModerationLogSql.ListAfter).With(by.blogId.Value).With(by.position).With(by.limit);
            return row.ReadAll(static row => new LoggedComment(
                CommentRows.ReadRecord(row),
                row.IsNull(CommentRows.RecordWidth) ? null : CommentRows.Read(row, CommentRows.RecordWidth)));
        },
        cancellationToken);

    public Task<ImmutableArray<ModerationRecord>> ListAllOfCommentAsync(
        BlogId blogId, CommentId id, CancellationToken cancellationToken) => ReadAsync(
        (blogId, id),
        static (session, by) =>
        {
            using var row = session.Use(CommentSql.ListRecords).With(by.blogId.Value).With(by.id.Value);
            return row.ReadAll(CommentRows.ReadRecord);
        },
        cancellationToken);
}

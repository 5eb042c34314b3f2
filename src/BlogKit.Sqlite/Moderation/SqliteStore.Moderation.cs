using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class SqliteStore : IModerationStore
{
    private static readonly ImmutableArray<CommentStatus> s_allButDeleted =
        [CommentStatus.Pending, CommentStatus.Approved, CommentStatus.Spam, CommentStatus.Trashed];

    public Task<ModerationFacts> ReadFactsAsync(ModerationFactsQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ReadAsync(query, FactsReader.Read, cancellationToken);
    }

    public Task<Slice<ListedComment>> ListQueueAsync(QueueQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Size, 1, nameof(query));
        return ReadAsync(
            query,
            static (session, query) =>
            {
                session.BeginRead();
                var page = ReadQueue(session, query, query.After, query.Size + 1);
                var hasPrevious = query.After is { } place
                    && ReadQueue(session, query, after: null, size: 1) is [var first, ..]
                    && !IsBehind(query.Order, first.Comment, place);
                return new Slice<ListedComment>([.. page.Take(query.Size)], hasPrevious, page.Count > query.Size);
            },
            cancellationToken);
    }

    public Task<ImmutableArray<Comment>> ListHistoryAsync(HistoryQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Size, 1, nameof(query));
        return ReadAsync(
            query,
            static (session, query) =>
            {
                using var row = session.Use(QueueSql.History)
                    .With(query.BlogId.Value)
                    .With(query.After?.Value ?? Guid.Empty)
                    .With(query.Since)
                    .With(query.Size);
                return row.ReadAll(static row => CommentRows.Read(row));
            },
            cancellationToken);
    }

    public Task<ImmutableArray<Comment>> ListRemovedAsync(
        BlogId blogId, CommentStatus status, DateTimeOffset before, int limit, CancellationToken cancellationToken) => ReadAsync(
        (blogId, status, before, limit),
        static (session, by) =>
        {
            using var row = session.Use(by.status is CommentStatus.Pending or CommentStatus.Approved ? QueueSql.Since : QueueSql.Removed)
                .With(by.blogId.Value)
                .With((int)by.status)
                .With(by.before)
                .With(by.limit);
            return row.ReadAll(static row => CommentRows.Read(row));
        },
        cancellationToken);

    private static List<ListedComment> ReadQueue(SqliteSession session, QueueQuery query, QueueCursor? after, int size)
    {
        var goesUp = query.Order is QueueOrder.Oldest or QueueOrder.FewestPoints;
        var found = new List<ListedComment>();
        foreach (var status in (query.Statuses.IsDefaultOrEmpty ? s_allButDeleted : query.Statuses).Distinct())
        {
            using var row = session.Use(QueueStatement(query, status))
                .With(query.BlogId.Value)
                .With((int)status)
                .With(after is not null ? after.Id.Value : goesUp ? Guid.Empty : Guid.AllBitsSet)
                .With(size)
                .With(query.Policy)
                .With(query.HistoryKey)
                .With(query.PostId?.Value)
                .With(query.From)
                .With(query.Until)
                .With(query.MinimumPoints)
                .With(query.OpenAppeals)
                .With((int?)query.HeldBy);
            if (query.Order is QueueOrder.Points or QueueOrder.FewestPoints)
            {
                row.With(after?.Points ?? (goesUp ? double.NegativeInfinity : double.PositiveInfinity));
            }

            while (row.Step())
            {
                found.Add(CommentRows.ReadListed(row));
            }
        }

        var ordered = query.Order switch
        {
            QueueOrder.Oldest => found.OrderBy(static c => c.Comment.Id),
            QueueOrder.Newest => found.OrderByDescending(static c => c.Comment.Id),
            QueueOrder.FewestPoints => found.OrderBy(static c => c.Comment.Decision.Points).ThenBy(static c => c.Comment.Id),
            _ => found.OrderByDescending(static c => c.Comment.Decision.Points).ThenByDescending(static c => c.Comment.Id),
        };
        return [.. ordered.Take(size)];
    }

    private static Sql QueueStatement(QueueQuery query, CommentStatus status)
    {
        var index = query.Flagged ? 4 : query.OpenAppeals ? 3 : query.HistoryKey is not null ? 2 : query.PostId is not null ? 1 : 0;
        var hasPoints = index == 0 && (status is CommentStatus.Pending or CommentStatus.Spam);
        return query.Order switch
        {
            QueueOrder.Oldest => QueueSql.Oldest[index],
            QueueOrder.Newest => QueueSql.Newest[index],
            QueueOrder.FewestPoints => hasPoints ? QueueSql.WaitingByFewestPoints : QueueSql.ByFewestPoints[index],
            _ when hasPoints => QueueSql.WaitingByPoints,
            _ => QueueSql.ByPoints[index],
        };
    }

    private static bool IsBehind(QueueOrder order, Comment comment, QueueCursor place) => order switch
    {
        QueueOrder.Oldest => comment.Id > place.Id,
        QueueOrder.Newest => comment.Id < place.Id,
        QueueOrder.FewestPoints =>
            comment.Decision.Points.CompareTo(place.Points) is var points && (points > 0 || (points == 0 && comment.Id > place.Id)),
        _ => comment.Decision.Points.CompareTo(place.Points) is var points && (points < 0 || (points == 0 && comment.Id < place.Id)),
    };
}

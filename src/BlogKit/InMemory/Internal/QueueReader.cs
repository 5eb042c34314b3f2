using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>Reads a moderator's queue. By age it walks the sets of the statuses; by points it reads and sorts them.</summary>
internal sealed class QueueReader(InMemoryState state, QueueQuery query)
{
    private static readonly ImmutableArray<CommentStatus> s_allButDeleted =
        [CommentStatus.Pending, CommentStatus.Approved, CommentStatus.Spam, CommentStatus.Trashed];

    public IEnumerable<Comment> Behind(QueueCursor? place)
    {
        var statuses = query.PostId is { } post ? state.Thread(post).ByStatus : state.CommentsOf(query.BlogId);
        var sets = (query.Statuses.IsDefaultOrEmpty ? s_allButDeleted : query.Statuses).Distinct().Select(s => statuses[s]).ToList();
        return query.Order switch
        {
            QueueOrder.Oldest => Listed(MergedIds.Ascending(sets, place?.Id)),
            QueueOrder.Newest => Listed(MergedIds.Descending(sets, place?.Id)),
            QueueOrder.FewestPoints => Listed(sets.SelectMany(static s => s))
                .Where(c => place is null || IsBehind(c, place))
                .OrderBy(static c => c.Decision.Points)
                .ThenBy(static c => c.Id),
            _ => Listed(sets.SelectMany(static s => s))
                .Where(c => place is null || IsBehind(c, place))
                .OrderByDescending(static c => c.Decision.Points)
                .ThenByDescending(static c => c.Id),
        };
    }

    public bool IsBehind(Comment comment, QueueCursor place) => query.Order switch
    {
        QueueOrder.Oldest => comment.Id > place.Id,
        QueueOrder.Newest => comment.Id < place.Id,
        QueueOrder.FewestPoints =>
            comment.Decision.Points.CompareTo(place.Points) is var order && (order > 0 || (order == 0 && comment.Id > place.Id)),
        _ => comment.Decision.Points.CompareTo(place.Points) is var order && (order < 0 || (order == 0 && comment.Id < place.Id)),
    };

    private IEnumerable<Comment> Listed(IEnumerable<CommentId> ids) => ids.Select(id => state.Comments[id].Comment).Where(IsAskedFor);

    private bool IsAskedFor(Comment comment) =>
        comment.PurgedAt is null
        && comment.BlogId == query.BlogId
        && (query.From is null || comment.CreatedAt >= query.From)
        && (query.Until is null || comment.CreatedAt < query.Until)
        && (query.MinimumPoints is null || comment.Decision.Points >= query.MinimumPoints)
        && (!query.Flagged || (state.Flags.TryGetValue(comment.Id, out var flags) && flags.Values.Any(static f => f.DismissedAt is null)))
        && (!query.OpenAppeals || comment.Appeal is { AnsweredAt: null })
        && (query.HistoryKey is null || string.Equals(comment.By.HistoryKey, query.HistoryKey, StringComparison.Ordinal))
        && (query.HeldBy is null || comment.Hold?.By == query.HeldBy)
        && (query.Policy is null || HasFindingOf(comment.Decision, query.Policy));

    private static bool HasFindingOf(ModerationDecision decision, string policy) =>
        !decision.Findings.IsDefault && decision.Findings.Any(f => string.Equals(f.Policy, policy, StringComparison.Ordinal));
}

using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class InMemoryStore
{
    private const int MaximumConversation = 200;

    public Task<ModerationFacts> ReadFactsAsync(ModerationFactsQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Read(
            state =>
            {
                var post = state.FindPost(query.BlogId, query.PostId);
                return new ModerationFacts
                {
                    Post = post is not null && query.PostTextLength > 0 ? TextOf(post, query.PostTextLength) : null,
                    Conversation = post is null ? [] : Conversation(state, query),
                    Activity = [.. Given(query.Activity).Select(
                        w => new ActivityCount(w, CountActivity(state, w, query.BlogId, query.PostId, query.CommentId)))],
                    Similar = Similar(state, query),
                    Ban = BanInForce(state, query.BlogId, Given(query.BanKeys), query.Now),
                    LogPosition = query.LogPosition && state.Log.GetValueOrDefault(query.BlogId) is { IsEmpty: false } log
                        ? log[^1].Position
                        : 0,
                };
            },
            cancellationToken);
    }

    public Task<Slice<ListedComment>> ListQueueAsync(QueueQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        RequireSize(query.Size);
        return Read(
            state =>
            {
                var queue = new QueueReader(state, query);
                var page = queue.Behind(query.After).Take(query.Size + 1).ToList();
                var hasPrevious = query.After is { } place
                    && queue.Behind(null).FirstOrDefault() is { } first
                    && !queue.IsBehind(first, place);
                return new Slice<ListedComment>(
                    [.. page.Take(query.Size).Select(c => new ListedComment(c, state.LinkTo(c.PostId)))],
                    hasPrevious,
                    page.Count > query.Size);
            },
            cancellationToken);
    }

    public Task<ImmutableArray<Comment>> ListHistoryAsync(HistoryQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        RequireSize(query.Size);
        return Read(
            state => MergedIds.Ascending(state.CommentsOf(query.BlogId).Sets, query.After)
                .Select(id => state.Comments[id].Comment)
                .Where(c => c.PurgedAt is null && (query.Since is null || c.CreatedAt >= query.Since))
                .Take(query.Size)
                .ToImmutableArray(),
            cancellationToken);
    }

    public Task<ImmutableArray<Comment>> ListRemovedAsync(
        BlogId blogId, CommentStatus status, DateTimeOffset before, int limit, CancellationToken cancellationToken) =>
        Read(
            state => state.CommentsOf(blogId)[status]
                .Select(id => state.Comments[id].Comment)
                .Where(c => c.PurgedAt is null && Since(c) < before)
                .OrderBy(Since)
                .ThenBy(static c => c.Id)
                .Take(limit)
                .ToImmutableArray(),
            cancellationToken);

    private static DateTimeOffset Since(Comment comment) => comment.StatusChangedAt ?? comment.CreatedAt;

    private static ImmutableArray<T> Given<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items;

    private static PostText TextOf(Post post, int length) => new(
        post.Title,
        Beginning(post.Rendered.PlainText, length),
        [.. Given(post.Tags).Select(static t => t.Name)],
        post.Version);

    /// <summary>At most so many characters, no surrogate pair cut in two.</summary>
    private static string Beginning(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static ImmutableArray<ConversationComment> Conversation(InMemoryState state, ModerationFactsQuery query)
    {
        var shown = state.Thread(query.PostId).ByStatus[CommentStatus.Approved];
        return
        [
            .. Enumerable.Range(1, shown.Count)
                .Select(i => shown[^i])
                .Where(id => id != query.CommentId)
                .Take(Math.Min(query.ConversationSize, MaximumConversation))
                .Select(id => state.Comments[id].Comment)
                .Select(static c => new ConversationComment
                {
                    Id = c.Id,
                    ParentId = c.ParentId,
                    Name = c.By.Name,
                    ByAuthor = c.By.Kind is CommenterKind.Author,
                    PlainText = c.PlainText,
                }),
        ];
    }

    private static ImmutableArray<SimilarComment> Similar(InMemoryState state, ModerationFactsQuery query)
    {
        return
        [
            .. Given(query.Fingerprints)
                .SelectMany(f => Newest(state.Alike.GetValueOrDefault((query.BlogId, f), [])))
                .Distinct()
                .OrderDescending()
                .Take(query.MaximumSimilar)
                .Select(id => state.Comments[id].Comment)
                .Select(static c => new SimilarComment
                {
                    Id = c.Id,
                    PostId = c.PostId,
                    HistoryKey = c.By.HistoryKey,
                    Status = c.Status,
                    PlainText = c.PlainText,
                }),
        ];

        IEnumerable<CommentId> Newest(ImmutableSortedSet<CommentId> alike) =>
            Enumerable.Range(1, alike.Count).Select(i => alike[^i]).Where(id => id != query.CommentId).Take(query.MaximumSimilar);
    }

    private static int CountActivity(InMemoryState state, ActivityWindow window, BlogId blog, PostId post, CommentId? without)
    {
        if (!state.Activity.TryGetValue(ActivityKey.Of(window, blog, post), out var comments))
        {
            return 0;
        }

        var first = ~comments.IndexOf(new DatedComment(window.Since, default));
        var end = window.Until is { } until && until < DateTimeOffset.MaxValue
            ? ~comments.IndexOf(new DatedComment(until.AddTicks(1), default))
            : comments.Count;
        var own = without is { } id
            && state.Comments.GetValueOrDefault(id) is { Comment: var comment }
            && comment.CreatedAt >= window.Since
            && (window.Until is null || comment.CreatedAt <= window.Until)
            && comments.Contains(new DatedComment(comment.CreatedAt, id));
        return Math.Max(0, end - first) - (own ? 1 : 0);
    }
}

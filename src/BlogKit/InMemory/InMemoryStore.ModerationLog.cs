using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class InMemoryStore
{
    public Task<ImmutableArray<ModerationRecord>> ListAsync(LogQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        RequireSize(query.Size);
        return Read(
            state =>
            {
                var log = state.Log.GetValueOrDefault(query.BlogId, []);
                var end = query.Before is { } before ? LogEdit.IndexBehind(log, before - 1) : log.Count;
                return Enumerable.Range(1, end)
                    .Select(i => log[query.OldestFirst ? i - 1 : end - i])
                    .Where(r => (query.ActorKey is null || r.ActorKey == query.ActorKey)
                        && (query.Action is null || r.Action == query.Action)
                        && (query.From is null || r.At >= query.From)
                        && (query.Until is null || r.At < query.Until))
                    .Take(query.Size)
                    .ToImmutableArray();
            },
            cancellationToken);
    }

    public Task<ImmutableArray<ModerationRecord>> ListAllOfOperationAsync(
        BlogId blogId, Guid operationId, CancellationToken cancellationToken) =>
        Read(
            state =>
            {
                var log = state.Log.GetValueOrDefault(blogId, []);
                return state.Operations.GetValueOrDefault((blogId, operationId), [])
                    .Select(position => log[LogEdit.IndexBehind(log, position) - 1])
                    .ToImmutableArray();
            },
            cancellationToken);

    public Task<ImmutableArray<LoggedComment>> ListAfterAsync(
        BlogId blogId, long position, int limit, CancellationToken cancellationToken) =>
        Read(
            state =>
            {
                var log = state.Log.GetValueOrDefault(blogId, []);
                var start = LogEdit.IndexBehind(log, position);
                return Enumerable.Range(start, Math.Clamp(limit, 0, log.Count - start))
                    .Select(i => new LoggedComment(log[i], state.Comments.GetValueOrDefault(log[i].CommentId)?.Comment))
                    .ToImmutableArray();
            },
            cancellationToken);
    public Task<ImmutableArray<ModerationRecord>> ListAllOfCommentAsync(BlogId blogId, CommentId id, CancellationToken cancellationToken) =>
        Read(state => state.Records.GetValueOrDefault(id, []).Where(r => r.BlogId == blogId).ToImmutableArray(), cancellationToken);

}

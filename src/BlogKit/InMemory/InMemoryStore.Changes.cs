using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class InMemoryStore
{
    public Task<ChangeSlice> ReadChangesAsync(BlogId blogId, long after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        RequireSize(limit);
        return Read(
            state =>
            {
                var changes = state.Changes.GetValueOrDefault(blogId, []);
                var (oldest, newest) = changes.IsEmpty ? (1, 0) : (changes[0].Position, changes[^1].Position);
                var start = (int)Math.Clamp(after + 1 - oldest, 0, changes.Count);
                return new ChangeSlice(
                    [.. changes.GetRange(start, Math.Min(limit, changes.Count - start))], after > newest || after + 1 < oldest);
            },
            cancellationToken);
    }

    public Task<long> ReadChangePositionAsync(BlogId blogId, CancellationToken cancellationToken) =>
        Read(state => state.Changes.GetValueOrDefault(blogId) is { } changes ? changes[^1].Position : 0, cancellationToken);

    public Task<int> DeleteChangesAsync(BlogId blogId, DateTimeOffset before, CancellationToken cancellationToken) =>
        Write(
            state =>
            {
                var changes = state.Changes.GetValueOrDefault(blogId, []);
                var old = changes.IsEmpty ? 0 : 1 + changes.RemoveAt(changes.Count - 1).FindLastIndex(c => c.At < before);
                return old == 0
                    ? (state, 0)
                    : (Step(state with { Changes = state.Changes.SetItem(blogId, changes.RemoveRange(0, old)) }), old);
            },
            cancellationToken);

    internal static BlogChangeKind KindOf(CommentStatus before, CommentStatus after) =>
        before is CommentStatus.Approved || after is CommentStatus.Approved ? BlogChangeKind.Thread : BlogChangeKind.Queue;

    private CommentsEdit Edit(InMemoryState state) => new(state, Faults, _clock.GetUtcNow());

    private InMemoryState Changed(
        InMemoryState state, BlogId blogId, BlogChangeKind kind, PostId? postId = null, CommentId? commentId = null) =>
        state.WithChange(blogId, kind, _clock.GetUtcNow(), postId, commentId);
}

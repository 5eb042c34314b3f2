using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class InMemoryStore
{
    public Task<SaveOutcome> SaveAutosaveAsync(PostAutosave autosave, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(autosave);
        StorableText.Check(autosave);
        return Write(
            state => state.Blogs.ContainsKey(autosave.BlogId)
                && (autosave.PostId is not { } id || state.Posts.GetValueOrDefault(id)?.BlogId == autosave.BlogId)
                ? (Typed(state, autosave.BlogId, autosave.PostId, autosaves => autosaves.SetItem(
                    (autosave.BlogId, autosave.PostId, autosave.OwnerKey), autosave)), SaveOutcome.Saved)
                : (state, SaveOutcome.Missing),
            cancellationToken);
    }

    public Task<PostAutosave?> FindAutosaveAsync(BlogId blogId, PostId? postId, ActorKey ownerKey, CancellationToken cancellationToken)
    {
        return Read(state => state.Autosaves.GetValueOrDefault((blogId, postId, ownerKey)), cancellationToken);
    }

    public Task<bool> DeleteAutosaveAsync(BlogId blogId, PostId? postId, ActorKey ownerKey, CancellationToken cancellationToken)
    {
        return Write(
            state => state.Autosaves.ContainsKey((blogId, postId, ownerKey))
                ? (Typed(state, blogId, postId, autosaves => autosaves.Remove((blogId, postId, ownerKey))), true)
                : (state, false),
            cancellationToken);
    }

    public Task<int> DeleteAutosavesAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        Write(
            state =>
            {
                var old = state.Autosaves.Where(a => a.Value.SavedAt < before).Select(static a => a.Key).ToList();
                return (
                    old.Aggregate(state, (next, key) => Typed(next, key.Blog, key.Post, autosaves => autosaves.Remove(key))),
                    old.Count);
            },
            cancellationToken);

    private InMemoryState Typed(
        InMemoryState state,
        BlogId blogId,
        PostId? postId,
        Func<ImmutableDictionary<(BlogId, PostId?, ActorKey), PostAutosave>, ImmutableDictionary<(BlogId, PostId?, ActorKey), PostAutosave>>
            change) =>
        Changed(Step(state with { Autosaves = change(state.Autosaves) }), blogId, BlogChangeKind.Autosaves, postId);
}

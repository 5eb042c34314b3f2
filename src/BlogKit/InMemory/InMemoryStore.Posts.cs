using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class InMemoryStore
{
    public Task<Post?> FindAsync(BlogId blogId, PostId id, CancellationToken cancellationToken) =>
        Read(state => state.FindPost(blogId, id), cancellationToken);

    public Task<ImmutableArray<Post>> FindManyAsync(BlogId blogId, IReadOnlyCollection<PostId> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return Read(state => ids.Distinct().Select(id => state.FindPost(blogId, id)).OfType<Post>().ToImmutableArray(), cancellationToken);
    }

    Task<PostBySlug?> IPostStore.FindBySlugAsync(BlogId blogId, Slug slug, CancellationToken cancellationToken) =>
        Read(
            state => state.Slugs.TryGetValue((blogId, slug), out var id)
                ? new PostBySlug(state.Posts[id], state.Posts[id].Slug == slug)
                : null,
            cancellationToken);

    public Task<SaveOutcome> SaveAsync(PostSave save, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(save);
        StorableText.Check(save);
        return Write(
            state =>
            {
                var outcome = CanSave(state, save.Post, save.NewTags.IsDefault ? [] : save.NewTags);
                if (outcome is SaveOutcome.Conflict or SaveOutcome.Duplicate && WasMade(state, save))
                {
                    return (state, SaveOutcome.Saved);
                }

                return (
                    outcome is SaveOutcome.Saved
                        ? Changed(Saved(state, save), save.Post.BlogId, BlogChangeKind.Post, save.Post.Id)
                        : state,
                    outcome);
            },
            cancellationToken);
    }

    public Task<SaveOutcome> DeleteAsync(BlogId blogId, PostId id, long version, CancellationToken cancellationToken) =>
        Remove(
            blogId,
            version,
            state => state.FindPost(blogId, id) is { } post ? (post.BlogId, post.Version) : null,
            state => Deleted(state, state.Posts[id]),
            cancellationToken);

    public Task<ImmutableArray<PostRevision>> ListRevisionsAsync(
        BlogId blogId, PostId id, int limit, CancellationToken cancellationToken) =>
        Read(
            state => state.FindPost(blogId, id) is null
                ? []
                : state.PostRevisions.GetValueOrDefault(id, []).Reverse().Take(limit).ToImmutableArray(),
            cancellationToken);

    public Task<PostRevision?> FindRevisionAsync(BlogId blogId, RevisionId id, CancellationToken cancellationToken) =>
        Read(
            state => state.PostRevisions.Values
                .SelectMany(static r => r)
                .FirstOrDefault(r => r.Id == id && state.FindPost(blogId, r.PostId) is not null),
            cancellationToken);

    private static bool IsTaken(InMemoryState state, Post post, Tag tag) => state.PostsByPublication.GetValueOrDefault(post.BlogId, [])
        .Select(place => state.Posts[place.Id])
        .Any(other => other.Id != post.Id && other.Kind is PostKind.Post && IsListed(other, DateTimeOffset.MaxValue)
            && other.Tags.Any(known => known.Slug == tag.Slug && !string.Equals(known.Name, tag.Name, StringComparison.Ordinal)));

    private static SaveOutcome CanSave(InMemoryState state, Post post, ImmutableArray<Tag> newTags)
    {
        var stored = state.Posts.GetValueOrDefault(post.Id);
        return Compare(state, post.BlogId, post.Version, stored?.BlogId, stored?.Version) switch
        {
            SaveOutcome.Saved when state.Slugs.TryGetValue((post.BlogId, post.Slug), out var owner) && owner != post.Id =>
                SaveOutcome.Duplicate,
            SaveOutcome.Saved when newTags.Any(tag => IsTaken(state, post, tag)) => SaveOutcome.TagTaken,
            var outcome => outcome,
        };
    }

    /// <summary>Whether the save that left the revision was committed before.</summary>
    private static bool WasMade(InMemoryState state, PostSave save) =>
        save.Revision is { } revision
        && state.FindPost(save.Post.BlogId, save.Post.Id) is { } post
        && post.Version != save.Post.Version
        && state.PostRevisions.GetValueOrDefault(post.Id, []).Any(
            r => r.Id == revision.Id
                && r.PostVersion == revision.PostVersion
                && string.Equals(r.Title, revision.Title, StringComparison.Ordinal)
                && r.Format == revision.Format
                && string.Equals(r.Markdown, revision.Markdown, StringComparison.Ordinal)
                && string.Equals(r.Excerpt, revision.Excerpt, StringComparison.Ordinal));

    private InMemoryState Saved(InMemoryState state, PostSave save)
    {
        var post = save.Post with { Version = save.Post.Version + 1 };
        var next = Step(Unlisted(state, state.Posts.GetValueOrDefault(post.Id)));
        next = Step(Listed(
            next with { Posts = next.Posts.SetItem(post.Id, post), Slugs = next.Slugs.SetItem((post.BlogId, post.Slug), post.Id) }, post));
        if (save.Revision is null)
        {
            return next;
        }

        var kept = next.PostRevisions.GetValueOrDefault(post.Id, []).Add(save.Revision);
        if (save.RevisionsKept is { } most && kept.Count > most)
        {
            kept = kept.RemoveRange(0, kept.Count - most);
        }

        return Step(next with { PostRevisions = next.PostRevisions.SetItem(post.Id, kept) });
    }

    private InMemoryState Deleted(InMemoryState state, Post post)
    {
        var comments = Edit(state);
        comments.RemoveThread(post.Id);
        var next = Step(Unlisted(comments.ToState(), post));
        next = Step(next with
        {
            Posts = next.Posts.Remove(post.Id),
            Slugs = next.Slugs.RemoveRange(next.Slugs.Where(s => s.Value == post.Id).Select(static s => s.Key)),
            PostRevisions = next.PostRevisions.Remove(post.Id),
            Autosaves = next.Autosaves.RemoveRange(next.Autosaves.Keys.Where(k => k.Post == post.Id)),
        });
        next = next.WithForgottenOrigins(post.BlogId, OriginKind.Post, post.Id.Value, keepsAddress: true);
        next = Changed(next, post.BlogId, BlogChangeKind.Post, post.Id);
        return WithPosts(next, post.BlogId, p => p.ParentId == post.Id, static p => p with { ParentId = null });
    }

    private static InMemoryState Listed(InMemoryState state, Post post) => state with
    {
        PostsByChange = state.PostsByChange.SetItem(
            post.BlogId,
            state.PostsByChange.GetValueOrDefault(post.BlogId, []).Add(new DatedPost(post.UpdatedAt, post.Id))),
        PostsByPublication = post.PublishedAt is { } at
            ? state.PostsByPublication.SetItem(
                post.BlogId,
                state.PostsByPublication.GetValueOrDefault(post.BlogId, []).Add(new DatedPost(at, post.Id)))
            : state.PostsByPublication,
    };

    private static InMemoryState Unlisted(InMemoryState state, Post? post) => post is null ? state : state with
    {
        PostsByChange = state.PostsByChange.SetItem(
            post.BlogId, state.PostsByChange[post.BlogId].Remove(new DatedPost(post.UpdatedAt, post.Id))),
        PostsByPublication = post.PublishedAt is { } at
            ? state.PostsByPublication.SetItem(post.BlogId, state.PostsByPublication[post.BlogId].Remove(new DatedPost(at, post.Id)))
            : state.PostsByPublication,
    };
}

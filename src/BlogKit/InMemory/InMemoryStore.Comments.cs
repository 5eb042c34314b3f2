using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class InMemoryStore
{
    public Task<Comment?> FindAsync(BlogId blogId, CommentId id, CancellationToken cancellationToken) =>
        Read(state => state.FindComment(blogId, id)?.Comment, cancellationToken);

    public Task<IntakeFacts> ReadIntakeAsync(IntakeQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Read(
            state =>
            {
                var post = state.FindPost(query.BlogId, query.PostId);
                var authors = post is null ? [] : AuthorsOf(state, post.BlogId).ToList();
                var kept = post is null ? null : KeptName(state, post.BlogId, query.NamelessUserKey);
                var keptKey = kept is null ? null : NameKey.From(kept);
                return new IntakeFacts
                {
                    Post = post is null ? null : Facts(state, post),
                    Parent = query.ParentId is { } parent && state.FindComment(query.BlogId, parent) is { Comment: var c }
                        ? ParentFacts.Of(c)
                        : null,
                    Stored = Submission(state, query.SubmissionKey) is { } stored && stored.Comment.BlogId == query.BlogId ? stored : null,
                    History = post is not null && query.HistoryKey is { } key
                        ? state.Histories.GetValueOrDefault((post.BlogId, key), CommenterHistory.None)
                        : CommenterHistory.None,
                    DisplayName = kept,
                    NameIsAuthors = (query.GuestNameKey ?? keptKey) is not null
                        && authors.Exists(a => NameKey.From(a.DisplayName) is var name
                            && (string.Equals(name, query.GuestNameKey, StringComparison.Ordinal)
                                || string.Equals(name, keptKey, StringComparison.Ordinal))),
                    EmailIsAuthors = query.GuestEmail is { } email
                        && authors.Exists(a => string.Equals(a.Email?.ToLowerInvariant(), email, StringComparison.Ordinal)),
                };
            },
            cancellationToken);
    }

    public Task<ImmutableArray<ListedComment>> FindManyAsync(
        BlogId blogId, IReadOnlyCollection<CommentId> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, 100, nameof(ids));
        return Read<ImmutableArray<ListedComment>>(
            state =>
            [
                .. ids.Distinct().Select(id => state.Comments.GetValueOrDefault(id)?.Comment).OfType<Comment>()
                    .Where(c => c.BlogId == blogId).Select(c => new ListedComment(c, state.LinkTo(c.PostId))),
            ],
            cancellationToken);
    }

    public Task<Slice<ListedComment>> ListAsync(CommentQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        RequireSize(query.Size);
        return Read(
            state =>
            {
                var inStatus = state.CommentsOf(query.BlogId)[query.Status];
                var end = query.Before is { } place ? Below(inStatus, place) : inStatus.Count;
                var start = Math.Max(0, end - query.Size);
                var items = new List<ListedComment>(end - start);
                for (var i = end - 1; i >= start; i--)
                {
                    var comment = state.Comments[inStatus[i]].Comment;
                    items.Add(new ListedComment(comment, state.LinkTo(comment.PostId)));
                }

                return new Slice<ListedComment>([.. items], end < inStatus.Count, start > 0);
            },
            cancellationToken);
    }

    Task<ImmutableArray<CommentRevision>> ICommentStore.ListAllRevisionsAsync(
        BlogId blogId, CommentId id, CancellationToken cancellationToken) =>
        Read(
            state => state.FindComment(blogId, id) is null ? [] : state.CommentRevisions.GetValueOrDefault(id, []).ToImmutableArray(),
            cancellationToken);

    public Task<ThreadCounts> CountAsync(BlogId blogId, CancellationToken cancellationToken) =>
        Read(state => state.CommentsOf(blogId).Counts with { Flagged = CountFlagged(state, blogId) }, cancellationToken);

    public Task<ImmutableArray<Comment>> ListStaleAsync(
        int rendererVersion, CommentId? after, int limit, CancellationToken cancellationToken) =>
        Read(
            state => state.ByRenderer
                .Where(version => version.Key != rendererVersion)
                .SelectMany(version => After(version.Value, after).Take(limit))
                .Order()
                .Take(limit)
                .Select(id => state.Comments[id].Comment)
                .ToImmutableArray(),
            cancellationToken);

    /// <summary>How many of the comments are older than the given one.</summary>
    private static int Below(ImmutableSortedSet<CommentId> ids, CommentId place)
    {
        var index = ids.IndexOf(place);
        return index >= 0 ? index : ~index;
    }

    private static IEnumerable<CommentId> After(ImmutableSortedSet<CommentId> ids, CommentId? place)
    {
        var start = place is { } id ? Below(ids, id) + (ids.Contains(id) ? 1 : 0) : 0;
        for (var i = start; i < ids.Count; i++)
        {
            yield return ids[i];
        }
    }

    private static StoredSubmission? Submission(InMemoryState state, string? key) =>
        key is not null && state.Submissions.TryGetValue(key, out var id)
            ? new StoredSubmission(state.Comments[id].Comment, state.Comments[id].RequestHash ?? "")
            : null;

    private static PostFacts Facts(InMemoryState state, Post post) => new()
    {
        Id = post.Id,
        BlogId = post.BlogId,
        Slug = post.Slug,
        Title = post.Title,
        Status = post.Status,
        Visibility = post.Visibility,
        PublishedAt = post.PublishedAt,
        Comments = state.Blogs[post.BlogId].Comments.With(post.Comments),
        AuthorIds = post.AuthorIds,
        Language = state.Blogs[post.BlogId].Language,
        ShownComments = state.Thread(post.Id).ByStatus[CommentStatus.Approved].Count,
    };
}

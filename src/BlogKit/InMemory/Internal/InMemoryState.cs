using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>Everything the store knows at one moment. Readers hold on to one state; writers replace it.</summary>
internal sealed partial record InMemoryState
{
    public static InMemoryState Empty { get; } = new();

    public ImmutableDictionary<BlogId, Blog> Blogs { get; init; } = ImmutableDictionary<BlogId, Blog>.Empty;

    public ImmutableDictionary<AuthorId, Author> Authors { get; init; } = ImmutableDictionary<AuthorId, Author>.Empty;

    public ImmutableDictionary<CategoryId, Category> Categories { get; init; } = ImmutableDictionary<CategoryId, Category>.Empty;

    public ImmutableDictionary<SeriesId, Series> Series { get; init; } = ImmutableDictionary<SeriesId, Series>.Empty;

    public ImmutableDictionary<FooterBlockId, FooterBlock> Footers { get; init; } = ImmutableDictionary<FooterBlockId, FooterBlock>.Empty;

    public ImmutableDictionary<PostId, Post> Posts { get; init; } = ImmutableDictionary<PostId, Post>.Empty;

    /// <summary>Current and former slugs.</summary>
    public ImmutableDictionary<(BlogId Blog, Slug Slug), PostId> Slugs { get; init; } = ImmutableDictionary<(BlogId, Slug), PostId>.Empty;

    /// <summary>Revisions of posts, oldest first.</summary>
    public ImmutableDictionary<PostId, ImmutableList<PostRevision>> PostRevisions { get; init; } =
        ImmutableDictionary<PostId, ImmutableList<PostRevision>>.Empty;

    /// <summary>Every post of a blog that has a time of publication, by it.</summary>
    public ImmutableDictionary<BlogId, ImmutableSortedSet<DatedPost>> PostsByPublication { get; init; } =
        ImmutableDictionary<BlogId, ImmutableSortedSet<DatedPost>>.Empty;

    /// <summary>Every post of a blog, by its last change.</summary>
    public ImmutableDictionary<BlogId, ImmutableSortedSet<DatedPost>> PostsByChange { get; init; } =
        ImmutableDictionary<BlogId, ImmutableSortedSet<DatedPost>>.Empty;

    public ImmutableDictionary<CommentId, CommentNode> Comments { get; init; } = ImmutableDictionary<CommentId, CommentNode>.Empty;

    public ImmutableDictionary<PostId, StoredThread> Threads { get; init; } = ImmutableDictionary<PostId, StoredThread>.Empty;

    public ImmutableDictionary<BlogId, StatusSets> BlogComments { get; init; } = ImmutableDictionary<BlogId, StatusSets>.Empty;

    public ImmutableDictionary<string, CommentId> Submissions { get; init; } =
        ImmutableDictionary.Create<string, CommentId>(StringComparer.Ordinal);

    public ImmutableDictionary<(BlogId Blog, string Key), CommenterHistory> Histories { get; init; } =
        ImmutableDictionary<(BlogId, string), CommenterHistory>.Empty;

    /// <summary>Unpurged comments by the version of the renderer that made their HTML.</summary>
    public ImmutableSortedDictionary<int, ImmutableSortedSet<CommentId>> ByRenderer { get; init; } =
        ImmutableSortedDictionary<int, ImmutableSortedSet<CommentId>>.Empty;

    public ImmutableDictionary<CommentId, ImmutableList<CommentRevision>> CommentRevisions { get; init; } =
        ImmutableDictionary<CommentId, ImmutableList<CommentRevision>>.Empty;

    public ImmutableDictionary<CommentId, ImmutableList<ModerationRecord>> Records { get; init; } =
        ImmutableDictionary<CommentId, ImmutableList<ModerationRecord>>.Empty;

    public ImmutableDictionary<CommentId, ImmutableDictionary<ActorKey, StoredFeedback>> Feedback { get; init; } =
        ImmutableDictionary<CommentId, ImmutableDictionary<ActorKey, StoredFeedback>>.Empty;

    /// <summary>Records of a blog, by position.</summary>
    public ImmutableDictionary<BlogId, ImmutableList<ModerationRecord>> Log { get; init; } =
        ImmutableDictionary<BlogId, ImmutableList<ModerationRecord>>.Empty;

    /// <summary>The positions of the records of one action on many comments.</summary>
    public ImmutableDictionary<(BlogId Blog, Guid Operation), ImmutableSortedSet<long>> Operations { get; init; } =
        ImmutableDictionary<(BlogId, Guid), ImmutableSortedSet<long>>.Empty;

    public long LastPosition { get; init; }

    /// <summary>
    /// Unpurged comments by what is counted together, in the order of creation: a set knows how many come after a moment.
    /// </summary>
    public ImmutableDictionary<ActivityKey, ImmutableSortedSet<DatedComment>> Activity { get; init; } =
        ImmutableDictionary<ActivityKey, ImmutableSortedSet<DatedComment>>.Empty;

    /// <summary>Unpurged comments by fingerprint.</summary>
    public ImmutableDictionary<(BlogId Blog, long Fingerprint), ImmutableSortedSet<CommentId>> Alike { get; init; } =
        ImmutableDictionary<(BlogId, long), ImmutableSortedSet<CommentId>>.Empty;

    public ImmutableDictionary<CommentId, ImmutableDictionary<ActorKey, CommentFlag>> Flags { get; init; } =
        ImmutableDictionary<CommentId, ImmutableDictionary<ActorKey, CommentFlag>>.Empty;

    public ImmutableDictionary<BlogId, ImmutableSortedDictionary<DatedBan, Ban>> Bans { get; init; } =
        ImmutableDictionary<BlogId, ImmutableSortedDictionary<DatedBan, Ban>>.Empty;

    /// <summary>
    /// Bans that nobody lifted, the latest last. Only the last one that has begun can be in force: adding it lifted those that were.
    /// </summary>
    public ImmutableDictionary<(BlogId Blog, string Key), ImmutableList<Ban>> UnliftedBans { get; init; } =
        ImmutableDictionary<(BlogId, string), ImmutableList<Ban>>.Empty;

    public ImmutableDictionary<string, LearnedModel> Models { get; init; } =
        ImmutableDictionary.Create<string, LearnedModel>(StringComparer.Ordinal);

    /// <summary>What was typed and not saved, by owner and post (null = one that does not exist yet).</summary>
    public ImmutableDictionary<(BlogId Blog, PostId? Post, ActorKey Owner), PostAutosave> Autosaves { get; init; } =
        ImmutableDictionary<(BlogId, PostId?, ActorKey), PostAutosave>.Empty;

    public ImmutableDictionary<(BlogId Blog, string UserKey), DisplayName> DisplayNames { get; init; } =
        ImmutableDictionary<(BlogId, string), DisplayName>.Empty;

    /// <summary>The change feed of a blog, by position; the newest change is always there.</summary>
    public ImmutableDictionary<BlogId, ImmutableList<StoredChange>> Changes { get; init; } =
        ImmutableDictionary<BlogId, ImmutableList<StoredChange>>.Empty;

    /// <summary>The state with one more change in the feed.</summary>
    public InMemoryState WithChange(
        BlogId blogId, BlogChangeKind kind, DateTimeOffset at, PostId? postId = null, CommentId? commentId = null)
    {
        var changes = Changes.GetValueOrDefault(blogId, []);
        return this with
        {
            Changes = Changes.SetItem(blogId, changes.Add(new StoredChange
            {
                BlogId = blogId,
                Position = changes.IsEmpty ? 1 : changes[^1].Position + 1,
                Kind = kind,
                PostId = postId,
                CommentId = commentId,
                At = at,
            })),
        };
    }

    /// <summary>The comment; null when the blog has none with that identity.</summary>
    public CommentNode? FindComment(BlogId blogId, CommentId id) =>
        Comments.GetValueOrDefault(id) is { } node && node.Comment.BlogId == blogId ? node : null;

    /// <summary>The post; null when the blog has none with that identity.</summary>
    public Post? FindPost(BlogId blogId, PostId id) =>
        Posts.GetValueOrDefault(id) is { } post && post.BlogId == blogId ? post : null;

    public StoredThread Thread(PostId id) => Threads.GetValueOrDefault(id, StoredThread.Empty);

    /// <summary>The thread of a post; an empty one when the blog has none with that identity.</summary>
    public StoredThread Thread(BlogId blogId, PostId id) => FindPost(blogId, id) is null ? StoredThread.Empty : Thread(id);

    public StatusSets CommentsOf(BlogId id) => BlogComments.GetValueOrDefault(id, StatusSets.Empty);

    public PostLink LinkTo(PostId id)
    {
        var post = Posts[id];
        return new PostLink(post.Id, post.Slug, post.Title);
    }
}

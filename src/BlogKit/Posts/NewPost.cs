namespace BlogKit;

/// <summary>A post or page to be created, as a draft.</summary>
/// <param name="BlogId">The blog.</param>
/// <param name="Title">The title, plain text.</param>
/// <param name="Markdown">The text, in <see cref="Format"/>.</param>
public sealed record NewPost(BlogId BlogId, string Title, string Markdown)
{
    /// <summary>
    /// The identity it is to have, chosen before so that a form sent twice makes one post: the second gets
    /// <see cref="ErrorCodes.KeyReused"/> (or <see cref="ErrorCodes.Taken"/> where a slug was asked for). Null = a new one.
    /// </summary>
    public PostId? Id { get; init; }

    /// <summary>The format of <see cref="Markdown"/>. Default Markdown.</summary>
    public PostFormat Format { get; init; }

    /// <summary>The kind: a post in the stream, or a page outside it.</summary>
    public PostKind Kind { get; init; }

    /// <summary>A page's parent; null for none.</summary>
    public PostId? ParentId { get; init; }

    /// <summary>The slug wanted, refused when taken or reserved; null = <see cref="SuggestedSlug"/>, or made from the title.</summary>
    public Slug? Slug { get; init; }

    /// <summary>
    /// The preferred slug, numbered when taken or reserved; ignored where <see cref="Slug"/> is given. Null = made from the title.
    /// </summary>
    public Slug? SuggestedSlug { get; init; }

    /// <summary>The authors in order; empty = the actor.</summary>
    public ImmutableArray<AuthorId> AuthorIds { get; init; } = [];

    /// <summary>An excerpt written by hand; null = taken from the text.</summary>
    public string? Excerpt { get; init; }

    /// <summary>The names of its tags.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Its categories.</summary>
    public ImmutableArray<CategoryId> CategoryIds { get; init; } = [];

    /// <summary>The series; null for none.</summary>
    public SeriesId? SeriesId { get; init; }

    /// <summary>The place in the series.</summary>
    public int SeriesPosition { get; init; }

    /// <summary>Footer blocks of this post alone.</summary>
    public ImmutableArray<FooterBlockId> FooterBlockIds { get; init; } = [];

    /// <summary>The picture; null for none.</summary>
    public FeaturedImage? FeaturedImage { get; init; }

    /// <summary>The title, description and address for search engines.</summary>
    public SeoFields Seo { get; init; } = new();

    /// <summary>Whether it is pinned; editors alone may say so.</summary>
    public bool IsPinned { get; init; }

    /// <summary>Fields of the application's own, in order, which no reader is shown.</summary>
    public ImmutableArray<PostField> Fields { get; init; } = [];

    /// <summary>The identity that its entry has in feeds, as <see cref="Post.FeedId"/> says; null = made by BlogKit.</summary>
    public string? FeedId { get; init; }

    /// <summary>Its own comment settings; null = inherited by posts, closed for pages.</summary>
    public PostCommentSettings? Comments { get; init; }

    /// <summary>The readers who find it. For <see cref="PostVisibility.Password"/>, <see cref="Password"/> is needed.</summary>
    public PostVisibility Visibility { get; init; }

    /// <summary>The note of its first revision; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>The password of a protected post; stored as a salted hash only.</summary>
    public string? Password { get; init; }
}

using System.Collections.Immutable;

namespace BlogKit;

/// <summary>A post or page to be created, as a draft.</summary>
/// <param name="BlogId">The blog.</param>
/// <param name="Title">The title, plain text.</param>
/// <param name="Markdown">The text.</param>
public sealed record NewPost(BlogId BlogId, string Title, string Markdown)
{
    /// <summary>
    /// The identity it is to have, chosen before so that a form sent twice makes one post: the second gets
    /// <see cref="ErrorCodes.KeyReused"/> (or <see cref="ErrorCodes.Taken"/> where a slug was asked for). Null = a new one.
    /// </summary>
    public PostId? Id { get; init; }

    /// <summary>In the stream, or a page.</summary>
    public PostKind Kind { get; init; }

    /// <summary>A page's parent; null for none.</summary>
    public PostId? ParentId { get; init; }

    /// <summary>The slug wanted, refused when taken or reserved; null = <see cref="SuggestedSlug"/>, or made from the title.</summary>
    public Slug? Slug { get; init; }

    /// <summary>
    /// A slug that would be liked, numbered when taken or reserved; not looked at where <see cref="Slug"/> is given. Null = made from the
    /// title.
    /// </summary>
    public Slug? SuggestedSlug { get; init; }

    /// <summary>The authors in order; empty = the actor.</summary>
    public ImmutableArray<AuthorId> AuthorIds { get; init; } = [];

    /// <summary>An excerpt written by hand; null = taken from the text.</summary>
    public string? Excerpt { get; init; }

    /// <summary>Tag names.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Categories.</summary>
    public ImmutableArray<CategoryId> CategoryIds { get; init; } = [];

    /// <summary>The series; null for none.</summary>
    public SeriesId? SeriesId { get; init; }

    /// <summary>The place in the series.</summary>
    public int SeriesPosition { get; init; }

    /// <summary>Footer blocks of this post alone.</summary>
    public ImmutableArray<FooterBlockId> FooterBlockIds { get; init; } = [];

    /// <summary>The picture; null for none.</summary>
    public FeaturedImage? FeaturedImage { get; init; }

    /// <summary>What search engines are told.</summary>
    public SeoFields Seo { get; init; } = new();

    /// <summary>Its own comment settings; null = inherited by posts, closed for pages.</summary>
    public PostCommentSettings? Comments { get; init; }

    /// <summary>Who finds it. For <see cref="PostVisibility.Password"/>, <see cref="Password"/> is needed.</summary>
    public PostVisibility Visibility { get; init; }

    /// <summary>What its first revision says of itself; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>The password of a protected post; stored as a salted hash only.</summary>
    public string? Password { get; init; }
}

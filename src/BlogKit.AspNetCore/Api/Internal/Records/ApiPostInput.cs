namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// A post to be created, or the whole of what is to replace one. What is left out is empty; authors and visibility that are left out stay;
/// of a new post they are whoever creates it, and everybody.
/// </summary>
internal sealed record ApiPostInput
{
    public required string Title { get; init; }

    public required string Markdown { get; init; }

    /// <summary>The format of the text. Null keeps what a post has, and is Markdown for a new one.</summary>
    public PostFormat? Format { get; init; }

    /// <summary>Only read when it is created.</summary>
    public PostKind Kind { get; init; }

    /// <summary>The page above a page; null for none.</summary>
    public PostId? ParentId { get; init; }

    /// <summary>Null makes one from the title, or keeps the one it has.</summary>
    public string? Slug { get; init; }

    public string? Excerpt { get; init; }

    public ImmutableArray<AuthorId>? AuthorIds { get; init; }

    public ImmutableArray<string>? Tags { get; init; }

    public ImmutableArray<CategoryId>? CategoryIds { get; init; }

    public SeriesId? SeriesId { get; init; }

    public int SeriesPosition { get; init; }

    public ImmutableArray<FooterBlockId>? FooterBlockIds { get; init; }

    public ApiImage? Image { get; init; }

    public ApiSeo? Seo { get; init; }

    /// <summary>Null leaves a post as it is, and a new one unpinned. For editors.</summary>
    public bool? IsPinned { get; init; }

    /// <summary>Null leaves a post's fields as they are; an empty list takes them away.</summary>
    public ImmutableArray<ApiPostField>? Fields { get; init; }

    /// <summary>Null leaves it as it is; an empty text takes it away.</summary>
    public string? FeedId { get; init; }

    public ApiPostComments? Comments { get; init; }

    /// <summary>Null makes a new post public, and keeps what a post has.</summary>
    public PostVisibility? Visibility { get; init; }

    /// <summary>Only read when it is created with the visibility <c>password</c>.</summary>
    public string? Password { get; init; }

    /// <summary>What changed, for the list of revisions; only read when it is changed.</summary>
    public string? Note { get; init; }
}

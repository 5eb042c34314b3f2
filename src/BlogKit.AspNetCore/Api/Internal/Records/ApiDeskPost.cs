namespace BlogKit.AspNetCore.Internal;

/// <summary>A post as its authors see it.</summary>
internal sealed record ApiDeskPost
{
    public required PostId Id { get; init; }

    public required PostKind Kind { get; init; }

    public PostId? ParentId { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required string Markdown { get; init; }

    /// <summary>The format of <see cref="Markdown"/>.</summary>
    public required PostFormat Format { get; init; }

    public string? Excerpt { get; init; }

    public required string Html { get; init; }

    public required PostStatus Status { get; init; }

    public required PostVisibility Visibility { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public required ImmutableArray<AuthorId> AuthorIds { get; init; }

    public required ImmutableArray<string> Tags { get; init; }

    public required ImmutableArray<CategoryId> CategoryIds { get; init; }

    public SeriesId? SeriesId { get; init; }

    public required int SeriesPosition { get; init; }

    public required ImmutableArray<FooterBlockId> FooterBlockIds { get; init; }

    public ApiImage? Image { get; init; }

    public required ApiSeo Seo { get; init; }

    public required bool IsPinned { get; init; }

    public required ImmutableArray<ApiPostField> Fields { get; init; }

    /// <summary>The identity its entry has in feeds; null for the one BlogKit makes.</summary>
    public string? FeedId { get; init; }

    public required ApiPostComments Comments { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required long Version { get; init; }

    public required string Url { get; init; }
}

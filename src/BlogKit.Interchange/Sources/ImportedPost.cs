namespace BlogKit.Interchange;

/// <summary>A post or page.</summary>
public sealed record ImportedPost : ImportItem
{
    /// <summary>Whether it is a post or a page.</summary>
    public required PostKind Kind { get; init; }

    /// <summary>Its stage.</summary>
    public required ImportedPostStatus Status { get; init; }

    /// <summary>The readers who find it once it is published.</summary>
    public PostVisibility Visibility { get; init; }

    /// <summary>
    /// The password in clear, for <see cref="PostVisibility.Password"/>; null otherwise. It is hashed before it is stored, and stands in
    /// no report.
    /// </summary>
    public string? Password { get; init; }

    /// <summary>The title, as plain text; may be empty.</summary>
    public required string Title { get; init; }

    /// <summary>The text.</summary>
    public required ImportedBody Body { get; init; }

    /// <summary>The excerpt written by hand; null for none.</summary>
    public ImportedBody? Excerpt { get; init; }

    /// <summary>The slug as it was there, decoded; null when it had none.</summary>
    public string? Slug { get; init; }

    /// <summary>Slugs it had before, decoded.</summary>
    public ImmutableArray<string> FormerSlugs { get; init; } = [];

    /// <summary>The address readers knew; null when it had none.</summary>
    public string? Address { get; init; }

    /// <summary>Other addresses that led to it.</summary>
    public ImmutableArray<string> OldAddresses { get; init; } = [];

    /// <summary>The identity its entry had in feeds; null when it had none.</summary>
    public string? FeedId { get; init; }

    /// <summary>When it was or will be published; null when it never was and no date was set.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When it was last changed; null when unknown.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Its authors in order; empty when unknown.</summary>
    public ImmutableArray<ImportedTerm> Authors { get; init; } = [];

    /// <summary>Its categories.</summary>
    public ImmutableArray<ImportedTerm> Categories { get; init; } = [];

    /// <summary>Its tags, in the author's order.</summary>
    public ImmutableArray<ImportedTerm> Tags { get; init; } = [];

    /// <summary>The original identifier of the page above it; null for none.</summary>
    public string? ParentId { get; init; }

    /// <summary>Whether comments may be written; null when the source does not say.</summary>
    public bool? AcceptsComments { get; init; }

    /// <summary>Whether it stays in front of the others.</summary>
    public bool IsPinned { get; init; }

    /// <summary>The original identifier of the picture that represents it; null for none.</summary>
    public string? FeaturedMediaId { get; init; }

    /// <summary>Its words for search engines; null for none.</summary>
    public ImportedSeo? Seo { get; init; }

    /// <summary>The custom fields that its author wrote, by name; of a name that appears again, the first.</summary>
    public ImmutableSortedDictionary<string, string> Fields { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}

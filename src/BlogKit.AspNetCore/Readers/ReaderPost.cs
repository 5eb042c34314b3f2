namespace BlogKit.AspNetCore;

/// <summary>A post or page as readers may know it: without the hash of its password, its Markdown and its stage. Immutable.</summary>
public sealed record ReaderPost
{
    /// <summary>The post's identity, and its thread's.</summary>
    public required PostId Id { get; init; }

    /// <summary>The kind: a post in the stream, or a page outside it.</summary>
    public PostKind Kind { get; init; }

    /// <summary>A page's parent page; null for none and for posts.</summary>
    public PostId? ParentId { get; init; }

    /// <summary>The slug in URLs.</summary>
    public required Slug Slug { get; init; }

    /// <summary>The title, plain text.</summary>
    public required string Title { get; init; }

    /// <summary>The rendered text as safe HTML, with its plain text, excerpt and headings.</summary>
    public required RenderedPost Rendered { get; init; }

    /// <summary>The authors in order; at least one.</summary>
    public required ImmutableArray<AuthorId> AuthorIds { get; init; }

    /// <summary>The readers who find it.</summary>
    public PostVisibility Visibility { get; init; }

    /// <summary>When it was or will be published (UTC); null when it never was and no time is set.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When title, text or excerpt last changed (UTC).</summary>
    public required DateTimeOffset ContentUpdatedAt { get; init; }

    /// <summary>The picture that represents it; null for none.</summary>
    public FeaturedImage? FeaturedImage { get; init; }

    /// <summary>Its tags in the author's order.</summary>
    public ImmutableArray<Tag> Tags { get; init; } = [];

    /// <summary>Its categories.</summary>
    public ImmutableArray<CategoryId> CategoryIds { get; init; } = [];

    /// <summary>The series it is a part of; null for none.</summary>
    public SeriesId? SeriesId { get; init; }

    /// <summary>Its place in the series, ascending; 0 outside a series.</summary>
    public int SeriesPosition { get; init; }

    /// <summary>The title, description and address for search engines.</summary>
    public SeoFields Seo { get; init; } = new();

    /// <summary>The reading time in minutes, at least 1.</summary>
    public required int ReadingMinutes { get; init; }

    /// <summary>Returns the facts about a stored post that readers may know.</summary>
    public static ReaderPost Of(Post post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return new ReaderPost
        {
            Id = post.Id,
            Kind = post.Kind,
            ParentId = post.ParentId,
            Slug = post.Slug,
            Title = post.Title,
            Rendered = post.Rendered,
            AuthorIds = post.AuthorIds,
            Visibility = post.Visibility,
            PublishedAt = post.PublishedAt,
            ContentUpdatedAt = post.ContentUpdatedAt,
            FeaturedImage = post.FeaturedImage,
            Tags = post.Tags,
            CategoryIds = post.CategoryIds,
            SeriesId = post.SeriesId,
            SeriesPosition = post.SeriesPosition,
            Seo = post.Seo,
            ReadingMinutes = post.ReadingMinutes,
        };
    }
}

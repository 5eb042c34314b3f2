namespace BlogKit.AspNetCore;

/// <summary>A post in a list as readers may know it: without its stage and its version. Immutable.</summary>
public sealed record ReaderPostSummary
{
    /// <summary>The post's identity.</summary>
    public required PostId Id { get; init; }

    /// <summary>The kind: a post of the stream, or a page.</summary>
    public PostKind Kind { get; init; }

    /// <summary>Its place in URLs.</summary>
    public required Slug Slug { get; init; }

    /// <summary>The title, plain text.</summary>
    public required string Title { get; init; }

    /// <summary>The excerpt as HTML; empty for a password-protected post.</summary>
    public required string ExcerptHtml { get; init; }

    /// <summary>The excerpt as plain text; empty for a password-protected post.</summary>
    public required string ExcerptText { get; init; }

    /// <summary>The number of words.</summary>
    public required int WordCount { get; init; }

    /// <summary>The authors in order.</summary>
    public required ImmutableArray<AuthorId> AuthorIds { get; init; }

    /// <summary>Its tags.</summary>
    public ImmutableArray<Tag> Tags { get; init; } = [];

    /// <summary>Its categories.</summary>
    public ImmutableArray<CategoryId> CategoryIds { get; init; } = [];

    /// <summary>The picture that stands for it; null for none.</summary>
    public FeaturedImage? FeaturedImage { get; init; }

    /// <summary>The visibility of the post.</summary>
    public PostVisibility Visibility { get; init; }

    /// <summary>The time of publication (UTC); null when there is none.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The time at which title, text or excerpt last changed (UTC).</summary>
    public required DateTimeOffset ContentUpdatedAt { get; init; }

    /// <summary>The number of comments that are shown, of every depth.</summary>
    public int ShownComments { get; init; }

    /// <summary>Whether it is pinned.</summary>
    public bool IsPinned { get; init; }

    /// <summary>Returns the part of a stored summary that readers may know.</summary>
    public static ReaderPostSummary Of(PostSummary post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return new ReaderPostSummary
        {
            Id = post.Id,
            Kind = post.Kind,
            Slug = post.Slug,
            Title = post.Title,
            ExcerptHtml = post.ExcerptHtml,
            ExcerptText = post.ExcerptText,
            WordCount = post.WordCount,
            AuthorIds = post.AuthorIds,
            Tags = post.Tags,
            CategoryIds = post.CategoryIds,
            FeaturedImage = post.FeaturedImage,
            Visibility = post.Visibility,
            PublishedAt = post.PublishedAt,
            ContentUpdatedAt = post.ContentUpdatedAt,
            ShownComments = post.ShownComments,
            IsPinned = post.IsPinned,
        };
    }
}

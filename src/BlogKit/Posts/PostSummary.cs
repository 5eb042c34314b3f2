namespace BlogKit;

/// <summary>A post as lists show it: without its text, with its counts.</summary>
public sealed record PostSummary
{
    /// <summary>The post's identity.</summary>
    public required PostId Id { get; init; }

    /// <summary>The blog it belongs to.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The kind: a post in the stream, or a page outside it.</summary>
    public PostKind Kind { get; init; }

    /// <summary>The format of its text.</summary>
    public PostFormat Format { get; init; }

    /// <summary>The slug in URLs.</summary>
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

    /// <summary>The picture that represents it; null for none.</summary>
    public FeaturedImage? FeaturedImage { get; init; }

    /// <summary>The stage as stored.</summary>
    public PostStatus Status { get; init; }

    /// <summary>The readers who find it.</summary>
    public PostVisibility Visibility { get; init; }

    /// <summary>When it was or will be published (UTC).</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When anything of it was last changed (UTC), settings and stage as well; the desk is sorted by it.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>
    /// When the content that readers see last changed (UTC): title, text or excerpt. This is what feeds, sitemaps and pages call its
    /// update; settings, tags, stages and renderings leave it. Left out, it is <see cref="UpdatedAt"/>.
    /// </summary>
    public DateTimeOffset ContentUpdatedAt { get => field == default ? UpdatedAt : field; init; }

    /// <summary>The number of shown comments, of every depth.</summary>
    public int ShownComments { get; init; }

    /// <summary>Whether it is pinned.</summary>
    public bool IsPinned { get; init; }

    /// <summary>The version of the post.</summary>
    public long Version { get; init; }

    /// <summary>
    /// The <see cref="IMarkdownRenderer.Version"/> (or <see cref="IHtmlPostRenderer.Version"/>) with which the text was rendered: whoever
    /// renders old texts again need not read the
    /// others. The default, 0, is of no renderer.
    /// </summary>
    public int RendererVersion { get; init; }
}

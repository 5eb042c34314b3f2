namespace BlogKit;

/// <summary>A person who writes posts in a blog. Immutable; change it through <see cref="AuthorService"/>.</summary>
public sealed record Author
{
    /// <summary>The author's identity; authorship marks compare this, never a name.</summary>
    public required AuthorId Id { get; init; }

    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The author's slug in URLs, unique among the blog's authors.</summary>
    public required Slug Slug { get; init; }

    /// <summary>The name shown. No guest may comment under it.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The e-mail address, never shown; null when unknown. No guest may comment under it.</summary>
    public string? Email { get; init; }

    /// <summary>The application's key of the user who is this author; null when nobody signs in as them. Unique in the blog.</summary>
    public string? UserKey { get; init; }

    /// <summary>The author's degrees, offices and honours, as one line; null for none.</summary>
    public string? Credentials { get; init; }

    /// <summary>The biography, in Markdown; empty for none.</summary>
    public string BioMarkdown { get; init; } = "";

    /// <summary>The bio as rendered when it was saved.</summary>
    public string BioHtml { get; init; } = "";

    /// <summary>The <see cref="IMarkdownRenderer.Version"/> that made <see cref="BioHtml"/>.</summary>
    public int RendererVersion { get; init; }

    /// <summary>The picture; null for none.</summary>
    public Uri? AvatarUrl { get; init; }

    /// <summary>The author's links, in order.</summary>
    public ImmutableArray<AuthorLink> Links { get; init; } = [];

    /// <summary>The author's roles. Default: publish their own posts.</summary>
    public BlogRoles Roles { get; init; } = BlogRoles.Author;

    /// <summary>When the profile was created (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed (UTC).</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Counts changes; 0 = never saved. Set by the store only.</summary>
    public long Version { get; init; }
}

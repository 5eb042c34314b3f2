namespace BlogKit;

/// <summary>An author to be registered.</summary>
/// <param name="BlogId">The blog.</param>
/// <param name="DisplayName">The name shown.</param>
public sealed record NewAuthor(BlogId BlogId, string DisplayName)
{
    /// <summary>The slug wanted; null = made from the name.</summary>
    public Slug? Slug { get; init; }

    /// <summary>The e-mail address, never shown; null when unknown.</summary>
    public string? Email { get; init; }

    /// <summary>The application's key of the user; null when nobody signs in as this author.</summary>
    public string? UserKey { get; init; }

    /// <summary>The author's degrees, offices and honours; null for none.</summary>
    public string? Credentials { get; init; }

    /// <summary>The biography, in Markdown.</summary>
    public string BioMarkdown { get; init; } = "";

    /// <summary>The picture; null for none.</summary>
    public Uri? AvatarUrl { get; init; }

    /// <summary>The author's links, in order.</summary>
    public ImmutableArray<AuthorLink> Links { get; init; } = [];

    /// <summary>The author's roles.</summary>
    public BlogRoles Roles { get; init; } = BlogRoles.Author;
}

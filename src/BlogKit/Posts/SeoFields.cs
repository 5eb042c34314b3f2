namespace BlogKit;

/// <summary>The title, description and address for search engines and link previews, instead of the defaults.</summary>
public sealed record SeoFields
{
    /// <summary>The title; null = the post's title.</summary>
    public string? Title { get; init; }

    /// <summary>The description; null = the excerpt.</summary>
    public string? Description { get; init; }

    /// <summary>The address of the original when this is a copy; null = the post's own.</summary>
    public Uri? CanonicalUrl { get; init; }

    /// <summary>Asks search engines to leave the post out. Default false.</summary>
    public bool NoIndex { get; init; }
}

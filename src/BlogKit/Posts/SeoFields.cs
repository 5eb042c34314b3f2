namespace BlogKit;

/// <summary>What search engines and link previews are told instead of the defaults.</summary>
public sealed record SeoFields
{
    /// <summary>Null = the post's title.</summary>
    public string? Title { get; init; }

    /// <summary>Null = the excerpt.</summary>
    public string? Description { get; init; }

    /// <summary>The original's address when this is a copy; null = the post's own.</summary>
    public Uri? CanonicalUrl { get; init; }

    /// <summary>Asks search engines to leave the post out. Default false.</summary>
    public bool NoIndex { get; init; }
}

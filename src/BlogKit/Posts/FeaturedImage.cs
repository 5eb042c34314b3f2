namespace BlogKit;

/// <summary>The picture that represents a post.</summary>
/// <param name="Url">Absolute, or relative to the host's root.</param>
/// <param name="AlternativeText">The description of the picture, for people who do not see it.</param>
public sealed record FeaturedImage(string Url, string AlternativeText)
{
    /// <summary>The text below the picture; null for none.</summary>
    public string? Caption { get; init; }

    /// <summary>The credit for the picture; null for none.</summary>
    public string? Credit { get; init; }

    /// <summary>Width in pixels; null when unknown.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels; null when unknown.</summary>
    public int? Height { get; init; }
}

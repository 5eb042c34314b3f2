namespace BlogKit.AspNetCore.Internal;

/// <summary>One address of the sitemap.</summary>
/// <param name="Path">The path.</param>
/// <param name="ChangedAt">When it last changed; null when nobody knows.</param>
internal sealed record SitemapUrl(string Path, DateTimeOffset? ChangedAt)
{
    /// <summary>The absolute address of its picture; null for none.</summary>
    public string? Image { get; init; }
}

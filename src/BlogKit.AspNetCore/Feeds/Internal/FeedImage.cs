namespace BlogKit.AspNetCore.Internal;

/// <summary>The picture of an entry.</summary>
/// <param name="Url">Absolute.</param>
/// <param name="AlternativeText">What it shows.</param>
internal sealed record FeedImage(string Url, string AlternativeText)
{
    public int? Width { get; init; }

    public int? Height { get; init; }

    /// <summary>The media type its name tells; null when it tells none.</summary>
    public string? Type => Extension(Url) switch
    {
        ".jpg" or ".jpeg" => "image/jpeg",
        ".png" => "image/png",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".avif" => "image/avif",
        ".svg" => "image/svg+xml",
        _ => null,
    };

    private static string Extension(string url)
    {
        var path = url.AsSpan();
        var end = path.IndexOfAny('?', '#');
        return Path.GetExtension(end < 0 ? path : path[..end]).ToString().ToLowerInvariant();
    }
}

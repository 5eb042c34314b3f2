namespace BlogKit.AspNetCore;

/// <summary>A picture or file of a blog as the desk shows it.</summary>
/// <param name="File">Its facts.</param>
/// <param name="Kind">Its kind: a picture, or a download.</param>
public sealed record MediaItem(StoredMedia File, MediaKind Kind)
{
    /// <summary>The page that asks whether to delete it; null when the viewer may not.</summary>
    public string? DeleteUrl { get; init; }
}

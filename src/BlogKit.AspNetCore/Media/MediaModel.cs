using Microsoft.AspNetCore.Antiforgery;

namespace BlogKit.AspNetCore;

/// <summary>The pictures and files of a blog, and the form that adds one.</summary>
/// <param name="Desk">The frame of the page.</param>
/// <param name="Antiforgery">The proof that the form is this site's.</param>
public sealed record MediaModel(DeskFrame Desk, AntiforgeryTokenSet Antiforgery)
{
    /// <summary>A page of the pictures and files, latest added first.</summary>
    public ImmutableArray<MediaItem> Files { get; init; } = [];

    /// <summary>The one just added; null when none was.</summary>
    public MediaItem? Added { get; init; }

    /// <summary>The description of the picture, as its author gave it; empty for none.</summary>
    public string Alternative { get; init; } = "";

    /// <summary>The error of the upload; null for none.</summary>
    public string? Error { get; init; }

    /// <summary>The largest picture, in bytes.</summary>
    public int MaximumLength { get; init; }

    /// <summary>The largest file that is no picture, in bytes; null when only pictures are taken.</summary>
    public long? MaximumFileLength { get; init; }

    /// <summary>The page of what was added later; null for none.</summary>
    public string? NewerUrl { get; init; }

    /// <summary>The page of what was added earlier; null for none.</summary>
    public string? OlderUrl { get; init; }
}

using Microsoft.AspNetCore.Antiforgery;

namespace BlogKit.AspNetCore;

/// <summary>The pictures of a blog, and the form that adds one.</summary>
/// <param name="Desk">The frame of the page.</param>
/// <param name="Antiforgery">The proof that the form is this site's.</param>
public sealed record MediaModel(DeskFrame Desk, AntiforgeryTokenSet Antiforgery)
{
    /// <summary>The pictures, latest added first.</summary>
    public ImmutableArray<StoredMedia> Pictures { get; init; } = [];

    /// <summary>The name of the one just added; null when none was.</summary>
    public string? Added { get; init; }

    /// <summary>The description of the picture, as its author gave it; empty for none.</summary>
    public string Alternative { get; init; } = "";

    /// <summary>The error of the upload; null for none.</summary>
    public string? Error { get; init; }

    /// <summary>The largest picture, in bytes.</summary>
    public int MaximumLength { get; init; }
}

namespace BlogKit.AspNetCore;

/// <summary>The parts of every page of the desk around its content.</summary>
/// <param name="Page">Blog, addresses, title, texts and who looks.</param>
/// <param name="Section">The part of the desk it belongs to.</param>
public sealed record DeskFrame(PageFrame Page, DeskSection Section)
{
    /// <summary>The application's page where the viewer signs out, <see cref="BlogKitWebOptions.AccountPath"/>; null for none.</summary>
    public string? AccountUrl { get; init; }

    /// <summary>The number of comments that wait for a decision; null when the viewer does not moderate.</summary>
    public int? Waiting { get; init; }

    /// <summary>The number of comments with flags that no moderator decided about since; null when the viewer does not moderate.</summary>
    public int? Flagged { get; init; }

    /// <summary>A sentence about what was just done; null for nothing.</summary>
    public string? Notice { get; init; }

    /// <summary>The form that takes back what <see cref="Notice"/> tells; null when it cannot be.</summary>
    public DeskUndo? Undo { get; init; }
}

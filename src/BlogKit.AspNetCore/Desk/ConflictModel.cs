using BlogKit.Moderation;

namespace BlogKit.AspNetCore;

/// <summary>Tells that a comment changed between reading it and deciding about it, and lets decide again.</summary>
/// <param name="Frame">The frame of the page.</param>
/// <param name="Row">The comment as it is now, with the forms to decide.</param>
/// <param name="Wanted">The action that was asked for, in words.</param>
public sealed record ConflictModel(DeskFrame Frame, QueueRow Row, string Wanted)
{
    /// <summary>The text that was decided about, when it is another now; null when it is the same.</summary>
    public string? TextBefore { get; init; }

    /// <summary>The newest records about it, newest first, at most 5.</summary>
    public ImmutableArray<ModerationRecord> Records { get; init; } = [];
}

namespace BlogKit;

/// <summary>What one voter said of one comment.</summary>
/// <param name="Vote">Their vote.</param>
/// <param name="Reaction">The <see cref="ReactionKind.Key"/>; null for none.</param>
public sealed record OwnFeedback(Vote Vote, string? Reaction)
{
    /// <summary>Nothing.</summary>
    public static OwnFeedback None { get; } = new(Vote.None, null);
}

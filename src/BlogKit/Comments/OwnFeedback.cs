namespace BlogKit;

/// <summary>What one voter said of one comment.</summary>
/// <param name="Vote">1 for, -1 against, 0 nothing.</param>
/// <param name="Reaction">The <see cref="ReactionKind.Key"/>; null for none.</param>
public sealed record OwnFeedback(int Vote, string? Reaction)
{
    /// <summary>Nothing.</summary>
    public static OwnFeedback None { get; } = new(0, null);
}

namespace BlogKit;

/// <summary>The vote and the reaction of one voter on one comment.</summary>
/// <param name="Vote">Their vote.</param>
/// <param name="Reaction">The <see cref="ReactionKind.Key"/>; null for none.</param>
public sealed record OwnFeedback(Vote Vote, string? Reaction)
{
    /// <summary>No vote and no reaction.</summary>
    public static OwnFeedback None { get; } = new(Vote.None, null);
}

namespace BlogKit.Moderation;

/// <summary>The number of decisions in which two sets of policies came to a pair of outcomes.</summary>
/// <param name="Live">The outcome of the live set.</param>
/// <param name="Tried">The outcome of the tried set.</param>
/// <param name="Count">How often.</param>
public sealed record ShadowOutcomes(ModerationOutcome Live, ModerationOutcome Tried, int Count);

namespace BlogKit.Moderation;

/// <summary>The number of decisions in which two sets of policies came to a pair of outcomes.</summary>
/// <param name="Live">What the live set decided.</param>
/// <param name="Tried">What the tried set would have decided.</param>
/// <param name="Count">How often.</param>
public sealed record ShadowOutcomes(ModerationOutcome Live, ModerationOutcome Tried, int Count);

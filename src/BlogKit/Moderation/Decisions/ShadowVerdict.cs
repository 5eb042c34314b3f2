namespace BlogKit.Moderation;

/// <summary>The decision that a set of policies that is only tried would have made.</summary>
/// <param name="PolicySet">The name of the set.</param>
/// <param name="Decision">The decision it would have made. Never acted on.</param>
public sealed record ShadowVerdict(string PolicySet, ModerationDecision Decision);

namespace BlogKit.Moderation;

/// <summary>The number and weight of a comment's flags, dismissed flags left out.</summary>
/// <param name="Flags">How many flags.</param>
/// <param name="Weight">Their weights together.</param>
public sealed record FlagTotals(int Flags, double Weight);

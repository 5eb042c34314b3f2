namespace BlogKit.Moderation;

/// <summary>What readers said against a comment, dismissed flags left out.</summary>
/// <param name="Flags">How many flags.</param>
/// <param name="Weight">Their weights together.</param>
public sealed record FlagTotals(int Flags, double Weight);

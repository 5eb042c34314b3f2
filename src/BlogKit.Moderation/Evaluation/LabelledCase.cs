namespace BlogKit.Moderation;

/// <summary>A text with a label that a person gave it.</summary>
/// <param name="Text">The text as a comment would say it, without markup.</param>
/// <param name="IsPositive">Whether it is what the policy looks for: spam, an offence, beside the topic.</param>
/// <param name="Context">The text it was written under, its first line the title; null when that is unknown.</param>
public sealed record LabelledCase(string Text, bool IsPositive, string? Context = null);

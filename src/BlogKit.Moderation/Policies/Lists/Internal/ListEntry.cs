namespace BlogKit.Moderation.Internal;

/// <summary>One entry of a list.</summary>
/// <param name="Rule">The entry as written, without its outcome.</param>
/// <param name="Outcome">What it asks for; null = what its list asks for.</param>
internal sealed record ListEntry(string Rule, ModerationOutcome? Outcome);

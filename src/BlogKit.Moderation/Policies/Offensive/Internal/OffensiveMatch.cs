namespace BlogKit.Moderation.Internal;

/// <summary>An offensive place in a text.</summary>
/// <param name="Severity">How bad.</param>
/// <param name="IsTargeted">Whether it is aimed at a person.</param>
/// <param name="IsMention">Whether it is quoted, reported or talked about.</param>
/// <param name="Entry">The entry of the list.</param>
/// <param name="Start">Where it begins in the folded text.</param>
/// <param name="Length">How long it is there.</param>
internal readonly record struct OffensiveMatch(
    OffensiveSeverity Severity, bool IsTargeted, bool IsMention, string Entry, int Start, int Length);

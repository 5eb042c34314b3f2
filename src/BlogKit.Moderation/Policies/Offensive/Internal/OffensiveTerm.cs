namespace BlogKit.Moderation.Internal;

/// <summary>A word the lists know.</summary>
/// <param name="Text">The entry.</param>
/// <param name="Classes">The classes it belongs to, a bit each.</param>
/// <param name="Severity">How offensive it is by itself.</param>
/// <param name="Flags">What else the list says.</param>
internal readonly record struct OffensiveTerm(string Text, ulong Classes, OffensiveSeverity Severity, OffensiveFlags Flags);

namespace BlogKit;

/// <summary>The number of readers who chose one reaction.</summary>
/// <param name="Key">The <see cref="ReactionKind.Key"/>.</param>
/// <param name="Count">At least 1.</param>
public sealed record ReactionCount(string Key, int Count);

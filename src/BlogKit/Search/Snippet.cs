using System.Collections.Immutable;

namespace BlogKit;

/// <summary>A piece of a text around what was searched for. Plain text: the page encodes it and marks the ranges.</summary>
/// <param name="Text">The piece; "…" where something was cut.</param>
/// <param name="Highlights">What matched, in order, not overlapping.</param>
public sealed record Snippet(string Text, ImmutableArray<TextRange> Highlights);

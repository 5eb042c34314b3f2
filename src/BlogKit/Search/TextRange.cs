namespace BlogKit;

/// <summary>A part of a string, in UTF-16 code units.</summary>
/// <param name="Start">Its first code unit.</param>
/// <param name="Length">At least 1.</param>
public readonly record struct TextRange(int Start, int Length);

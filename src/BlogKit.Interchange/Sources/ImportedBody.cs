namespace BlogKit.Interchange;

/// <summary>The text of a post or comment in its source.</summary>
/// <param name="Text">The text.</param>
/// <param name="Format">What it is written in.</param>
public readonly record struct ImportedBody(string Text, ImportedFormat Format);

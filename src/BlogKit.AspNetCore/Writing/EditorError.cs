namespace BlogKit.AspNetCore;

/// <summary>An error of a field of the editor.</summary>
/// <param name="Field">The name of the field in the form; null when no single one is meant.</param>
/// <param name="Message">A sentence in the blog's language.</param>
public sealed record EditorError(string? Field, string Message);

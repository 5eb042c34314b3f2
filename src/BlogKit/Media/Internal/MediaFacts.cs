namespace BlogKit.Internal;

/// <summary>What is kept beside a file's content, and can be missing.</summary>
/// <param name="OriginalName">The name it had where it came from.</param>
/// <param name="AddedBy">Who added it.</param>
internal sealed record MediaFacts(string? OriginalName, string? AddedBy);

namespace BlogKit.Interchange.Internal;

/// <summary>One file of an export.</summary>
/// <param name="Name">The name without its folder; null for a stream.</param>
/// <param name="Open">Opens it from its beginning.</param>
internal sealed record SourceFile(string? Name, Func<Stream> Open);

namespace BlogKit;

/// <summary>What somebody said of a comment.</summary>
/// <param name="Said">Vote and reaction.</param>
/// <param name="Network">The network of a guest; null for whoever is known otherwise.</param>
internal sealed record StoredFeedback(OwnFeedback Said, string? Network);

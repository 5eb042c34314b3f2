namespace BlogKit.Storage;

/// <summary>The answer to one comment of an import.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Version">
/// The version that is stored afterwards; 0 when the blog has no comment with that identity.
/// </param>
public sealed record CommentImportResult(CommentImportOutcome Outcome, long Version = 0);

namespace BlogKit.AspNetCore.Internal;

/// <summary>A content a post had.</summary>
internal sealed record ApiRevision(
    RevisionId Id,
    long PostVersion,
    string Title,
    string Markdown,
    string? Excerpt,
    string SavedBy,
    DateTimeOffset SavedAt,
    string? Note,
    PostFormat Format);

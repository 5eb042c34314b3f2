namespace BlogKit.AspNetCore.Internal;

/// <summary>An author with their profile; no address.</summary>
internal sealed record ApiAuthorProfile(
    AuthorId Id,
    string Slug,
    string Name,
    string? Credentials,
    string? AvatarUrl,
    string BioHtml,
    ImmutableArray<ApiLink> Links,
    string Url);

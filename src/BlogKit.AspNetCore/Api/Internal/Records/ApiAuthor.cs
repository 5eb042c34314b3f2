namespace BlogKit.AspNetCore.Internal;

/// <summary>An author; no address.</summary>
internal sealed record ApiAuthor(AuthorId Id, string Slug, string Name, string? Credentials, string? AvatarUrl);

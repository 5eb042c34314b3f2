namespace BlogKit.AspNetCore.Internal;

/// <summary>Which post something belongs to.</summary>
internal sealed record ApiPostLink(PostId Id, string Slug, string Title, string Url);

namespace BlogKit.AspNetCore.Internal;

/// <summary>A tag with how many listed posts have it.</summary>
internal sealed record ApiTag(string Slug, string Name, int Posts, string Url);

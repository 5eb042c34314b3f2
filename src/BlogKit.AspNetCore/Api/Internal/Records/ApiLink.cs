namespace BlogKit.AspNetCore.Internal;

/// <summary>A link of an author's.</summary>
internal sealed record ApiLink(string Label, string Url);

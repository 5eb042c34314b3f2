namespace BlogKit.AspNetCore.Internal;

/// <summary>The picture that stands for a post.</summary>
internal sealed record ApiImage(string Url, string AlternativeText, string? Caption, string? Credit, int? Width, int? Height);

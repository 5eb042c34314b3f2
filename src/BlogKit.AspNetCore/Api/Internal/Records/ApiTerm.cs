namespace BlogKit.AspNetCore.Internal;

/// <summary>A tag or category.</summary>
internal sealed record ApiTerm(string Slug, string Name);

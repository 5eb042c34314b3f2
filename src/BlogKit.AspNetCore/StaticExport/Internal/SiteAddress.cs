namespace BlogKit.AspNetCore.Internal;

/// <summary>Something a blog serves.</summary>
/// <param name="Path">Percent-encoded, from the blog's own root.</param>
/// <param name="Query">With its question mark; empty for none.</param>
internal sealed record SiteAddress(string Path, string Query)
{
    public override string ToString() => Path + Query;
}

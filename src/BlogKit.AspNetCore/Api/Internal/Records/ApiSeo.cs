namespace BlogKit.AspNetCore.Internal;

/// <summary>What search engines are told instead of the usual.</summary>
internal sealed record ApiSeo
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? CanonicalUrl { get; init; }

    public bool NoIndex { get; init; }
}

namespace BlogKit.AspNetCore;

/// <summary>The result of a static export.</summary>
public sealed record StaticExportReport
{
    /// <summary>Pages with content.</summary>
    public required int Pages { get; init; }

    /// <summary>Small pages that lead from former addresses and permalinks of comments to where things are.</summary>
    public required int Redirects { get; init; }

    /// <summary>Feeds, sitemap, style sheets and pictures.</summary>
    public required int Files { get; init; }

    /// <summary>The number of all these that differ from what was there.</summary>
    public required int Changed { get; init; }

    /// <summary>Files of an earlier export that are no longer needed and were removed.</summary>
    public required int Removed { get; init; }

    /// <summary>The size of everything, in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>
    /// Addresses of the blog that its texts or the application's layout refer to and that are not among the files, in order: what is not
    /// there, what needs a server, such as <c>/search</c>, and what an authorization policy guards. No page leads there: of such a link the
    /// words stay, of a picture its description. Empty when every link holds.
    /// </summary>
    public required ImmutableArray<string> Missing { get; init; }
}

namespace BlogKit.AspNetCore;

/// <summary>The options of one static export.</summary>
public sealed record StaticExportOptions
{
    /// <summary>The key of the blog. Default <c>default</c>.</summary>
    public string BlogKey { get; init; } = "default";

    /// <summary>
    /// The address the files will be served at, for feeds, sitemap and canonical links; null = <see cref="Blog.BaseUrl"/>. One of the two
    /// is needed.
    /// </summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>
    /// The path of the blog on its host. Links and pictures in texts that begin with it are the blog's own: they lead to the files. Empty
    /// for a blog at the root. Default <c>/blog</c>.
    /// </summary>
    public string Prefix { get; init; } = "/blog";

    /// <summary>
    /// A folder with the files of the application that posts refer to by paths such as <c>/pictures/hive.png</c>; what is referred to is
    /// copied. Null for none.
    /// </summary>
    public string? StaticFiles { get; init; }

    /// <summary>The most pages and files, against a blog that never ends. Default 1,000,000; at least 1.</summary>
    public int MaximumFiles { get; init; } = 1_000_000;
}

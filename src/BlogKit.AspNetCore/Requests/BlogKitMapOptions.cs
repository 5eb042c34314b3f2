namespace BlogKit.AspNetCore;

/// <summary>The options of one mapping of a blog.</summary>
public sealed class BlogKitMapOptions
{
    /// <summary>
    /// The <see cref="Blog.Key"/> of the blog that is mapped. Default <c>default</c>. A host that has several maps each under a path of its
    /// own.
    /// </summary>
    public string BlogKey { get; set; } = "default";

    /// <summary>
    /// Whether <c>/robots.txt</c> of the host is mapped too, telling crawlers of the sitemap and to leave search and desk alone. Default
    /// null: only where the blog is mapped to the root, because elsewhere the file is the application's. Bound to <see cref="Hosts"/>; an
    /// endpoint or a file <c>robots.txt</c> of the application's comes before it, and several blogs on one host share one file.
    /// </summary>
    public bool? Robots { get; set; }

    /// <summary>
    /// The host names the blog answers to, as <c>RequireHost</c> takes them: <c>example.org</c>, <c>*.example.org</c>,
    /// <c>example.org:8080</c>. Default none: every host. Two blogs may share a path when their hosts differ.
    /// </summary>
    public IList<string> Hosts { get; } = [];

    /// <summary>
    /// The addresses at which another program shows the blog's content. Default none: at this host's own pages. Nothing is given by
    /// default: at this host's own pages.
    /// </summary>
    public FrontEndAddresses FrontEnd { get; } = new();

    /// <summary>
    /// The name of the application's CORS policy for the JSON API (<c>AddCors</c>, and <c>UseCors</c> in the pipeline), which lets other
    /// sites' pages call it; null for none: browsers then keep other sites out. Default null. Pages of the policy's origins may also make
    /// changes; with cookies only when it supports credentials.
    /// </summary>
    public string? ApiCorsPolicy { get; set; }

    /// <summary>Whether a static export maps the blog, for itself alone and as often as it runs.</summary>
    internal bool IsExport { get; set; }
}

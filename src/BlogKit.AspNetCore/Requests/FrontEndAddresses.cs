namespace BlogKit.AspNetCore;

/// <summary>
/// The addresses at which another program shows the blog's content, while this host answers with data alone: absolute http or https
/// addresses with <c>{slug}</c> in them, <c>{id}</c> too for comments. An address that is null is at BlogKit's own pages.
/// Every address that is told outside follows them: <c>url</c> and <c>Location</c> of the API, feeds, sitemap,
/// canonical addresses, Micropub and MetaWeblog.
/// </summary>
public sealed class FrontEndAddresses
{
    /// <summary>The first page, such as <c>https://www.example.org/articles</c>. Default null.</summary>
    public string? Home { get; set; }

    /// <summary>A post or page, such as <c>https://www.example.org/articles/{slug}</c>. Default null.</summary>
    public string? Post { get; set; }

    /// <summary>
    /// A comment, such as <c>https://www.example.org/articles/{slug}#comment-{id}</c>; <c>{slug}</c> is its post's. Default null:
    /// <see cref="Post"/>, where that is given, and <c>#comment-{id}</c>.
    /// </summary>
    public string? Comment { get; set; }

    /// <summary>The posts with a tag. Default null.</summary>
    public string? Tag { get; set; }

    /// <summary>The posts in a category. Default null.</summary>
    public string? Category { get; set; }

    /// <summary>An author. Default null.</summary>
    public string? Author { get; set; }

    /// <summary>A series. Default null.</summary>
    public string? Series { get; set; }
}

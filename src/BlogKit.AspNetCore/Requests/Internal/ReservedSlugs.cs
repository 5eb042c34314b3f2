namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// The first segments of the addresses below a blog's path that are no post's, those of BlogKit.OpenWeb among them: a blog that adds it
/// later has no post there. A test compares them with the routes.
/// </summary>
internal static class ReservedSlugs
{
    public static readonly string[] All =
    [
        "archive", "assets", "author", "avatars", "categories", "category", "comments", "desk", "embed", "live", "media", "micropub",
        "preview", "replies", "rsd", "search", "series", "setup", "sitemap", "tag", "tags", "webmention", "xmlrpc",
    ];

    /// <summary>Whether a post with this slug could not be reached.</summary>
    public static bool Contains(Slug slug) => All.Contains(slug.Value, StringComparer.Ordinal);
}

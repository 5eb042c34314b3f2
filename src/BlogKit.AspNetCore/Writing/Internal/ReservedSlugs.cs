using System.Collections.Frozen;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Words that are addresses of the blog's own pages: a post with such a slug could not be reached.</summary>
internal static class ReservedSlugs
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "archive", "assets", "author", "avatar", "avatars", "category", "comments", "desk", "embed", "events", "feed", "follow", "media", "micropub", "preview", "replies",
        "robots", "search", "series", "sitemap", "static", "tag", "webmention", "xmlrpc",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(Slug slug) => Words.Contains(slug.Value);
}

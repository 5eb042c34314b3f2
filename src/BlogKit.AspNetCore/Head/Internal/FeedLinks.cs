namespace BlogKit.AspNetCore.Internal;

/// <summary>The feeds a page tells of.</summary>
internal static class FeedLinks
{
    private static readonly FeedFormat[] Formats = [FeedFormat.Rss, FeedFormat.Atom, FeedFormat.Json];

    /// <summary>The blog's own, which every page tells of.</summary>
    public static ImmutableArray<FeedLink> OfBlog(Blog blog, BlogLinks links) => Of(links, blog.Name, links.Home);

    /// <summary>Those of a list or thread, at its path.</summary>
    public static ImmutableArray<FeedLink> Of(BlogLinks links, string title, string path) =>
        [.. Formats.Select(format => new FeedLink(title, FeedFormats.MediaType(format), BlogLinks.FeedOf(path, format)))];
}

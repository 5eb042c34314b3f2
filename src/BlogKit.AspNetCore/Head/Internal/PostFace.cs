namespace BlogKit.AspNetCore.Internal;

/// <summary>What a post tells link previews and search engines of itself where its author has said nothing.</summary>
internal static class PostFace
{
    /// <summary>
    /// When its content last changed for readers, for feeds, sitemaps and search engines: never before they could read it, be it scheduled
    /// or written long ago.
    /// </summary>
    public static DateTimeOffset ChangedAt(Post post) => Later(post.PublishedAt, post.ContentUpdatedAt);

    /// <inheritdoc cref="ChangedAt(Post)"/>
    public static DateTimeOffset ChangedAt(ReaderPost post) => Later(post.PublishedAt, post.ContentUpdatedAt);

    /// <summary>
    /// The picture that stands for the post, with an absolute address: its featured image, or else the first picture in its text; null for
    /// none.
    /// </summary>
    public static FeaturedImage? Picture(ReaderPost post, BlogLinks links)
    {
        if (post.FeaturedImage is { } featured)
        {
            return featured with { Url = links.AbsoluteFile(featured.Url) };
        }

        foreach (var tag in HtmlTags.Read(post.Rendered.Html))
        {
            if (tag is { Name: "img", IsEnd: false } && tag["src"] is { Length: > 0 } source
                && Uri.TryCreate(links.AbsoluteBase(links.Post(post.Slug)), source, out var url) && url.Scheme is "http" or "https")
            {
                return new FeaturedImage(url.AbsoluteUri, tag["alt"] ?? "") { Width = Size(tag["width"]), Height = Size(tag["height"]) };
            }
        }

        return null;
    }

    private static DateTimeOffset Later(DateTimeOffset? published, DateTimeOffset changed) =>
        published > changed ? published.Value : changed;

    private static int? Size(string? text) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var pixels)
        && pixels > 0
            ? pixels
            : null;
}

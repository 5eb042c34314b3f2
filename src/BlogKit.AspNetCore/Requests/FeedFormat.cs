namespace BlogKit.AspNetCore;

/// <summary>The format of a feed. All three hold the same entries.</summary>
public enum FeedFormat
{
    /// <summary>RSS 2.0 with the modules content, slash, wfw, dc and media, at <c>feed.xml</c>.</summary>
    Rss,

    /// <summary>Atom (RFC 4287) with threading (RFC 4685), at <c>feed.atom</c>.</summary>
    Atom,

    /// <summary>JSON Feed 1.1, at <c>feed.json</c>.</summary>
    Json,
}

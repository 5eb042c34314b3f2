namespace BlogKit.AspNetCore.Internal;

/// <summary>What the formats are called in addresses and headers.</summary>
internal static class FeedFormats
{
    public static string FileName(FeedFormat format) => format switch
    {
        FeedFormat.Atom => "feed.atom",
        FeedFormat.Json => "feed.json",
        _ => "feed.xml",
    };

    public static string MediaType(FeedFormat format) => format switch
    {
        FeedFormat.Atom => "application/atom+xml",
        FeedFormat.Json => "application/feed+json",
        _ => "application/rss+xml",
    };
}

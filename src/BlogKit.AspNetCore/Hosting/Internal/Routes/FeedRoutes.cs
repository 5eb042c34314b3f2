using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What feed readers ask for.</summary>
internal static class FeedRoutes
{
    private static readonly FeedFormat[] Formats = [FeedFormat.Rss, FeedFormat.Atom, FeedFormat.Json];

    private static readonly (string Pattern, FeedScope Scope)[] Feeds =
    [
        ("/", FeedScope.Blog),
        ("/tag/{slug}/", FeedScope.Tag),
        ("/category/{slug}/", FeedScope.Category),
        ("/author/{slug}/", FeedScope.Author),
        ("/series/{slug}/", FeedScope.Series),
        ("/comments/", FeedScope.Comments),
        ("/{slug}/", FeedScope.Thread),
    ];

    public static void Map(RouteGroupBuilder group)
    {
        foreach (var (pattern, scope) in Feeds)
        {
            foreach (var format in Formats)
            {
                group.MapRead<FeedEndpoints>(
                    pattern + FeedFormats.FileName(format),
                    (feeds, context) => feeds.WriteAsync(context, scope, format),
                    $"feed {scope} {format}",
                    EndpointRules.Asked);
            }
        }
    }
}

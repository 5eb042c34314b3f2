using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What feed readers ask for.</summary>
internal static class FeedRoutes
{
    public static void Map(RouteGroupBuilder group, BlogMount mount) =>
        group.Read<FeedEndpoints>("/feed.xml", (feeds, context) => feeds.WriteAsync(context, mount), "feed");
}

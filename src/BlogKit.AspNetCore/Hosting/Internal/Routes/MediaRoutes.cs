using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The pictures that authors uploaded, for readers.</summary>
internal static class MediaRoutes
{
    public static void Map(RouteGroupBuilder group, BlogMount mount) =>
        group.Read<MediaPages>("/media/{name}", (pages, context) => pages.ReadAsync(context, mount), "media", EndpointRules.Forever);
}

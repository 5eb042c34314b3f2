using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The pictures that authors uploaded, for readers.</summary>
internal static class MediaRoutes
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapRead<MediaPages>("/media/{name}", static (pages, context) => pages.ReadAsync(context), "media", EndpointRules.Forever);
}

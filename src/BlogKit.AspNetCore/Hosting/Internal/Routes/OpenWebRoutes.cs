using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What other sites and editing programs ask for.</summary>
internal static class OpenWebRoutes
{
    public static void Map(RouteGroupBuilder group, BlogMount mount, IServiceProvider services)
    {
        _ = services;
        group.Read<SitemapEndpoints>("/sitemap.xml", (sitemap, context) => sitemap.WriteAsync(context, mount), "sitemap");
        group.Read<SitemapEndpoints>("/sitemap-{part}.xml", (sitemap, context) => sitemap.WritePartAsync(context, mount), "sitemap part");
    }

    public static void MapRobots(RouteGroupBuilder host, BlogMount mount) =>
        host.Read<SitemapEndpoints>("/robots.txt", (sitemap, context) => sitemap.WriteRobotsAsync(context, mount), "robots");
}

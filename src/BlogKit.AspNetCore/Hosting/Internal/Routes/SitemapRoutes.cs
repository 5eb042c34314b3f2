using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What search engines ask for.</summary>
internal static class SitemapRoutes
{
    public static void Map(RouteGroupBuilder group, BlogMount mount)
    {
        group.Read<SitemapEndpoints>(
            "/sitemap.xml", (sitemap, context) => sitemap.WriteAsync(context, mount), "sitemap", EndpointRules.Asked);
        group.Read<SitemapEndpoints>(
            "/sitemap-{part}.xml", (sitemap, context) => sitemap.WritePartAsync(context, mount), "sitemap part", EndpointRules.Asked);
    }

    public static void MapRobots(RouteGroupBuilder host, BlogMount mount) =>
        host.Read<SitemapEndpoints>(
                "/robots.txt", (sitemap, context) => sitemap.WriteRobotsAsync(context, mount), "robots", EndpointRules.Robots)
            .WithMetadata(RobotsFile.Instance);
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What search engines ask for: services and routes.</summary>
internal static class SitemapFeature
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<SitemapReader>();
        services.TryAddSingleton<SitemapEndpoints>();
    }

    public static void Map(RouteGroupBuilder group)
    {
        group.MapRead<SitemapEndpoints>(
            "/sitemap.xml", static (sitemap, context) => sitemap.WriteAsync(context), "sitemap", EndpointRules.Asked);
        group.MapRead<SitemapEndpoints>(
            "/sitemap-{part}.xml", static (sitemap, context) => sitemap.WritePartAsync(context), "sitemap part", EndpointRules.Asked);
    }

    public static void MapRobots(RouteGroupBuilder host) =>
        host.MapRead<SitemapEndpoints>(
                "/robots.txt", static (sitemap, context) => sitemap.WriteRobotsAsync(context), "robots", EndpointRules.Robots)
            .WithMetadata(RobotsFile.Instance);
}

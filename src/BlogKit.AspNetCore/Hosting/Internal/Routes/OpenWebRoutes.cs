using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What other sites and editing programs ask for.</summary>
internal static class OpenWebRoutes
{
    public static void Map(RouteGroupBuilder group, BlogMount mount, IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<BlogKitWebOptions>>().Value.OpenWeb;
        group.Read<SitemapEndpoints>("/sitemap.xml", (sitemap, context) => sitemap.WriteAsync(context, mount), "sitemap");
        group.Read<SitemapEndpoints>("/sitemap-{part}.xml", (sitemap, context) => sitemap.WritePartAsync(context, mount), "sitemap part");
        if (options.ReceiveWebmentions)
        {
            group.Write<WebmentionEndpoints>("/webmention", (webmention, context) => webmention.ReceiveAsync(context, mount), "webmention");
        }

        services.GetRequiredService<OpenWebMounts>().Add(new MappedEndpoints(mount, options.ReceiveWebmentions, Micropub: false, MetaWeblog: false));
    }

    public static void MapRobots(RouteGroupBuilder host, BlogMount mount) =>
        host.Read<SitemapEndpoints>("/robots.txt", (sitemap, context) => sitemap.WriteRobotsAsync(context, mount), "robots");
}

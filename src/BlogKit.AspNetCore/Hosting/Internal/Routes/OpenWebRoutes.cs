using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What other sites and editing programs ask for.</summary>
internal static class OpenWebRoutes
{
    public static void Map(RouteGroupBuilder group, BlogMount mount, IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<OpenWebOptions>>().Value;
        group.Read<SitemapEndpoints>("/sitemap.xml", (sitemap, context) => sitemap.WriteAsync(context, mount), "sitemap", EndpointRules.Asked);
        group.Read<SitemapEndpoints>("/sitemap-{part}.xml", (sitemap, context) => sitemap.WritePartAsync(context, mount), "sitemap part", EndpointRules.Asked);
        if (options.ReceiveWebmentions)
        {
            group.Write<WebmentionEndpoints>("/webmention", (webmention, context) => webmention.ReceiveAsync(context, mount), "webmention", EndpointRules.Mention);
        }

        // Whoever may not be told apart may not write: without the policies there is nothing to write to.
        var hasMicropub = DeskPolicies.FindMissing(services).Count == 0;
        if (hasMicropub)
        {
            var editors = group.MapGroup("/micropub").RequireAuthorization(BlogKitPolicies.Write);
            editors.Read<MicropubEndpoints>("", (micropub, context) => micropub.ReadAsync(context, mount), "Micropub query", EndpointRules.ProgramQuery);
            editors.Write<MicropubEndpoints>("", (micropub, context) => micropub.WriteAsync(context, mount), "Micropub", EndpointRules.Program);
            editors.Write<MicropubEndpoints>("/media", (micropub, context) => micropub.AddMediaAsync(context, mount), "Micropub media", EndpointRules.ProgramPicture);
        }

        var hasMetaWeblog = services.GetService<IServiceProviderIsService>()?.IsService(typeof(IMetaWeblogAuthenticator)) is true;
        if (hasMetaWeblog)
        {
            group.Write<MetaWeblogEndpoints>("/xmlrpc", (metaWeblog, context) => metaWeblog.CallAsync(context, mount), "MetaWeblog", EndpointRules.MetaWeblog);
            group.Read<MetaWeblogEndpoints>("/rsd.xml", (metaWeblog, context) => metaWeblog.DescribeAsync(context, mount), "RSD", EndpointRules.Asked);
        }

        services.GetRequiredService<OpenWebMounts>().Add(new MappedEndpoints(mount, options.ReceiveWebmentions, hasMicropub, hasMetaWeblog));
    }

    public static void MapRobots(RouteGroupBuilder host, BlogMount mount) =>
        host.Read<SitemapEndpoints>("/robots.txt", (sitemap, context) => sitemap.WriteRobotsAsync(context, mount), "robots", EndpointRules.Robots).WithMetadata(RobotsFile.Instance);
}

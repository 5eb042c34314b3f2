using BlogKit.AspNetCore.Endpoints;
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
        var routes = new BlogRoutes(group, mount, Door.Users);
        if (options.ReceiveWebmentions)
        {
            routes.Write<WebmentionEndpoints>(
                "/webmention", static (webmention, request) => webmention.ReceiveAsync(request), "webmention", OpenWebRules.Mention);
        }

        // Whoever may not be told apart may not write: without the policies there is nothing to write to.
        var hasMicropub = BlogKitPolicies.AreDefined(services);
        if (hasMicropub)
        {
            var editors = routes.Guarded("/micropub", BlogKitPolicies.Write);
            editors.Read<MicropubEndpoints>(
                "", static (micropub, request) => micropub.ReadAsync(request), "Micropub query", OpenWebRules.ProgramQuery);
            editors.Write<MicropubEndpoints>("", static (micropub, request) => micropub.WriteAsync(request), "Micropub", OpenWebRules.Program);
            editors.Write<MicropubEndpoints>(
                "/media", static (micropub, request) => micropub.AddMediaAsync(request), "Micropub media", OpenWebRules.ProgramPicture);
        }

        var hasMetaWeblog = services.GetService<IServiceProviderIsService>()?.IsService(typeof(IMetaWeblogAuthenticator)) is true;
        if (hasMetaWeblog)
        {
            routes.Write<MetaWeblogEndpoints>(
                "/xmlrpc", static (metaWeblog, request) => metaWeblog.TakeAsync(request), "MetaWeblog", OpenWebRules.MetaWeblog);
            routes.Read<MetaWeblogEndpoints>(
                "/rsd.xml", static (_, request) => MetaWeblogEndpoints.DescribeAsync(request), "RSD", OpenWebRules.Description);
        }

        services.GetRequiredService<OpenWebMounts>().Add(new MappedEndpoints(mount, options.ReceiveWebmentions, hasMicropub, hasMetaWeblog));
    }
}

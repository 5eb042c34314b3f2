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
        if (options.ReceiveWebmentions)
        {
            group.Write<WebmentionEndpoints>("/webmention", (webmention, context) => webmention.ReceiveAsync(context, mount), "webmention", OpenWebRules.Mention);
        }

        // Whoever may not be told apart may not write: without the policies there is nothing to write to.
        var hasMicropub = DeskPolicies.FindMissing(services).Count == 0;
        if (hasMicropub)
        {
            var editors = group.MapGroup("/micropub").RequireAuthorization(BlogKitPolicies.Write);
            editors.Read<MicropubEndpoints>("", (micropub, context) => micropub.ReadAsync(context, mount), "Micropub query", OpenWebRules.ProgramQuery);
            editors.Write<MicropubEndpoints>("", (micropub, context) => micropub.WriteAsync(context, mount), "Micropub", OpenWebRules.Program);
            editors.Write<MicropubEndpoints>("/media", (micropub, context) => micropub.AddMediaAsync(context, mount), "Micropub media", OpenWebRules.ProgramPicture);
        }

        var hasMetaWeblog = services.GetService<IServiceProviderIsService>()?.IsService(typeof(IMetaWeblogAuthenticator)) is true;
        if (hasMetaWeblog)
        {
            group.Write<MetaWeblogEndpoints>("/xmlrpc", (metaWeblog, context) => metaWeblog.CallAsync(context, mount), "MetaWeblog", OpenWebRules.MetaWeblog);
            group.Read<MetaWeblogEndpoints>("/rsd.xml", (metaWeblog, context) => metaWeblog.DescribeAsync(context, mount), "RSD", OpenWebRules.Description);
        }

        services.GetRequiredService<OpenWebMounts>().Add(new MappedEndpoints(mount, options.ReceiveWebmentions, hasMicropub, hasMetaWeblog));
    }
}

using BlogKit.AspNetCore;
using BlogKit.AspNetCore.Endpoints;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.OpenWeb.Internal;

/// <summary>What other sites and editing programs ask for.</summary>
internal sealed class OpenWebEndpoints(OpenWebMounts mounts, IOptions<OpenWebOptions> settings) : IBlogEndpoints
{
    public string Call => "MapBlogKitOpenWeb";

    public void Map(BlogRoutes routes)
    {
        var options = settings.Value;
        if (options.ReceiveWebmentions)
        {
            routes.MapWrite<WebmentionEndpoints>(
                "/webmention", static (webmention, request) => webmention.ReceiveAsync(request), "webmention", OpenWebRules.Mention);
        }

        // Whoever may not be told apart may not write: without the policies there is nothing to write to.
        var hasMicropub = BlogKitPolicies.AreDefined(routes.Services);
        if (hasMicropub)
        {
            var editors = routes.MapGroup("/micropub", BlogKitPolicies.Write);
            editors.MapRead<MicropubEndpoints>(
                "", static (micropub, request) => micropub.ReadAsync(request), "Micropub query", OpenWebRules.ProgramQuery);
            editors.MapWrite<MicropubEndpoints>(
                "", static (micropub, request) => micropub.WriteAsync(request), "Micropub", OpenWebRules.Program);
            editors.MapWrite<MicropubEndpoints>(
                "/media", static (micropub, request) => micropub.AddMediaAsync(request), "Micropub media", OpenWebRules.ProgramPicture);
        }

        var hasMetaWeblog = routes.Services.GetService<IServiceProviderIsService>()?.IsService(typeof(IMetaWeblogAuthenticator)) is true;
        if (hasMetaWeblog)
        {
            routes.MapWrite<MetaWeblogEndpoints>(
                "/xmlrpc", static (metaWeblog, request) => metaWeblog.TakeAsync(request), "MetaWeblog", OpenWebRules.MetaWeblog);
            routes.MapRead<MetaWeblogEndpoints>(
                "/rsd.xml", static (_, request) => MetaWeblogEndpoints.DescribeAsync(request), "RSD", OpenWebRules.Description);
        }

        mounts.Add(new MappedEndpoints(routes.Mount, options.ReceiveWebmentions, hasMicropub, hasMetaWeblog));
    }
}

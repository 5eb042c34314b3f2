using BlogKit.AspNetCore;
using BlogKit.AspNetCore.Endpoints;
using BlogKit.OpenWeb;
using BlogKit.OpenWeb.Internal;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the endpoints for other sites and editing programs.</summary>
public static class BlogKitOpenWebEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps only the endpoints for other sites and editing programs: Webmention where <see cref="OpenWebOptions.ReceiveWebmentions"/> is
    /// on, Micropub where the policies of <see cref="BlogKitPolicies"/> are defined, and MetaWeblog where an
    /// <see cref="IMetaWeblogAuthenticator"/> is registered. <c>MapBlogKit</c> maps it with the rest.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">The path of the blog.</param>
    /// <param name="configure">Says which blog; null maps the blog with the key <c>default</c>.</param>
    /// <exception cref="InvalidOperationException"><c>AddWeb</c> or <c>AddOpenWeb</c> was not called, or the same was mapped
    /// before.</exception>
    public static IEndpointConventionBuilder MapBlogKitOpenWeb(
        this IEndpointRouteBuilder endpoints, string prefix = "/blog", Action<BlogKitMapOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        if (!endpoints.ServiceProvider.GetServices<IBlogEndpoints>().OfType<OpenWebEndpoints>().Any())
        {
            throw new InvalidOperationException(
                "The open web is not registered. Call builder.Services.AddBlogKit(…).AddWeb().AddOpenWeb() before MapBlogKitOpenWeb.");
        }

        return endpoints.MapBlogKitEndpoints<OpenWebEndpoints>(prefix, configure);
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore.Internal;

/// <summary>GET /favicon.ico of the host, which browsers ask for unasked: an icon where the application has none. Mapped once, however many blogs there are.</summary>
internal static class IconRoute
{
    // Matches less exactly than a route of the application's own for the same address, and more exactly than the post of a blog at the root.
    private const string Pattern = "/favicon.{kind:length(3)}";

    public static void Map(IEndpointRouteBuilder endpoints, BlogMount mount)
    {
        var route = endpoints.Read(Pattern, WriteAsync, "icon", EndpointRules.Icon);
        if (mount.Prefix.Length > 0)
        {
            route.WithOrder(int.MaxValue);
        }
    }

    private static Task WriteAsync(HttpContext context)
    {
        if (context.Request.RouteValues["kind"] is "ico")
        {
            return WebAssets.WriteAsync(context, WebAssets.Icon, "public, max-age=86400");
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}

using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// GET /favicon.ico of a blog's hosts, which browsers ask for unasked: an icon where the application has none. Of several on one host, one
/// answers.
/// </summary>
internal sealed class IconRoute
{
    private static readonly IconRoute Mark = new();

    private static readonly EndpointRule s_rule = new(CacheRule.Day);

    // Matches less exactly than a route of the application's own for the same address, and more exactly than the post of a blog at the
    // root.
    private const string Pattern = "/favicon.{kind:length(3)}";

    private IconRoute()
    {
    }

    public static void Map(IEndpointRouteBuilder host, BlogMount mount)
    {
        var route = host.MapRead(Pattern, WriteAsync, "icon", s_rule).WithMetadata(Mark);
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

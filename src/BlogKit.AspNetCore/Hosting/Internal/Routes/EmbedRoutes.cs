using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What other sites show in their pages.</summary>
internal static class EmbedRoutes
{
    public static void Map(RouteGroupBuilder group, BlogMount mount)
    {
        var routes = new BlogRoutes(group, mount, Door.Users);
        group.MapRead("/embed.js", EmbedPages.WriteScriptAsync, "embed script", EndpointRules.EmbedScript);
        routes.MapRead<EmbedPages>("/embed/{slug}", static (pages, request) => pages.ShowAsync(request), "embed", EndpointRules.Page);
        routes.MapRead<EmbedPages>(
            "/embed/{slug}/replies/{id}", static (pages, request) => pages.ShowRepliesAsync(request), "embed replies", EndpointRules.Page);
        routes.MapRead<EmbedPages>(
            "/embed/{slug}/comments",
            static (pages, request) => pages.ShowCommentsAsync(request),
            "embed comments",
            EndpointRules.Redirect);
        routes.MapWrite<EmbedPages>(
            "/embed/{slug}/comments",
            static (pages, request) => pages.SubmitAsync(request),
            "embed submit comment",
            EndpointRules.CommentForm);
    }
}

using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What other sites show in their pages: services and routes.</summary>
internal static class EmbedFeature
{
    private static readonly EndpointRule s_script = new(CacheRule.Hour);

    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<EmbedGuests>();
        services.TryAddSingleton<EmbedPages>();
    }

    public static void Map(RouteGroupBuilder group, BlogMount mount)
    {
        var routes = new BlogRoutes(group, mount, Door.Users);
        group.MapRead("/embed.js", EmbedPages.WriteScriptAsync, "embed script", s_script);
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

using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What other sites show in their pages.</summary>
internal static class EmbedRoutes
{
    public static void Map(RouteGroupBuilder group, BlogMount mount)
    {
        var services = ((IEndpointRouteBuilder)group).ServiceProvider;
        group.Read("/embed.js", EmbedPages.WriteScriptAsync, "embed script");
        group.Read<EmbedPages>("/embed/{slug}", (pages, context) => pages.ShowAsync(context, mount), "embed");
        group.Read<EmbedPages>("/embed/{slug}/replies/{id}", (pages, context) => pages.ShowRepliesAsync(context, mount), "embed replies");
        group.Read<EmbedPages>("/embed/{slug}/comments", (pages, context) => pages.ShowCommentsAsync(context, mount), "embed comments");
        RateLimitMarker.Limit(
            group.Write<EmbedPages>("/embed/{slug}/comments", (pages, context) => pages.SubmitAsync(context, mount), "embed submit comment"), services, BlogKitRateLimits.Comment);
    }
}

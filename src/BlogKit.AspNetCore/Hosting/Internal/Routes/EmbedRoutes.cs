using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What other sites show in their pages.</summary>
internal static class EmbedRoutes
{
    public static void Map(RouteGroupBuilder group, BlogMount mount)
    {
        group.Read("/embed.js", EmbedPages.WriteScriptAsync, "embed script", EndpointRules.EmbedScript);
        group.Read<EmbedPages>("/embed/{slug}", (pages, context) => pages.ShowAsync(context, mount), "embed", EndpointRules.Page);
        group.Read<EmbedPages>("/embed/{slug}/replies/{id}", (pages, context) => pages.ShowRepliesAsync(context, mount), "embed replies", EndpointRules.Page);
        group.Read<EmbedPages>("/embed/{slug}/comments", (pages, context) => pages.ShowCommentsAsync(context, mount), "embed comments", EndpointRules.Redirect);
        group.Write<EmbedPages>("/embed/{slug}/comments", (pages, context) => pages.SubmitAsync(context, mount), "embed submit comment", EndpointRules.CommentForm);
    }
}

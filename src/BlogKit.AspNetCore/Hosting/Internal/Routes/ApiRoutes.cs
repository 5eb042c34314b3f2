using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The JSON API.</summary>
internal static class ApiRoutes
{
    public static void Map(RouteGroupBuilder group, BlogMount mount)
    {
        group.Read<ApiEndpoints>("/posts", (api, context) => api.ListPostsAsync(context, mount), "API posts");
        group.Read<ApiEndpoints>("/posts/{slug}", (api, context) => api.ReadPostAsync(context, mount), "API post");
        group.Read<ApiEndpoints>("/posts/{slug}/comments", (api, context) => api.ReadThreadAsync(context, mount), "API thread");
        group.Read<ApiEndpoints>("/posts/{slug}/comments/{id}/replies", (api, context) => api.ReadRepliesAsync(context, mount), "API replies");
        group.Write<ApiEndpoints>("/posts/{slug}/comments", (api, context) => api.SubmitAsync(context, mount), "API submit comment");
        if (mount.Prefix.Length > 0)
        {
            group.Read("/{**path}", ApiEndpoints.NotFoundAsync, "API not found").WithOrder(int.MaxValue);
        }
    }
}

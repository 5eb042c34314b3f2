using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Comments: where they are, and the forms about them.</summary>
internal static class ThreadRoutes
{
    public static void Map(RouteGroupBuilder group, BlogMount mount)
    {
        group.Read<PostPages>("/comments/{id}", (pages, context) => pages.FollowPermalinkAsync(context, mount), "comment");
        group.ReadShared<PostPages>("/replies/{id}", (pages, context) => pages.ShowRepliesAsync(context, mount), "replies");
        group.Read<CommentPages>("/comments/{id}/edit", (pages, context) => pages.ShowEditAsync(context, mount), "edit comment");
        group.Write<CommentPages>("/comments/{id}/edit", (pages, context) => pages.ChangeAsync(context, mount, withdraw: false), "save comment");
        group.Write<CommentPages>("/comments/{id}/withdraw", (pages, context) => pages.ChangeAsync(context, mount, withdraw: true), "withdraw comment");
        group.Read<PostPages>("/{slug}/comments", (pages, context) => pages.ShowCommentsAsync(context, mount), "comments");
        group.Write<CommentPages>("/{slug}/comments", (pages, context) => pages.SubmitAsync(context, mount), "submit comment");
    }
}

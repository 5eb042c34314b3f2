using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Comments: where they are, and the forms about them.</summary>
internal static class ThreadRoutes
{
    public static void Map(RouteGroupBuilder group, BlogMount mount)
    {
        group.Read<PostPages>("/comments/{id}", (pages, context) => pages.FollowPermalinkAsync(context, mount), "comment");
        group.ReadShared<PostPages>("/replies/{id}", (pages, context) => pages.ShowRepliesAsync(context, mount), "replies", SharedPages.Cursor);
        group.Read<CommentPages>("/comments/{id}/edit", (pages, context) => pages.ShowEditAsync(context, mount), "edit comment");
        group.Write<CommentPages>("/comments/{id}/edit", (pages, context) => pages.ChangeAsync(context, mount, withdraw: false), "save comment");
        group.Write<CommentPages>("/comments/{id}/withdraw", (pages, context) => pages.ChangeAsync(context, mount, withdraw: true), "withdraw comment");
        group.Write<CommentPages>("/comments/{id}/appeal", (pages, context) => pages.AppealAsync(context, mount), "appeal");
        group.Write<FeedbackPages>("/comments/feedback", (pages, context) => pages.TakeAsync(context, mount), "feedback");
        group.Read<FeedbackPages>("/comments/{id}/more", (pages, context) => pages.ShowAsync(context, mount), "comment actions");
        group.Read<FeedbackPages>("/comments/{id}/flag", (pages, context) => pages.ShowFlagAsync(context, mount), "report comment");
        group.Write<FeedbackPages>("/comments/{id}/flag", (pages, context) => pages.FlagAsync(context, mount), "flag comment");
        group.Read<DisplayNamePages>("/comments/name", (pages, context) => pages.ShowAsync(context, mount), "display name");
        group.Write<DisplayNamePages>("/comments/name", (pages, context) => pages.ChangeAsync(context, mount), "change display name");
        group.Read("/avatars/{key}.svg", GeneratedAvatars.WriteAsync, "generated picture");
        group.Read<RemoteAvatars>("/avatars/remote/{id}", (avatars, context) => avatars.WriteAsync(context, mount), "picture of a service");
        group.Try<CommentPages>("/{slug}/preview", (pages, context) => pages.PreviewAsync(context, mount), "preview comment");
        group.Read<LivePages>("/{slug}/live", (pages, context) => pages.StreamAsync(context, mount), "live");
        group.Read<PostPages>("/{slug}/comments", (pages, context) => pages.ShowCommentsAsync(context, mount), "comments");
        group.Write<CommentPages>("/{slug}/comments", (pages, context) => pages.SubmitAsync(context, mount), "submit comment");
    }
}

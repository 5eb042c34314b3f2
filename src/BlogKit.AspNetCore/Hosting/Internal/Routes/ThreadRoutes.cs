using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Comments: where they are, and the forms about them.</summary>
internal static class ThreadRoutes
{
    public static void Map(RouteGroupBuilder group, BlogMount mount)
    {
        group.Read<PostPages>("/comments/{id}", (pages, context) => pages.FollowPermalinkAsync(context, mount), "comment", EndpointRules.Redirect);
        group.ReadShared<PostPages>("/replies/{id}", (pages, context) => pages.ShowRepliesAsync(context, mount), "replies", SharedPages.Cursor);
        group.Read<CommentPages>("/comments/{id}/edit", (pages, context) => pages.ShowEditAsync(context, mount), "edit comment", EndpointRules.Page);
        group.Write<CommentPages>("/comments/{id}/edit", (pages, context) => pages.ChangeAsync(context, mount, withdraw: false), "save comment", EndpointRules.CommentForm);
        group.Write<CommentPages>("/comments/{id}/withdraw", (pages, context) => pages.ChangeAsync(context, mount, withdraw: true), "withdraw comment", EndpointRules.CommentForm);
        group.Write<CommentPages>("/comments/{id}/appeal", (pages, context) => pages.AppealAsync(context, mount), "appeal", EndpointRules.CommentForm);
        group.Write<FeedbackPages>("/comments/feedback", (pages, context) => pages.TakeAsync(context, mount), "feedback", EndpointRules.Feedback);
        group.Read<FeedbackPages>("/comments/{id}/more", (pages, context) => pages.ShowAsync(context, mount), "comment actions", EndpointRules.Page);
        group.Read<FeedbackPages>("/comments/{id}/flag", (pages, context) => pages.ShowFlagAsync(context, mount), "report comment", EndpointRules.Page);
        group.Write<FeedbackPages>("/comments/{id}/flag", (pages, context) => pages.FlagAsync(context, mount), "flag comment", EndpointRules.Feedback);
        group.Read<DisplayNamePages>("/comments/name", (pages, context) => pages.ShowAsync(context, mount), "display name", EndpointRules.Page);
        group.Write<DisplayNamePages>("/comments/name", (pages, context) => pages.ChangeAsync(context, mount), "change display name", EndpointRules.NameForm);
        group.Read("/avatars/{key}.svg", GeneratedAvatars.WriteAsync, "generated picture", EndpointRules.Forever);
        group.Read<RemoteAvatars>("/avatars/remote/{id}", (avatars, context) => avatars.WriteAsync(context, mount), "picture of a service", EndpointRules.ServicePicture);
        group.Try<CommentPages>("/{slug}/preview", (pages, context) => pages.PreviewAsync(context, mount), "preview comment", EndpointRules.Preview);
        group.Read<LivePages>("/{slug}/live", (pages, context) => pages.StreamAsync(context, mount), "live", EndpointRules.Live);
        group.Read<PostPages>("/{slug}/comments", (pages, context) => pages.ShowCommentsAsync(context, mount), "comments", EndpointRules.Redirect);
        group.Write<CommentPages>("/{slug}/comments", (pages, context) => pages.SubmitAsync(context, mount), "submit comment", EndpointRules.CommentForm);
    }
}

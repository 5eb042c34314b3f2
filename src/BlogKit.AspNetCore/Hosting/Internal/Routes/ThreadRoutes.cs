using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Comments: where they are, and the forms about them.</summary>
internal static class ThreadRoutes
{
    public static void Map(RouteGroupBuilder group, BlogMount mount)
    {
        var routes = new BlogRoutes(group, mount);
        routes.Read<PostPages>(
            "/comments/{id}", static (pages, request) => pages.FollowPermalinkAsync(request), "comment", EndpointRules.Redirect);
        routes.ReadShared<PostPages>(
            "/replies/{id}", static (pages, request) => pages.ShowRepliesAsync(request), "replies", SharedPages.Cursor);
        routes.Read<CommentPages>(
            "/comments/{id}/edit", static (pages, request) => pages.ShowEditAsync(request), "edit comment", EndpointRules.Page);
        routes.Write<CommentPages>(
            "/comments/{id}/edit",
            static (pages, request) => pages.ChangeAsync(request, withdraw: false),
            "save comment",
            EndpointRules.CommentForm);
        routes.Write<CommentPages>(
            "/comments/{id}/withdraw",
            static (pages, request) => pages.ChangeAsync(request, withdraw: true),
            "withdraw comment",
            EndpointRules.CommentForm);
        routes.Write<CommentPages>(
            "/comments/{id}/appeal", static (pages, request) => pages.AppealAsync(request), "appeal", EndpointRules.CommentForm);
        routes.Write<FeedbackPages>(
            "/comments/feedback", static (pages, request) => pages.TakeAsync(request), "feedback", EndpointRules.Feedback);
        routes.Read<FeedbackPages>(
            "/comments/{id}/more", static (pages, request) => pages.ShowAsync(request), "comment actions", EndpointRules.Page);
        routes.Read<FeedbackPages>(
            "/comments/{id}/flag", static (pages, request) => pages.ShowFlagAsync(request), "report comment", EndpointRules.Page);
        routes.Write<FeedbackPages>(
            "/comments/{id}/flag", static (pages, request) => pages.FlagAsync(request), "flag comment", EndpointRules.Feedback);
        routes.Read<DisplayNamePages>(
            "/comments/name", static (pages, request) => pages.ShowAsync(request), "display name", EndpointRules.Page);
        routes.Write<DisplayNamePages>(
            "/comments/name", static (pages, request) => pages.ChangeAsync(request), "change display name", EndpointRules.NameForm);
        group.Read("/avatars/{key}.svg", GeneratedAvatars.WriteAsync, "generated picture", EndpointRules.Forever);
        group.Read<RemoteAvatars>(
            "/avatars/remote/{id}",
            static (avatars, context) => avatars.WriteAsync(context),
            "picture of a service",
            EndpointRules.ServicePicture);
        routes.Try<CommentPages>(
            "/{slug}/preview", static (pages, request) => pages.PreviewAsync(request), "preview comment", EndpointRules.Preview);
        group.Read<LivePages>("/{slug}/live", static (pages, context) => pages.StreamAsync(context), "live", EndpointRules.Live);
        routes.Read<PostPages>(
            "/{slug}/comments", static (pages, request) => pages.ShowCommentsAsync(request), "comments", EndpointRules.Redirect);
        routes.Write<CommentPages>(
            "/{slug}/comments", static (pages, request) => pages.SubmitAsync(request), "submit comment", EndpointRules.CommentForm);
    }
}

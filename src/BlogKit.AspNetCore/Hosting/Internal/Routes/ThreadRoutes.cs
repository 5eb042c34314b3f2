using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Comments: where they are, and the forms about them.</summary>
internal static class ThreadRoutes
{
    public static void Map(RouteGroupBuilder group, BlogMount mount)
    {
        var routes = new BlogRoutes(group, mount);
        routes.MapRead<PostPages>(
            "/comments/{id}", static (pages, request) => pages.FollowPermalinkAsync(request), "comment", EndpointRules.Redirect);
        routes.MapSharedRead<PostPages>(
            "/replies/{id}", static (pages, request) => pages.ShowRepliesAsync(request), "replies", SharedPages.Cursor);
        routes.MapRead<CommentPages>(
            "/comments/{id}/edit", static (pages, request) => pages.ShowEditAsync(request), "edit comment", EndpointRules.Page);
        routes.MapWrite<CommentPages>(
            "/comments/{id}/edit",
            static (pages, request) => pages.ChangeAsync(request, withdraw: false),
            "save comment",
            EndpointRules.CommentForm);
        routes.MapWrite<CommentPages>(
            "/comments/{id}/withdraw",
            static (pages, request) => pages.ChangeAsync(request, withdraw: true),
            "withdraw comment",
            EndpointRules.CommentForm);
        routes.MapWrite<CommentPages>(
            "/comments/{id}/appeal", static (pages, request) => pages.AppealAsync(request), "appeal", EndpointRules.CommentForm);
        routes.MapWrite<FeedbackPages>(
            "/comments/feedback", static (pages, request) => pages.TakeAsync(request), "feedback", EndpointRules.Feedback);
        routes.MapRead<FeedbackPages>(
            "/comments/{id}/more", static (pages, request) => pages.ShowAsync(request), "comment actions", EndpointRules.Page);
        routes.MapRead<FeedbackPages>(
            "/comments/{id}/flag", static (pages, request) => pages.ShowFlagAsync(request), "report comment", EndpointRules.Page);
        routes.MapWrite<FeedbackPages>(
            "/comments/{id}/flag", static (pages, request) => pages.FlagAsync(request), "flag comment", EndpointRules.Feedback);
        routes.MapRead<DisplayNamePages>(
            "/comments/name", static (pages, request) => pages.ShowAsync(request), "display name", EndpointRules.Page);
        routes.MapWrite<DisplayNamePages>(
            "/comments/name", static (pages, request) => pages.ChangeAsync(request), "change display name", EndpointRules.NameForm);
        group.MapRead("/avatars/{key}.svg", GeneratedAvatars.WriteAsync, "generated picture", EndpointRules.Forever);
        group.MapRead<RemoteAvatars>(
            "/avatars/remote/{id}",
            static (avatars, context) => avatars.WriteAsync(context),
            "picture of a service",
            EndpointRules.ServicePicture);
        routes.MapTry<CommentPages>(
            "/{slug}/preview", static (pages, request) => pages.PreviewAsync(request), "preview comment", EndpointRules.Preview);
        group.MapRead<LivePages>("/{slug}/live", static (pages, context) => pages.StreamAsync(context), "live", EndpointRules.Live);
        routes.MapRead<PostPages>(
            "/{slug}/comments", static (pages, request) => pages.ShowCommentsAsync(request), "comments", EndpointRules.Redirect);
        routes.MapWrite<CommentPages>(
            "/{slug}/comments", static (pages, request) => pages.SubmitAsync(request), "submit comment", EndpointRules.CommentForm);
    }
}

using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The page of a post with its discussion, and the forms about comments: their services and routes.</summary>
internal static class ThreadFeature
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<PostAccess>();
        services.TryAddSingleton<KeptComments>();
        services.TryAddSingleton<PostPageComposer>();
        services.TryAddSingleton<PostPages>();
        services.TryAddSingleton<OldCommentPages>();
        services.TryAddSingleton<CommentPages>();
        services.TryAddSingleton<FeedbackPages>();
        services.TryAddSingleton<DisplayNamePages>();
    }

    public static void Map(RouteGroupBuilder group, BlogMount mount)
    {
        var routes = new BlogRoutes(group, mount);
        routes.MapSharedRead<PostPages>(
            "/{slug}",
            static (pages, request) => pages.ShowAsync(request),
            "post",
            SharedPages.Comments,
            SharedPages.Sort,
            SharedPages.Comment);
        routes.MapTry<PostPages>("/{slug}/password", static (pages, request) => pages.UnlockAsync(request), "unlock", EndpointRules.Unlock);
        routes.MapRead<PostPages>(
            "/comments/{id}", static (pages, request) => pages.FollowPermalinkAsync(request), "comment", EndpointRules.Redirect);
        routes.MapRead<OldCommentPages>(
            "/{slug}/old-comments/{originalId}",
            static (pages, request) => pages.FollowAsync(request),
            "old comment",
            EndpointRules.OldComment);
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
        routes.MapTry<CommentPages>(
            "/{slug}/preview", static (pages, request) => pages.PreviewAsync(request), "preview comment", EndpointRules.Preview);
        routes.MapRead<PostPages>(
            "/{slug}/comments", static (pages, request) => pages.ShowCommentsAsync(request), "comments", EndpointRules.Redirect);
        routes.MapWrite<CommentPages>(
            "/{slug}/comments", static (pages, request) => pages.SubmitAsync(request), "submit comment", EndpointRules.CommentForm);
    }
}

using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The authors' side of the desk, and the links by which others see what is not published.</summary>
internal static class WriterRoutes
{
    public static void Map(RouteGroupBuilder group, BlogMount mount)
    {
        var desk = new BlogRoutes(group.MapGroup("/desk").RequireAuthorization(BlogKitPolicies.Write), mount, Door.Desk);
        desk.MapRead<PostDeskPages>("/posts", static (pages, request) => pages.ListAsync(request), "desk posts", EndpointRules.Desk);
        desk.MapRead<EditorPages>("/posts/new", static (pages, request) => pages.ShowNewAsync(request), "new post", EndpointRules.Desk);
        desk.MapWrite<EditorPages>(
            "/posts/new", static (pages, request) => pages.CreateAsync(request), "create post", EndpointRules.Editor);
        desk.MapTry<EditorPages>(
            "/posts/preview", static (pages, request) => pages.PreviewAsync(request), "preview post", EndpointRules.Editor);
        desk.MapWrite<EditorPages>(
            "/posts/autosave", static (pages, request) => pages.AutosaveAsync(request), "autosave post", EndpointRules.Editor);
        desk.MapWrite<EditorPages>(
            "/posts/autosave/discard",
            static (pages, request) => pages.DiscardAsync(request),
            "discard autosave",
            EndpointRules.SmallDeskForm);
        desk.MapRead<EditorPages>("/posts/{id}", static (pages, request) => pages.ShowAsync(request), "edit post", EndpointRules.Desk);
        desk.MapWrite<EditorPages>("/posts/{id}", static (pages, request) => pages.SaveAsync(request), "save post", EndpointRules.Editor);
        desk.MapRead<PostDeskPages>(
            "/posts/{id}/delete", static (pages, request) => pages.AskDeleteAsync(request), "ask to delete post", EndpointRules.Desk);
        desk.MapWrite<PostDeskPages>(
            "/posts/{id}/delete", static (pages, request) => pages.DeleteAsync(request), "delete post", EndpointRules.SmallDeskForm);
        desk.MapRead<RevisionPages>(
            "/posts/{id}/revisions", static (pages, request) => pages.ShowAsync(request), "revisions", EndpointRules.Desk);
        desk.MapWrite<RevisionPages>(
            "/posts/{id}/revisions/restore",
            static (pages, request) => pages.RestoreAsync(request),
            "restore revision",
            EndpointRules.SmallDeskForm);
        desk.MapWrite<PreviewPages>(
            "/posts/{id}/preview-link",
            static (pages, request) => pages.MakeAsync(request),
            "make preview link",
            EndpointRules.SmallDeskForm);
        desk.MapRead<MediaPages>("/media", static (pages, request) => pages.ListAsync(request), "desk media", EndpointRules.Desk);
        desk.MapWrite<MediaPages>("/media", static (pages, request) => pages.AddAsync(request), "upload media", EndpointRules.DeskPicture);
        new BlogRoutes(group, mount).MapRead<PreviewPages>(
            "/preview/{token}", static (pages, request) => pages.ShowAsync(request), "preview", EndpointRules.PreviewLink);
    }
}

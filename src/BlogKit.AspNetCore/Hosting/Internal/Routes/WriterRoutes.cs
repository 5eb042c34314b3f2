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
        desk.Read<PostDeskPages>("/posts", static (pages, request) => pages.ListAsync(request), "desk posts", EndpointRules.Desk);
        desk.Read<EditorPages>("/posts/new", static (pages, request) => pages.ShowNewAsync(request), "new post", EndpointRules.Desk);
        desk.Write<EditorPages>("/posts/new", static (pages, request) => pages.CreateAsync(request), "create post", EndpointRules.Editor);
        desk.Try<EditorPages>(
            "/posts/preview", static (pages, request) => pages.PreviewAsync(request), "preview post", EndpointRules.Editor);
        desk.Write<EditorPages>(
            "/posts/autosave", static (pages, request) => pages.AutosaveAsync(request), "autosave post", EndpointRules.Editor);
        desk.Write<EditorPages>(
            "/posts/autosave/discard",
            static (pages, request) => pages.DiscardAsync(request),
            "discard autosave",
            EndpointRules.SmallDeskForm);
        desk.Read<EditorPages>("/posts/{id}", static (pages, request) => pages.ShowAsync(request), "edit post", EndpointRules.Desk);
        desk.Write<EditorPages>("/posts/{id}", static (pages, request) => pages.SaveAsync(request), "save post", EndpointRules.Editor);
        desk.Read<PostDeskPages>(
            "/posts/{id}/delete", static (pages, request) => pages.AskDeleteAsync(request), "ask to delete post", EndpointRules.Desk);
        desk.Write<PostDeskPages>(
            "/posts/{id}/delete", static (pages, request) => pages.DeleteAsync(request), "delete post", EndpointRules.SmallDeskForm);
        desk.Read<RevisionPages>(
            "/posts/{id}/revisions", static (pages, request) => pages.ShowAsync(request), "revisions", EndpointRules.Desk);
        desk.Write<RevisionPages>(
            "/posts/{id}/revisions/restore",
            static (pages, request) => pages.RestoreAsync(request),
            "restore revision",
            EndpointRules.SmallDeskForm);
        desk.Write<PreviewPages>(
            "/posts/{id}/preview-link",
            static (pages, request) => pages.MakeAsync(request),
            "make preview link",
            EndpointRules.SmallDeskForm);
        desk.Read<MediaPages>("/media", static (pages, request) => pages.ListAsync(request), "desk media", EndpointRules.Desk);
        desk.Write<MediaPages>("/media", static (pages, request) => pages.AddAsync(request), "upload media", EndpointRules.DeskPicture);
        new BlogRoutes(group, mount).Read<PreviewPages>(
            "/preview/{token}", static (pages, request) => pages.ShowAsync(request), "preview", EndpointRules.PreviewLink);
    }
}

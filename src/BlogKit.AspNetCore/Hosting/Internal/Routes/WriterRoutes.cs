using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The authors' side of the desk, and the links by which others see what is not published.</summary>
internal static class WriterRoutes
{
    public static void Map(RouteGroupBuilder group, BlogMount mount)
    {
        var desk = group.MapGroup("/desk").RequireAuthorization(BlogKitPolicies.Write);
        desk.Read<PostDeskPages>("/posts", (pages, context) => pages.ListAsync(context, mount), "desk posts", EndpointRules.Desk);
        desk.Read<EditorPages>("/posts/new", (pages, context) => pages.ShowNewAsync(context, mount), "new post", EndpointRules.Desk);
        desk.Write<EditorPages>("/posts/new", (pages, context) => pages.CreateAsync(context, mount), "create post", EndpointRules.Editor);
        desk.Try<EditorPages>("/posts/preview", (pages, context) => pages.PreviewAsync(context, mount), "preview post", EndpointRules.Editor);
        desk.Write<EditorPages>("/posts/autosave", (pages, context) => pages.AutosaveAsync(context, mount), "autosave post", EndpointRules.Editor);
        desk.Write<EditorPages>("/posts/autosave/discard", (pages, context) => pages.DiscardAsync(context, mount), "discard autosave", EndpointRules.SmallDeskForm);
        desk.Read<EditorPages>("/posts/{id}", (pages, context) => pages.ShowAsync(context, mount), "edit post", EndpointRules.Desk);
        desk.Write<EditorPages>("/posts/{id}", (pages, context) => pages.SaveAsync(context, mount), "save post", EndpointRules.Editor);
        desk.Read<PostDeskPages>("/posts/{id}/delete", (pages, context) => pages.AskDeleteAsync(context, mount), "ask to delete post", EndpointRules.Desk);
        desk.Write<PostDeskPages>("/posts/{id}/delete", (pages, context) => pages.DeleteAsync(context, mount), "delete post", EndpointRules.SmallDeskForm);
        desk.Read<RevisionPages>("/posts/{id}/revisions", (pages, context) => pages.ShowAsync(context, mount), "revisions", EndpointRules.Desk);
        desk.Write<RevisionPages>("/posts/{id}/revisions/restore", (pages, context) => pages.RestoreAsync(context, mount), "restore revision", EndpointRules.SmallDeskForm);
        desk.Write<PreviewPages>("/posts/{id}/preview-link", (pages, context) => pages.MakeAsync(context, mount), "make preview link", EndpointRules.SmallDeskForm);
        desk.Read<MediaPages>("/media", (pages, context) => pages.ListAsync(context, mount), "desk media", EndpointRules.Desk);
        desk.Write<MediaPages>("/media", (pages, context) => pages.AddAsync(context, mount), "upload media", EndpointRules.DeskPicture);
        group.Read<PreviewPages>("/preview/{token}", (pages, context) => pages.ShowAsync(context, mount), "preview", EndpointRules.PreviewLink);
    }
}

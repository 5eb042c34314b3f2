using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The authors' side of the desk, and the links by which others see what is not published: services and routes.</summary>
internal static class WritingFeature
{
    private static readonly EndpointRule s_editor = EndpointRules.DeskForm with
    {
        Body = new BodyLimit("BlogKitOptions.Posts.MaximumLength", static s => WriterForms.LargestEditor(BodyLimits.OptionsOf(s).Posts)),
    };

    private static readonly EndpointRule s_link = new(CacheRule.Never) { Who = "whoever has the link" };

    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<WriterForms>();
        services.TryAddSingleton<PostDeskPages>();
        services.TryAddSingleton<EditorComposer>();
        services.TryAddSingleton<EditorPages>();
        services.TryAddSingleton<RevisionPages>();
        services.TryAddSingleton<PreviewLinks>();
        services.TryAddSingleton<PreviewPages>();
    }

    public static void Map(RouteGroupBuilder group, BlogMount mount)
    {
        var desk = new BlogRoutes(group.MapGroup("/desk").RequireAuthorization(BlogKitPolicies.Write), mount, Door.Desk);
        desk.MapRead<PostDeskPages>("/posts", static (pages, request) => pages.ListAsync(request), "desk posts", EndpointRules.Desk);
        desk.MapRead<EditorPages>("/posts/new", static (pages, request) => pages.ShowNewAsync(request), "new post", EndpointRules.Desk);
        desk.MapWrite<EditorPages>(
            "/posts/new", static (pages, request) => pages.CreateAsync(request), "create post", s_editor);
        desk.MapTry<EditorPages>(
            "/posts/preview", static (pages, request) => pages.PreviewAsync(request), "preview post", s_editor);
        desk.MapWrite<EditorPages>(
            "/posts/autosave", static (pages, request) => pages.AutosaveAsync(request), "autosave post", s_editor);
        desk.MapWrite<EditorPages>(
            "/posts/autosave/discard",
            static (pages, request) => pages.DiscardAsync(request),
            "discard autosave",
            EndpointRules.SmallDeskForm);
        desk.MapRead<EditorPages>("/posts/{id}", static (pages, request) => pages.ShowAsync(request), "edit post", EndpointRules.Desk);
        desk.MapWrite<EditorPages>("/posts/{id}", static (pages, request) => pages.SaveAsync(request), "save post", s_editor);
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
        new BlogRoutes(group, mount).MapRead<PreviewPages>(
            "/preview/{token}", static (pages, request) => pages.ShowAsync(request), "preview", s_link);
    }
}

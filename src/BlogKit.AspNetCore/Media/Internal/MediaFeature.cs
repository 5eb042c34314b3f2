using BlogKit.AspNetCore.Endpoints;
using BlogKit.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// The pictures and files that authors upload: services, the routes of their desk, and the route that gives them to readers.
/// </summary>
internal static class MediaFeature
{
    private static readonly EndpointRule s_picture = EndpointRules.DeskForm with { Body = MediaIntake.Body };

    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<IMediaStore>(static s => new FileSystemMediaStore(
            Path.GetFullPath(
                s.GetRequiredService<IOptions<MediaOptions>>().Value.Folder, s.GetRequiredService<IHostEnvironment>().ContentRootPath),
            s.GetRequiredService<IIdGenerator>()));
        services.TryAddSingleton<MediaQuota>();
        services.TryAddSingleton(static s => new MediaIntake(
            s.GetRequiredService<MediaService>(), s.GetRequiredService<MediaQuota>(), s.GetRequiredService<IOptions<MediaOptions>>()));
        services.TryAddSingleton<MediaPages>();
    }

    public static void Map(RouteGroupBuilder group) =>
        group.MapRead<MediaPages>("/media/{name}", static (pages, context) => pages.ReadAsync(context), "media", EndpointRules.Forever);

    public static void MapDesk(RouteGroupBuilder group, BlogMount mount)
    {
        var desk = new BlogRoutes(group.MapGroup("/desk").RequireAuthorization(BlogKitPolicies.Write), mount, Door.Desk);
        desk.MapRead<MediaPages>("/media", static (pages, request) => pages.ListAsync(request), "desk media", EndpointRules.Desk);
        desk.MapWrite<MediaPages>("/media", static (pages, request) => pages.AddAsync(request), "upload media", s_picture);
        desk.MapRead<MediaPages>(
            "/media/{name}/delete", static (pages, request) => pages.AskDeleteAsync(request), "ask to delete media", EndpointRules.Desk);
        desk.MapWrite<MediaPages>(
            "/media/{name}/delete", static (pages, request) => pages.DeleteAsync(request), "delete media", EndpointRules.SmallDeskForm);
    }
}

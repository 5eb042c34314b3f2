using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The moderators' side of the desk: services and routes.</summary>
internal static class DeskFeature
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<DeskFrames>();
        services.TryAddSingleton<DeskMessages>();
        services.TryAddSingleton<DeskForms>();
        services.TryAddSingleton<DeskHome>();
        services.TryAddSingleton<QueuePages>();
        services.TryAddSingleton<CasePages>();
        services.TryAddSingleton<BanPages>();
        services.TryAddSingleton<LogPages>();
        services.TryAddSingleton<PolicyPages>();
        services.TryAddSingleton<LiveCounts>();
        services.TryAddSingleton<DeskLive>();
    }

    public static void Map(RouteGroupBuilder group, BlogMount mount)
    {
        // Which of the policies lets somebody in is looked at behind the door: an author and a moderator are shown to different rooms.
        new BlogRoutes(group, mount, Door.Desk)
            .MapRead<DeskHome>("/desk", static (desk, request) => desk.EnterAsync(request), "desk", EndpointRules.Desk)
            .RequireAuthorization()
            .WithMetadata(DeskArea.Instance);

        var moderating = group.MapGroup("/desk").RequireAuthorization(BlogKitPolicies.Moderate).WithMetadata(DeskArea.Instance);
        var desk = new BlogRoutes(moderating, mount, Door.Moderators);
        desk.MapRead<QueuePages>("/comments", static (pages, request) => pages.ShowAsync(request), "desk queue", EndpointRules.Desk);
        desk.MapWrite<QueuePages>(
            "/comments/bulk", static (pages, request) => pages.ActOnManyAsync(request), "desk bulk", EndpointRules.DeskForm);
        desk.MapWrite<QueuePages>(
            "/operations/{id}/undo", static (pages, request) => pages.UndoAsync(request), "desk undo", EndpointRules.DeskForm);
        desk.MapRead<CasePages>("/comments/{id}", static (pages, request) => pages.ShowAsync(request), "desk case", EndpointRules.Desk);
        desk.MapWrite<QueuePages>(
            "/comments/{id}", static (pages, request) => pages.ActAsync(request), "desk decide", EndpointRules.DeskForm);
        desk.MapWrite<CasePages>(
            "/comments/{id}/judge", static (pages, request) => pages.JudgeAsync(request), "desk judge again", EndpointRules.DeskForm);
        desk.MapWrite<CasePages>(
            "/comments/{id}/edit", static (pages, request) => pages.EditAsync(request), "desk edit", EndpointRules.DeskForm);
        desk.MapWrite<CasePages>(
            "/comments/{id}/ban", static (pages, request) => pages.BanAsync(request), "desk ban", EndpointRules.DeskForm);
        desk.MapWrite<CasePages>(
            "/comments/{id}/forget-name",
            static (pages, request) => pages.ForgetNameAsync(request),
            "desk forget name",
            EndpointRules.DeskForm);
        desk.MapRead<CasePages>(
            "/comments/{id}/purge", static (pages, request) => pages.AskPurgeAsync(request), "desk ask purge", EndpointRules.Desk);
        desk.MapWrite<CasePages>(
            "/comments/{id}/purge", static (pages, request) => pages.PurgeAsync(request), "desk purge", EndpointRules.DeskForm);
        desk.MapRead<BanPages>("/bans", static (pages, request) => pages.ShowAsync(request), "desk bans", EndpointRules.Desk);
        desk.MapWrite<BanPages>("/bans", static (pages, request) => pages.AddAsync(request), "desk add ban", EndpointRules.DeskForm);
        desk.MapWrite<BanPages>("/bans/lift", static (pages, request) => pages.LiftAsync(request), "desk lift ban", EndpointRules.DeskForm);
        desk.MapRead<LogPages>("/log", static (pages, request) => pages.ShowAsync(request), "desk log", EndpointRules.Desk);
        desk.MapRead<LogPages>(
            "/operations/{id}", static (pages, request) => pages.ShowOperationAsync(request), "desk operation", EndpointRules.Desk);
        desk.MapRead<DeskLive>("/live", static (live, request) => live.SendAsync(request), "desk live", EndpointRules.Desk);

        var administering = group.MapGroup("/desk/policies")
            .RequireAuthorization(BlogKitPolicies.Administer)
            .WithMetadata(DeskArea.Instance);
        var policies = new BlogRoutes(administering, mount, Door.Administrators);
        policies.MapRead<PolicyPages>("", static (pages, request) => pages.ShowAsync(request), "desk policies", EndpointRules.Desk);
        policies.MapTry<PolicyPages>(
            "/backtest", static (pages, request) => pages.BacktestAsync(request), "desk backtest", EndpointRules.DeskForm);
    }
}

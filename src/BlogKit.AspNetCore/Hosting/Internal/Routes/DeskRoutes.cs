using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The moderators' side of the desk.</summary>
internal static class DeskRoutes
{
    public static void Map(RouteGroupBuilder group, BlogMount mount)
    {
        // Which of the policies lets somebody in is looked at behind the door: an author and a moderator are shown to different rooms.
        group.Read<DeskHome>("/desk", (desk, context) => desk.EnterAsync(context, mount), "desk", EndpointRules.Desk).RequireAuthorization().WithMetadata(DeskArea.Instance);

        var desk = group.MapGroup("/desk").RequireAuthorization(BlogKitPolicies.Moderate).WithMetadata(DeskArea.Instance);
        desk.Read<QueuePages>("/comments", (pages, context) => pages.ShowAsync(context, mount), "desk queue", EndpointRules.Desk);
        desk.Write<QueuePages>("/comments/bulk", (pages, context) => pages.ActOnManyAsync(context, mount), "desk bulk", EndpointRules.DeskForm);
        desk.Write<QueuePages>("/operations/{id}/undo", (pages, context) => pages.UndoAsync(context, mount), "desk undo", EndpointRules.DeskForm);
        desk.Read<CasePages>("/comments/{id}", (pages, context) => pages.ShowAsync(context, mount), "desk case", EndpointRules.Desk);
        desk.Write<QueuePages>("/comments/{id}", (pages, context) => pages.ActAsync(context, mount), "desk decide", EndpointRules.DeskForm);
        desk.Write<CasePages>("/comments/{id}/judge", (pages, context) => pages.JudgeAsync(context, mount), "desk judge again", EndpointRules.DeskForm);
        desk.Write<CasePages>("/comments/{id}/edit", (pages, context) => pages.EditAsync(context, mount), "desk edit", EndpointRules.DeskForm);
        desk.Write<CasePages>("/comments/{id}/ban", (pages, context) => pages.BanAsync(context, mount), "desk ban", EndpointRules.DeskForm);
        desk.Write<CasePages>("/comments/{id}/forget-name", (pages, context) => pages.ForgetNameAsync(context, mount), "desk forget name", EndpointRules.DeskForm);
        desk.Read<CasePages>("/comments/{id}/purge", (pages, context) => pages.AskPurgeAsync(context, mount), "desk ask purge", EndpointRules.Desk);
        desk.Write<CasePages>("/comments/{id}/purge", (pages, context) => pages.PurgeAsync(context, mount), "desk purge", EndpointRules.DeskForm);
        desk.Read<BanPages>("/bans", (pages, context) => pages.ShowAsync(context, mount), "desk bans", EndpointRules.Desk);
        desk.Write<BanPages>("/bans", (pages, context) => pages.AddAsync(context, mount), "desk add ban", EndpointRules.DeskForm);
        desk.Write<BanPages>("/bans/lift", (pages, context) => pages.LiftAsync(context, mount), "desk lift ban", EndpointRules.DeskForm);
        desk.Read<LogPages>("/log", (pages, context) => pages.ShowAsync(context, mount), "desk log", EndpointRules.Desk);
        desk.Read<LogPages>("/operations/{id}", (pages, context) => pages.ShowOperationAsync(context, mount), "desk operation", EndpointRules.Desk);
        desk.Read<DeskLive>("/live", (live, context) => live.SendAsync(context, mount), "desk live", EndpointRules.Desk);

        var policies = group.MapGroup("/desk/policies").RequireAuthorization(BlogKitPolicies.Administer).WithMetadata(DeskArea.Instance);
        policies.Read<PolicyPages>("", (pages, context) => pages.ShowAsync(context, mount), "desk policies", EndpointRules.Desk);
        policies.Try<PolicyPages>("/backtest", (pages, context) => pages.BacktestAsync(context, mount), "desk backtest", EndpointRules.DeskForm);
    }
}

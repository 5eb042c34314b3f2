using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The moderators' side of the desk.</summary>
internal static class DeskRoutes
{
    public static void Map(RouteGroupBuilder group, BlogMount mount)
    {
        // Which of the policies lets somebody in is looked at behind the door: an author and a moderator are shown to different rooms.
        group.Read<DeskHome>("/desk", (desk, context) => desk.EnterAsync(context, mount), "desk").RequireAuthorization().WithMetadata(DeskArea.Instance);

        var desk = group.MapGroup("/desk").RequireAuthorization(BlogKitPolicies.Moderate).WithMetadata(DeskArea.Instance);
        desk.Read<QueuePages>("/comments", (pages, context) => pages.ShowAsync(context, mount), "desk queue");
        desk.Write<QueuePages>("/comments/bulk", (pages, context) => pages.ActOnManyAsync(context, mount), "desk bulk");
        desk.Write<QueuePages>("/operations/{id}/undo", (pages, context) => pages.UndoAsync(context, mount), "desk undo");
        desk.Read<CasePages>("/comments/{id}", (pages, context) => pages.ShowAsync(context, mount), "desk case");
        desk.Write<QueuePages>("/comments/{id}", (pages, context) => pages.ActAsync(context, mount), "desk decide");
        desk.Write<CasePages>("/comments/{id}/judge", (pages, context) => pages.JudgeAsync(context, mount), "desk judge again");
        desk.Write<CasePages>("/comments/{id}/edit", (pages, context) => pages.EditAsync(context, mount), "desk edit");
        desk.Write<CasePages>("/comments/{id}/ban", (pages, context) => pages.BanAsync(context, mount), "desk ban");
        desk.Read<CasePages>("/comments/{id}/purge", (pages, context) => pages.AskPurgeAsync(context, mount), "desk ask purge");
        desk.Write<CasePages>("/comments/{id}/purge", (pages, context) => pages.PurgeAsync(context, mount), "desk purge");
        desk.Read<BanPages>("/bans", (pages, context) => pages.ShowAsync(context, mount), "desk bans");
        desk.Write<BanPages>("/bans", (pages, context) => pages.AddAsync(context, mount), "desk add ban");
        desk.Write<BanPages>("/bans/lift", (pages, context) => pages.LiftAsync(context, mount), "desk lift ban");
        desk.Read<LogPages>("/log", (pages, context) => pages.ShowAsync(context, mount), "desk log");
        desk.Read<LogPages>("/operations/{id}", (pages, context) => pages.ShowOperationAsync(context, mount), "desk operation");
        desk.Read<DeskLive>("/live", (live, context) => live.SendAsync(context, mount), "desk live");

        var policies = group.MapGroup("/desk/policies").RequireAuthorization(BlogKitPolicies.Administer).WithMetadata(DeskArea.Instance);
        policies.Read<PolicyPages>("", (pages, context) => pages.ShowAsync(context, mount), "desk policies");
        policies.Try<PolicyPages>("/backtest", (pages, context) => pages.BacktestAsync(context, mount), "desk backtest");
    }
}

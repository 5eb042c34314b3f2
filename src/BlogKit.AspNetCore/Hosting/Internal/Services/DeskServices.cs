using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Registers the moderators' desk.</summary>
internal static class DeskServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddOptions<BlogKitWebOptions>()
            .Validate(static o => o.Desk.PageSize is >= 1 and <= 100, "BlogKitWebOptions.Desk.PageSize must be between 1 and 100.")
            .Validate(static o => o.Desk.LiveConnections is >= 0 and <= 10_000, "BlogKitWebOptions.Desk.LiveConnections must be between 0 and 10000.")
            .Validate(
                static o => o.Desk.BacktestTime >= TimeSpan.FromSeconds(1) && o.Desk.BacktestTime <= TimeSpan.FromHours(1),
                "BlogKitWebOptions.Desk.BacktestTime must be between one second and one hour.");
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
}

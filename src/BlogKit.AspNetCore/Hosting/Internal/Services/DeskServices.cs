using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Registers the moderators' desk.</summary>
internal static class DeskServices
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
}

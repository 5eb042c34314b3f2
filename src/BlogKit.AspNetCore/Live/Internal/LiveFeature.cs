using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The news of a discussion, for pages that are open: services and route.</summary>
internal static class LiveFeature
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<LiveThreads>();
        services.TryAddSingleton<LivePages>();
    }

    public static void Map(RouteGroupBuilder group) =>
        group.MapRead<LivePages>("/{slug}/live", static (pages, context) => pages.StreamAsync(context), "live", EndpointRules.Live);
}

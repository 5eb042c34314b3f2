using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Registers what all pages are made with.</summary>
internal static class PageServices
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<Navigation>();
        services.TryAddSingleton<Views>();
        services.TryAddSingleton<OwnComponents>();
        services.TryAddSingleton<ViewLayouts>();
        services.TryAddSingleton<UnknownAddresses>();
        services.TryAddSingleton<PageRenderer>();
        services.TryAddSingleton<Messages>();
        services.TryAddSingleton<HeardChanges>();
        services.TryAddSingleton<PageCache>();
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Registers what answers for the addresses of an old site.</summary>
internal static class RedirectServices
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<KnownAddresses>();
        services.TryAddSingleton<RedirectPlaces>();
        services.TryAddSingleton<RedirectAnswers>();
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Registers feeds and the standards of the open web.</summary>
internal static class FeedServices
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<FeedEndpoints>();
    }
}

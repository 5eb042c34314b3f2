using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Registers the moderators' desk.</summary>
internal static class DeskServices
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<DeskRequests>();
    }
}

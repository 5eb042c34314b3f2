using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Registers the limits, which act unless they are switched off.</summary>
internal static class LimitServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddOptions<BlogKitRateLimitOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BlogKitRateLimitOptions>, RateLimitOptionsCheck>());
        services.TryAddSingleton<RateLimits>();
        services.TryAddSingleton<PasswordGate>();
    }
}

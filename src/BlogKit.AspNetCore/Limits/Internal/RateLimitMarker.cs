using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Is registered when the policies of <see cref="BlogKitRateLimits"/> exist. Without them no endpoint asks for one: the rate limiter of an application would refuse to serve it.
/// </summary>
internal sealed class RateLimitMarker
{
    /// <summary>Puts an endpoint under a limit where there are limits.</summary>
    public static void Limit(IEndpointConventionBuilder endpoint, IServiceProvider services, string policy)
    {
        if (services.GetService<RateLimitMarker>() is not null)
        {
            endpoint.RequireRateLimiting(policy);
        }
    }
}

using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Defines BlogKit's limits by their names in the application's rate limiter, unless it has its own.</summary>
internal sealed class NamedRateLimits(IOptions<BlogKitRateLimitOptions> numbers) : IConfigureOptions<RateLimiterOptions>
{
    public void Configure(RateLimiterOptions options)
    {
        if (!numbers.Value.UseOwnPolicies)
        {
            foreach (var limit in RateLimits.Numbers(numbers.Value))
            {
                options.AddPolicy(limit.Policy, new RateLimitPolicy(limit));
            }
        }
    }
}

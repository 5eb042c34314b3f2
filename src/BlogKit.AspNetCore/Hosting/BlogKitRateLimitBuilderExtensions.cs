using BlogKit;
using BlogKit.AspNetCore;
using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers BlogKit's rate limits.</summary>
public static class BlogKitRateLimitBuilderExtensions
{
    /// <summary>
    /// Puts BlogKit's endpoints under the rate limits of <see cref="BlogKitRateLimits"/>. They take effect where the application calls <c>app.UseRateLimiter()</c>
    /// (after <c>UseRouting</c> and authentication). Without this call no endpoint asks for a limit. The second call and later ones do nothing.
    /// </summary>
    /// <param name="builder">What <c>AddBlogKit</c> returned.</param>
    /// <param name="configure">Changes the numbers; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number or the window is out of range.</exception>
    public static BlogKitBuilder AddRateLimits(this BlogKitBuilder builder, Action<BlogKitRateLimitOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new BlogKitRateLimitOptions();
        configure?.Invoke(options);
        foreach (var number in (int[])[options.Read, options.Comment, options.Write, options.Search])
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(number, 1, nameof(configure));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(options.Window, TimeSpan.FromSeconds(1), nameof(configure));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Window, TimeSpan.FromDays(1), nameof(configure));
        if (builder.Services.Any(static s => s.ServiceType == typeof(RateLimitMarker)))
        {
            return builder;
        }

        builder.Services.TryAddSingleton<RateLimitMarker>();
        if (!options.UseOwnPolicies)
        {
            builder.Services.AddRateLimiter(limits =>
            {
                limits.AddPolicy(BlogKitRateLimits.Read, new RateLimitPolicy(options.Read, options.Window));
                limits.AddPolicy(BlogKitRateLimits.Comment, new RateLimitPolicy(options.Comment, options.Window));
                limits.AddPolicy(BlogKitRateLimits.Write, new RateLimitPolicy(options.Write, options.Window));
                limits.AddPolicy(BlogKitRateLimits.Search, new RateLimitPolicy(options.Search, options.Window));
            });
        }

        return builder;
    }
}

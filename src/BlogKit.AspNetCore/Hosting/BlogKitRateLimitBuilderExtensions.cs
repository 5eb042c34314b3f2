using BlogKit;
using BlogKit.AspNetCore;
using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Changes BlogKit's rate limits.</summary>
public static class BlogKitRateLimitBuilderExtensions
{
    /// <summary>
    /// Changes the rate limits of <see cref="BlogKitRateLimits"/>, which act without this call too. Also defines policies of these names
    /// for <c>RequireRateLimiting</c> on endpoints of the application's own, which act where it calls <c>app.UseRateLimiter()</c>. Calling
    /// it again only changes options.
    /// </summary>
    /// <param name="builder">The builder that <c>AddBlogKit</c> returned.</param>
    /// <param name="configure">Changes the numbers; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number or a window is out of range.</exception>
    public static BlogKitBuilder AddRateLimits(this BlogKitBuilder builder, Action<BlogKitRateLimitOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (configure is not null)
        {
            var given = new BlogKitRateLimitOptions();
            configure(given);
            if (RateLimitOptionsCheck.Failures(given) is [var failure, ..])
            {
                throw new ArgumentOutOfRangeException(nameof(configure), failure);
            }

            services.Configure(configure);
        }

        if (services.Any(static s => s.ServiceType == typeof(NamedRateLimits)))
        {
            return builder;
        }

        services.AddRateLimiter(static _ => { });
        services.AddSingleton<NamedRateLimits>();
        services.AddSingleton<IConfigureOptions<RateLimiterOptions>>(static s => s.GetRequiredService<NamedRateLimits>());
        return builder;
    }
}

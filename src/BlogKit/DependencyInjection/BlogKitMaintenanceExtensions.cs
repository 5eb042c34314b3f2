using BlogKit;
using BlogKit.Internal;
using BlogKit.Moderation;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds background work to a host.</summary>
public static class BlogKitMaintenanceExtensions
{
    /// <summary>
    /// Erases spam and trash by age while the host runs: when it starts, and every <see cref="RetentionOptions.Every"/>. A fault is logged
    /// and tried again the next time; it never stops the host. Calling it twice changes nothing. Several hosts may do it at once.
    /// </summary>
    /// <param name="builder">The builder that <c>AddBlogKit</c> returned.</param>
    public static BlogKitBuilder AddModerationMaintenance(this BlogKitBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IHostedService, ModerationMaintenance>(static s => new ModerationMaintenance(
                s.GetRequiredService<RetentionService>(),
                s.GetRequiredService<IOptions<BlogKitOptions>>().Value.Moderation.Retention,
                s.GetRequiredService<TimeProvider>(),
                s.GetRequiredService<ILogger<ModerationMaintenance>>())));
        return builder;
    }
}

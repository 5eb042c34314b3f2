using BlogKit;
using BlogKit.Internal;
using BlogKit.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds BlogKit's health check.</summary>
public static class BlogKitHealthCheckExtensions
{
    /// <summary>
    /// Adds the health check <c>blogkit</c>, tagged <c>ready</c>: healthy while the store answers. Map it with
    /// <c>app.MapHealthChecks(…)</c>.
    /// </summary>
    public static BlogKitBuilder AddHealthCheck(this BlogKitBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
            "blogkit",
            static services => new StoreHealthCheck(services.GetRequiredService<IStoreSchema>()),
            failureStatus: null,
            tags: ["ready"]));
        return builder;
    }
}

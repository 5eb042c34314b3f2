using BlogKit;
using BlogKit.Internal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Akismet to BlogKit's moderation.</summary>
public static class BlogKitAkismetExtensions
{
    /// <summary>
    /// Adds <see cref="AkismetPolicy"/>, and registers <see cref="AkismetClient"/> and <see cref="AkismetTeacher"/>.
    /// Calling it again only changes options. A key or front page that is missing is refused when the host starts.
    /// </summary>
    /// <param name="builder">The builder that <c>AddBlogKit</c> returned.</param>
    /// <param name="configure">Sets the options; null sets none, for options that are configured elsewhere.</param>
    public static BlogKitBuilder AddAkismet(this BlogKitBuilder builder, Action<AkismetOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        var options = services.AddOptions<AkismetOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AkismetOptions>, AkismetOptionsValidator>());
        if (!services.Any(static s => s.ServiceType == typeof(AkismetClient)))
        {
            AddHttpClient(services);
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<AkismetClient>();
        services.TryAddSingleton<AkismetTeacher>();
        return builder.AddModerationPolicy<AkismetPolicy>();
    }

    /// <summary>
    /// Adds Akismet with options bound from configuration, such as <c>builder.Configuration.GetSection("BlogKit:Akismet")</c>,
    /// then changed by <paramref name="configure"/>.
    /// </summary>
    /// <param name="builder">The builder that <c>AddBlogKit</c> returned.</param>
    /// <param name="configuration">The section that holds the options.</param>
    /// <param name="configure">Changes the options after binding; null changes none.</param>
    public static BlogKitBuilder AddAkismet(
        this BlogKitBuilder builder, IConfiguration configuration, Action<AkismetOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configuration);
        builder.Services.AddOptions<AkismetOptions>().Bind(configuration);
        return builder.AddAkismet(configure);
    }

    // The client has a time-out of its own, which covers connecting, sending and reading.
    private static void AddHttpClient(IServiceCollection services) => services
        .AddHttpClient(AkismetClient.HttpClientName, static client => client.Timeout = Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            MaxResponseHeadersLength = 16,
            MaxResponseDrainSize = 0,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        });
}

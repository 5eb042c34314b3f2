using BlogKit;
using BlogKit.Internal;
using BlogKit.Moderation;
using BlogKit.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers BlogKit.</summary>
public static class BlogKitServiceCollectionExtensions
{
    /// <summary>
    /// Adds BlogKit with its default options, changed by <paramref name="configure"/>. Go on with <c>UseSqlite</c> or <c>UseInMemory</c>.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Changes the options; null changes none.</param>
    /// <exception cref="InvalidOperationException">BlogKit was added before.</exception>
    public static BlogKitBuilder AddBlogKit(this IServiceCollection services, Action<BlogKitOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(static s => s.ServiceType == typeof(BlogKitMarker)))
        {
            throw new InvalidOperationException(
                "AddBlogKit was called before. Call it once, and add everything else to the builder it returns.");
        }

        services.AddSingleton<BlogKitMarker>();
        services.AddLogging();
        var options = services.AddOptions<BlogKitOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.AddSingleton<IValidateOptions<BlogKitOptions>, BlogKitOptionsValidator>();
        services.AddSingleton<IValidateOptions<BlogKitOptions>, StoreValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IIdGenerator, MonotonicUuidV7Generator>();
        services.TryAddSingleton<IMarkdownRenderer>(
            static s => new MarkdigRenderer(s.GetRequiredService<IOptions<BlogKitOptions>>().Value.Rendering));
        services.TryAddSingleton<BlogKitInstruments>();
        services.TryAddSingleton<BlogChanges>();
        services.AddBlogServices();
        AddModeration(services);
        AddMissingStore(services);
        services.AddSingleton<IHostedService>(static s => new PreparedStore(
            s.GetRequiredService<IStoreSchema>, s.GetRequiredService<ModerationPolicies>));
        services.AddSingleton<IHostedService>(static s => new ChangeFeedTrimming(
            s.GetRequiredService<RetentionService>,
            () => s.GetRequiredService<IOptions<BlogKitOptions>>().Value.Moderation.Retention,
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<ChangeFeedTrimming>>()));
        var builder = new BlogKitBuilder(services);
        DefaultPolicies.AddTo(builder);
        return builder;
    }

    /// <summary>
    /// Adds BlogKit with options bound from configuration, such as <c>builder.Configuration.GetSection("BlogKit")</c>,
    /// then changed by <paramref name="configure"/>.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configuration">The section that holds the options.</param>
    /// <param name="configure">Changes the options after binding; null changes none.</param>
    /// <exception cref="InvalidOperationException">BlogKit was added before.</exception>
    public static BlogKitBuilder AddBlogKit(
        this IServiceCollection services, IConfiguration configuration, Action<BlogKitOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<BlogKitOptions>().Configure<IEnumerable<ModerationPolicyDescriptor>>(
            (options, policies) => OptionsBinding.Bind(configuration, options, [.. policies]));
        return services.AddBlogKit(configure);
    }

    /// <summary>
    /// Prepares the store: creates it or updates its schema, and renders again every text that an older renderer made. Call it once, before
    /// the host runs: BlogKit never changes a database by itself on first use, and a host whose store is not ready does not start.
    /// </summary>
    /// <param name="services">The application's services (<c>app.Services</c>).</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    /// <exception cref="InvalidOperationException">BlogKit was not added, has no store, or the store is of a newer version.</exception>
    /// <exception cref="OptionsValidationException">An option is out of range; the message names its key.</exception>
    public static async Task PrepareBlogKitAsync(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.GetService<BlogKitMarker>() is null)
        {
            throw new InvalidOperationException("BlogKit is not registered. Call services.AddBlogKit(…) first.");
        }

        _ = services.GetRequiredService<IOptions<BlogKitOptions>>().Value;
        _ = services.GetRequiredService<ModerationPolicies>();
        var schema = services.GetRequiredService<IStoreSchema>();
        await schema.ApplyAsync(cancellationToken).ConfigureAwait(false);
        await schema.CheckWritingAsync(cancellationToken).ConfigureAwait(false);
        await services.GetRequiredService<RenderingRefresh>().RunAsync(null, cancellationToken).ConfigureAwait(false);
    }

    private static void AddModeration(IServiceCollection services)
    {
        services.TryAddSingleton<IFormTokens>(static s => new FormTokens(
            s.GetRequiredService<IOptions<BlogKitOptions>>().Value.Moderation.FormTokens, s.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(static s => new PolicySetFactory(
            s.GetServices<ModerationPolicyDescriptor>(),
            s.GetServices<IModerationPolicy>(),
            s.GetRequiredService<IOptions<BlogKitOptions>>().Value.Moderation,
            s));
        services.TryAddSingleton(static s => s.GetRequiredService<PolicySetFactory>().CreateConfigured());
        services.TryAddSingleton<ModerationPipeline>();
        services.TryAddSingleton<IJudgeAgain, StoredCommentJudge>();
        services.AddModerationServices();
    }

    // A store that is chosen later replaces these: the last registration of a service wins.
    private static void AddMissingStore(IServiceCollection services)
    {
        foreach (var role in StoreRole.All)
        {
            services.AddSingleton(role.Type, static _ => throw new InvalidOperationException(MissingStore.Message));
        }
    }
}

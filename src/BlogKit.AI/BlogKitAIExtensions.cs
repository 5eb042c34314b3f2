using BlogKit;
using BlogKit.Internal;
using BlogKit.Moderation;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds language models to BlogKit's moderation.</summary>
public static class BlogKitAIExtensions
{
    /// <summary>
    /// Adds <see cref="AITopicPolicy"/>, <see cref="AIAbusePolicy"/> and <see cref="AIEmbeddingTopicPolicy"/>, of which those take part
    /// that are enabled. The models are the <see cref="IChatClient"/> and the <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/> of the
    /// container; one that is missing is refused when the host starts. Calling it again only changes options.
    /// </summary>
    /// <param name="builder">The builder that <c>AddBlogKit</c> returned.</param>
    /// <param name="configure">Sets the options; null changes none.</param>
    public static BlogKitBuilder AddAIModeration(this BlogKitBuilder builder, Action<AIModerationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        var options = services.AddOptions<AIModerationOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AIModerationOptions>, AIModerationOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(static s => new AIBudget(Options(s), s.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(static s => new AICache(Options(s), s.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(static s => new AIGate(
            Options(s), s.GetRequiredService<AIBudget>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<AIGate>>()));
        services.TryAddSingleton(static s => new AIJudge(
            s.GetRequiredService<IChatClient>(), Options(s), s.GetRequiredService<AIGate>(), s.GetRequiredService<AICache>()));
        services.TryAddSingleton(static s => new AIEmbedder(
            s.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>(),
            Options(s),
            s.GetRequiredService<AIGate>(),
            s.GetRequiredService<AICache>()));
        services.TryAddSingleton(
            static s => new AITopicPolicy(Options(s).Topic.Enabled ? s.GetRequiredService<AIJudge>() : null, Options(s)));
        services.TryAddSingleton(
            static s => new AIAbusePolicy(Options(s).Abuse.Enabled ? s.GetRequiredService<AIJudge>() : null, Options(s)));
        services.TryAddSingleton(static s => new AIEmbeddingTopicPolicy(
            Options(s).EmbeddingTopic.Enabled ? s.GetRequiredService<AIEmbedder>() : null, Options(s)));
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IModerationPolicy, AITopicPolicy>(static s => s.GetRequiredService<AITopicPolicy>()));
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IModerationPolicy, AIAbusePolicy>(static s => s.GetRequiredService<AIAbusePolicy>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IModerationPolicy, AIEmbeddingTopicPolicy>(
            static s => s.GetRequiredService<AIEmbeddingTopicPolicy>()));
        return builder;
    }

    /// <summary>
    /// Adds language models with options bound from configuration, such as <c>builder.Configuration.GetSection("BlogKit:AI")</c>,
    /// then changed by <paramref name="configure"/>.
    /// </summary>
    /// <param name="builder">The builder that <c>AddBlogKit</c> returned.</param>
    /// <param name="configuration">The section that holds the options.</param>
    /// <param name="configure">Changes the options after binding; null changes none.</param>
    public static BlogKitBuilder AddAIModeration(
        this BlogKitBuilder builder, IConfiguration configuration, Action<AIModerationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configuration);
        builder.Services.AddOptions<AIModerationOptions>().Bind(configuration);
        return builder.AddAIModeration(configure);
    }

    private static AIModerationOptions Options(IServiceProvider services) =>
        services.GetRequiredService<IOptions<AIModerationOptions>>().Value;
}

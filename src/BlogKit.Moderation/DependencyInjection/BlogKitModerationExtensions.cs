using BlogKit;
using BlogKit.Moderation;
using BlogKit.Moderation.Internal;
using BlogKit.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the rules for comments.</summary>
public static class BlogKitModerationExtensions
{
    /// <summary>
    /// Adds the rules of this package to the bans, the flood limits and the hold of first comments that every blog has: lists, form, links,
    /// shape, repetition, trust, closed topics, drift, abuse and the filter that learns; and what <see cref="AddModerationTrials"/> adds.
    /// Calling it again only changes options.
    /// </summary>
    /// <param name="builder">The builder that <c>AddBlogKit</c> returned.</param>
    /// <param name="configure">Changes the options of moderation, after configuration did; null changes none.</param>
    public static BlogKitBuilder AddModeration(this BlogKitBuilder builder, Action<ModerationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        PackagePolicies.AddTo(builder);
        if (configure is not null)
        {
            builder.Services.Configure<BlogKitOptions>(options =>
            {
                // The validator says so when it is missing.
                if (options.Moderation is { } moderation)
                {
                    configure(moderation);
                }
            });
        }

        builder.Services.TryAddSingleton(static s => new LearningService(
            s.GetRequiredService<IModerationLogStore>(),
            s.GetRequiredService<ILearningStore>(),
            s.GetRequiredService<IModerationStore>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<LearningService>>(),
            s.GetRequiredService<IOptions<BlogKitOptions>>().Value.Moderation.GetPolicy<LearningPolicyOptions>()));
        return builder.AddModerationTrials();
    }

    /// <summary>
    /// Adds the services that try policies on stored comments, <see cref="BacktestService"/> and <see cref="ShadowReportService"/>, without
    /// adding rules; <c>AddWeb</c> calls it for the page of the desk. Calling it again changes nothing.
    /// </summary>
    /// <param name="builder">The builder that <c>AddBlogKit</c> returned.</param>
    public static BlogKitBuilder AddModerationTrials(this BlogKitBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton(static s => new ShadowReportService(s.GetRequiredService<IModerationLogStore>()));
        builder.Services.TryAddSingleton(static s => new BacktestService(
            s.GetRequiredService<IModerationStore>(),
            s.GetRequiredService<ICommentStore>(),
            s.GetRequiredService<IPostStore>(),
            s.GetRequiredService<IBlogStore>(),
            s.GetRequiredService<CommentTexts>(),
            s.GetRequiredService<TimeProvider>()));
        return builder;
    }
}

using BlogKit.Moderation.Internal;

namespace BlogKit.Moderation;

/// <summary>
/// Judges comments by moderators' earlier decisions in the blog: approved and spam comments are its lessons, undoing a decision takes its
/// lesson back. Its score is the probability that the comment is spam; its details are the features that weighed most, as shares of the
/// logarithm of the odds. Says nothing of what is more likely harmless, nor before it has learned
/// <see cref="LearningPolicyOptions.MinimumLessons"/> comments of either kind. Safe for concurrent use.
/// </summary>
/// <param name="learning">The service that keeps its model.</param>
/// <param name="options">How it judges.</param>
public sealed class LearningPolicy(LearningService learning, LearningPolicyOptions options) : IModerationPolicy
{
    private readonly SpamFilter _filter = new(options, learning.Shape);

    /// <inheritdoc/>
    public string Name => SpamFilter.PolicyName;

    /// <inheritdoc/>
    public string Version => SpamFilter.PolicyVersion;

    /// <inheritdoc/>
    public PolicyCost Cost => PolicyCost.Model;

    /// <inheritdoc/>
    public ModerationNeeds Needs => options.Enabled ? ModerationNeeds.LogPosition : ModerationNeeds.None;

    /// <inheritdoc/>
    public async ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!options.Enabled)
        {
            return null;
        }

        await learning.CatchUpAsync(context.Post.BlogId, context.Facts.LogPosition, cancellationToken).ConfigureAwait(false);
        return await learning.JudgeAsync(
            _filter, context.Post.BlogId, JudgedText.Of(context.Comment), cancellationToken).ConfigureAwait(false);
    }
}

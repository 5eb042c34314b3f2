using BlogKit.Internal;
using BlogKit.Moderation;

namespace BlogKit;

/// <summary>
/// Asks a model whether a comment is about the post or what it answers. Shares its call with <see cref="AIAbusePolicy"/>.
/// It never lets a comment through against other policies: when it has nothing to object it says nothing. Safe for concurrent use.
/// </summary>
public sealed class AITopicPolicy : IModerationPolicy
{
    private readonly AIJudge? _judge;
    private readonly AIModerationOptions _options;

    internal AITopicPolicy(AIJudge? judge, AIModerationOptions options)
    {
        _judge = options.Topic.Enabled ? judge : null;
        _options = options;
        Version = _judge?.VersionOf(options.Topic.ObjectAt, options.Topic.Outcome) ?? "off";
    }

    /// <inheritdoc/>
    public string Name => "ai-topic";

    /// <summary>
    /// Names the version of the instructions, the model, a digest of what else the verdict depends on, and what it asks for when;
    /// <c>off</c> when it is not enabled.
    /// </summary>
    public string Version { get; }

    /// <inheritdoc/>
    public PolicyCost Cost => PolicyCost.Outside;

    /// <inheritdoc/>
    public ModerationNeeds Needs => _judge is null ? ModerationNeeds.None : ModerationNeeds.PostText;

    /// <inheritdoc/>
    public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _judge is null ? default : _judge.FindAsync(context, Judge, cancellationToken);
    }

    private ModerationFinding? Judge(ModerationContext context, AIVerdict verdict)
    {
        var threshold = AIFindings.Threshold(_options.Topic.ObjectAt, context.Post.Comments.Sensitivity);
        return verdict.Relation switch
        {
            AIVerdictReader.OffTopic => Finding(
                verdict,
                "ai-off-topic",
                "off topic",
                verdict.Confidence,
                verdict.Confidence >= threshold ? _options.Topic.Outcome : ModerationOutcome.Approve),
            _ when verdict.Manipulation && !_options.Abuse.Enabled => AIFindings.Manipulation(verdict),
            AIVerdictReader.Drifting =>
                Finding(verdict, "ai-drifting", "drifting from the topic", verdict.Confidence * 0.4, ModerationOutcome.Approve),
            _ => null,
        };
    }

    private static ModerationFinding Finding(AIVerdict verdict, string code, string name, double score, ModerationOutcome outcome) => new()
    {
        Code = code,
        Reason = $"The model takes the comment for {name} (sure to {AIFindings.Number(verdict.Confidence)}).",
        PublicReason = outcome is ModerationOutcome.Approve ? null : "The comment does not seem to be about the post.",
        Outcome = outcome,
        Score = score,
        Details = [AIFindings.Detail("confidence", verdict.Confidence), new FindingDetail("model", verdict.Model)],
    };
}

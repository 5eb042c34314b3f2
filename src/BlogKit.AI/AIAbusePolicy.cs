using BlogKit.Internal;
using BlogKit.Moderation;

namespace BlogKit;

/// <summary>
/// Asks a model whether a comment harms people, and whether it tries to steer the model. Shares its call with <see cref="AITopicPolicy"/>.
/// It never lets a comment through against other policies: when it has nothing to object it says nothing. Safe for concurrent use.
/// </summary>
public sealed class AIAbusePolicy : IModerationPolicy
{
    private readonly AIJudge? _judge;
    private readonly AIModerationOptions _options;

    internal AIAbusePolicy(AIJudge? judge, AIModerationOptions options)
    {
        _judge = options.Abuse.Enabled ? judge : null;
        _options = options;
        Version = _judge?.VersionOf(options.Abuse.ObjectAt, options.Abuse.Outcome) ?? "off";
    }

    /// <inheritdoc/>
    public string Name => "ai-abuse";

    /// <summary>
    /// Names the version of the instructions, the model, a digest of what else the verdict depends on, and what it asks for when;
    /// <c>off</c> when it is not enabled.
    /// </summary>
    public string Version { get; }

    /// <inheritdoc/>
    public PolicyCost Cost => PolicyCost.Outside;

    /// <inheritdoc/>
    public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _judge is null ? default : _judge.FindAsync(context, Judge, cancellationToken);
    }

    private ModerationFinding? Judge(ModerationContext context, AIVerdict verdict)
    {
        var abuses = verdict.Category is not AIVerdictReader.NoAbuse && verdict.Severity > 0;
        var threshold = AIFindings.Threshold(_options.Abuse.ObjectAt, context.Post.Comments.Sensitivity);
        var outcome = abuses && verdict.Severity >= threshold ? _options.Abuse.Outcome : ModerationOutcome.Approve;
        return verdict.Manipulation && outcome < ModerationOutcome.Hold ? AIFindings.Manipulation(verdict)
            : abuses ? Finding(verdict, outcome)
            : null;
    }

    private static string Describe(string category) => category switch
    {
        "insult" => "insulting",
        "harassment" => "harassing somebody",
        "hate" => "hateful",
        "threat" => "threatening",
        "sexual" => "sexual",
        "private-information" => "laying open private information",
        "self-harm" => "about self-harm",
        _ => "abusive",
    };

    private static ModerationFinding Finding(AIVerdict verdict, ModerationOutcome outcome) => new()
    {
        Code = $"ai-{(verdict.Category is "other" ? "abuse" : verdict.Category)}",
        Reason = $"The model takes the comment for {Describe(verdict.Category!)} (severity {AIFindings.Number(verdict.Severity)})."
            + (verdict.Manipulation ? " It also says that the comment tries to tell it how to judge." : ""),
        PublicReason = outcome is ModerationOutcome.Approve ? null : "The comment may hurt somebody.",
        Outcome = outcome,
        Score = verdict.Severity,
        Details = [AIFindings.Detail("severity", verdict.Severity), new FindingDetail("model", verdict.Model)],
    };
}

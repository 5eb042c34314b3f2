namespace BlogKit.Moderation;

/// <summary>The options of measuring policies on labelled cases.</summary>
public sealed record EvaluationPlan
{
    /// <summary>
    /// The number of parts the cases are cut into, each judged by policies trained on the others; 2 to 100. Every part has positives and
    /// negatives in the proportion of the whole. Null = 10, unless <see cref="TrainFirst"/> is given or no policy learns.
    /// </summary>
    public int? Folds { get; init; }

    /// <summary>
    /// The share of the cases, in their order, that is learned from before the others are judged; above 0, below 1. Null = by
    /// <see cref="Folds"/>.
    /// </summary>
    public double? TrainFirst { get; init; }

    /// <summary>Shuffles the cases into parts; the same seed gives the same parts. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// The rules that combine the findings of several policies; a case is flagged when they come to <see cref="ModerationOutcome.Hold"/> or
    /// more.
    /// </summary>
    public CombinationRules Rules { get; init; } = CombinationRules.Default;

    /// <summary>The sensitivity of the policies. Default normal.</summary>
    public ModerationSensitivity Sensitivity { get; init; }

    /// <summary>The language of the texts, a BCP 47 tag. Default <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>
    /// The number of comments of the same context that a policy is shown as the conversation, newest first; 0 to 1,000. Default 50.
    /// </summary>
    public int ConversationSize { get; init; } = 50;

    /// <summary>The number of misjudged cases of each kind that the report quotes; 0 to 1,000. Default 5.</summary>
    public int Examples { get; init; } = 5;
}

namespace BlogKit.Moderation;

/// <summary>
/// The result of a backtest: how policies would have judged the stored comments. Truth is the status of each comment: approved is wanted,
/// spam and trashed are not.
/// </summary>
public sealed record BacktestReport
{
    /// <summary>The number of comments that were judged.</summary>
    public required long Judged { get; init; }

    /// <summary>The number of comments of authors, which pass without being judged.</summary>
    public required long Trusted { get; init; }

    /// <summary>
    /// The number of judged comments that nobody has decided about, or that their writers withdrew: they count in <see cref="Undecided"/>
    /// alone.
    /// </summary>
    public required long WithoutTruth { get; init; }

    /// <summary>
    /// The metrics of held, spam or rejected against approved. The area under the curve is over the outcome and, within it, the points.
    /// </summary>
    public required BinaryMetrics HeldOrWorse { get; init; }

    /// <summary>The metrics of spam or rejected against approved or held.</summary>
    public required BinaryMetrics SpamOrWorse { get; init; }

    /// <summary>The changes, by status and outcome, the most frequent first.</summary>
    public required ImmutableArray<BacktestChange> Changes { get; init; }

    /// <summary>The number of comments without truth for which the policies would decide each outcome.</summary>
    public required ImmutableDictionary<ModerationOutcome, long> Undecided { get; init; }

    /// <summary>The part of each policy, in the order of the request.</summary>
    public required ImmutableArray<BacktestPolicyReport> Policies { get; init; }

    /// <summary>Policies that were not asked because they ask another service.</summary>
    public required ImmutableArray<string> LeftOut { get; init; }

    /// <summary>Microseconds per judged comment, all policies together.</summary>
    public required double DecisionMicroseconds { get; init; }
}

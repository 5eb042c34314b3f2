using System.Collections.Immutable;

namespace BlogKit.Moderation;

/// <summary>
/// How policies would have judged what is stored. Truth is what has become of each comment: approved is wanted, spam and trashed are not.
/// </summary>
public sealed record BacktestReport
{
    /// <summary>Comments that were judged.</summary>
    public required long Judged { get; init; }

    /// <summary>Comments of authors, which pass without being judged.</summary>
    public required long Trusted { get; init; }

    /// <summary>
    /// Judged comments that nobody has decided about, or that their writers withdrew: they count in <see cref="Undecided"/> alone.
    /// </summary>
    public required long WithoutTruth { get; init; }

    /// <summary>Held, spam or rejected against approved. The area under the curve is over the outcome and, within it, the points.</summary>
    public required BinaryMetrics HeldOrWorse { get; init; }

    /// <summary>Spam or rejected against approved or held.</summary>
    public required BinaryMetrics SpamOrWorse { get; init; }

    /// <summary>What would change, by status and outcome, the most frequent first.</summary>
    public required ImmutableArray<BacktestChange> Changes { get; init; }

    /// <summary>What the policies would decide about comments without truth, how many of each outcome.</summary>
    public required ImmutableDictionary<ModerationOutcome, long> Undecided { get; init; }

    /// <summary>What each policy adds, in the order of the request.</summary>
    public required ImmutableArray<BacktestPolicyReport> Policies { get; init; }

    /// <summary>Policies that were not asked because they ask another service.</summary>
    public required ImmutableArray<string> LeftOut { get; init; }

    /// <summary>Microseconds per judged comment, all policies together.</summary>
    public required double DecisionMicroseconds { get; init; }
}

namespace BlogKit.Moderation;

/// <summary>The rules by which findings become a decision. The order of the findings does not matter.</summary>
/// <remarks>
/// In this order: a finding that overrides lets the comment through. Otherwise the strictest outcome any finding asks for holds, and when
/// the points (each finding's score times its policy's weight, added up) reach a threshold, that threshold's outcome when it is stricter.
/// </remarks>
public sealed record CombinationRules
{
    /// <summary>The default rules.</summary>
    public static CombinationRules Default { get; } = new();

    /// <summary>The points at which a comment is held; null = points never hold. Default 1.</summary>
    public double? HoldAt { get; init; } = 1;

    /// <summary>The points at which a comment is spam; null = points never make spam. Default 2.5.</summary>
    public double? SpamAt { get; init; } = 2.5;

    /// <summary>The points at which a comment is refused; null = points never reject. Default null.</summary>
    public double? RejectAt { get; init; }

    /// <summary>The weight of each policy's score, by policy; 1 for those not named.</summary>
    public ImmutableDictionary<string, double> Weights { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>
    /// The outcome from which on more expensive policies are not asked; null = every policy is asked. Default
    /// <see cref="ModerationOutcome.Spam"/>.
    /// </summary>
    public ModerationOutcome? StopAt { get; init; } = ModerationOutcome.Spam;

    /// <summary>Returns the weighted sum of the scores.</summary>
    public double SumPoints(ImmutableArray<ModerationFinding> findings)
    {
        var points = 0.0;
        foreach (var finding in findings.IsDefault ? [] : findings)
        {
            points += finding.Score * Weights.GetValueOrDefault(finding.Policy, 1);
        }

        // Sums of the same scores in another order differ in the last bits: a threshold must not depend on them.
        return Math.Round(points, 9);
    }

    /// <summary>Returns the combined outcome of findings.</summary>
    public ModerationOutcome Combine(ImmutableArray<ModerationFinding> findings)
    {
        if (findings.IsDefaultOrEmpty || findings.Any(static f => f.Overrides))
        {
            return ModerationOutcome.Approve;
        }

        var asked = StrictestOf(findings);
        var byPoints = OutcomeAt(SumPoints(findings));
        return byPoints > asked ? byPoints : asked;
    }

    /// <summary>The strictest outcome that any finding asks for by itself.</summary>
    internal static ModerationOutcome StrictestOf(ImmutableArray<ModerationFinding> findings)
    {
        var strictest = ModerationOutcome.Approve;
        foreach (var finding in findings)
        {
            strictest = finding.Outcome > strictest ? finding.Outcome : strictest;
        }

        return strictest;
    }

    internal ModerationOutcome OutcomeAt(double points) =>
        points >= RejectAt ? ModerationOutcome.Reject
        : points >= SpamAt ? ModerationOutcome.Spam
        : points >= HoldAt ? ModerationOutcome.Hold
        : ModerationOutcome.Approve;
}

using System.Collections.Immutable;

namespace BlogKit.Moderation;

/// <summary>How findings become a decision. The order of the findings does not matter.</summary>
/// <remarks>
/// In this order: a finding that overrides lets the comment through. Otherwise the strictest outcome any finding asks for holds, and when
/// the points (each finding's score times its policy's weight, added up) reach a threshold, that threshold's outcome when it is stricter.
/// </remarks>
public sealed record CombinationRules
{
    /// <summary>The rules when nothing is said.</summary>
    public static CombinationRules Default { get; } = new();

    /// <summary>From so many points on a comment is held; null = points never hold. Default 1.</summary>
    public double? HoldAt { get; init; } = 1;

    /// <summary>From so many points on a comment is spam; null = points never make spam. Default 2.5.</summary>
    public double? SpamAt { get; init; } = 2.5;

    /// <summary>From so many points on a comment is not taken; null = points never reject. Default null.</summary>
    public double? RejectAt { get; init; }

    /// <summary>What a policy's score counts; 1 for those not named. 0 = its score does not count.</summary>
    public ImmutableDictionary<string, double> Weights { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>
    /// Dearer policies are not asked once the outcome is this strict; null = everybody is asked. Default
    /// <see cref="ModerationOutcome.Spam"/>.
    /// </summary>
    public ModerationOutcome? StopAt { get; init; } = ModerationOutcome.Spam;

    /// <summary>The weighted sum of the scores.</summary>
    public double PointsOf(ImmutableArray<ModerationFinding> findings)
    {
        var points = 0.0;
        foreach (var finding in findings.IsDefault ? [] : findings)
        {
            points += finding.Score * Weights.GetValueOrDefault(finding.Policy, 1);
        }

        // Sums of the same scores in another order differ in the last bits: a threshold must not depend on them.
        return Math.Round(points, 9);
    }

    /// <summary>What findings come to.</summary>
    public ModerationOutcome OutcomeOf(ImmutableArray<ModerationFinding> findings)
    {
        if (findings.IsDefaultOrEmpty || findings.Any(static f => f.Overrides))
        {
            return ModerationOutcome.Approve;
        }

        var asked = StrictestOf(findings);
        var byPoints = OutcomeAt(PointsOf(findings));
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

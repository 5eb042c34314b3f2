namespace BlogKit.Moderation;

/// <summary>The options for combining findings into a decision; see <see cref="CombinationRules"/>.</summary>
public sealed class CombinationOptions
{
    /// <summary>The points at which a comment is held. Default 1; above 0; null = points never hold.</summary>
    public double? HoldAt { get; set; } = 1;

    /// <summary>The points at which a comment is spam. Default 2.5; null = points never make spam.</summary>
    public double? SpamAt { get; set; } = 2.5;

    /// <summary>The points at which a comment is refused. Default null = points never reject.</summary>
    public double? RejectAt { get; set; }

    /// <summary>The outcome from which on more expensive policies are not asked. Default spam; null = everybody is asked.</summary>
    public ModerationOutcome? StopAt { get; set; } = ModerationOutcome.Spam;

    /// <summary>The weight of each policy's score, by its name: 0 to 100; 1 for those not named.</summary>
    public IDictionary<string, double> Weights { get; } = new Dictionary<string, double>(StringComparer.Ordinal);

    internal CombinationRules ToRules() => new()
    {
        HoldAt = HoldAt,
        SpamAt = SpamAt,
        RejectAt = RejectAt,
        StopAt = StopAt,
        Weights = Weights.ToImmutableDictionary(StringComparer.Ordinal),
    };

    internal void Check(string path, ICollection<string> failures)
    {
        Threshold($"{path}:HoldAt", HoldAt, failures);
        Threshold($"{path}:SpamAt", SpamAt, failures);
        Threshold($"{path}:RejectAt", RejectAt, failures);
        if (HoldAt > SpamAt || SpamAt > RejectAt || HoldAt > RejectAt)
        {
            failures.Add($"{path}: HoldAt, SpamAt and RejectAt must not fall.");
        }

        foreach (var (policy, weight) in Weights)
        {
            OptionChecks.CheckRange(failures, $"{path}:Weights:{policy}", weight, 0, 100);
        }
    }

    private static void Threshold(string key, double? value, ICollection<string> failures)
    {
        if (value is { } points)
        {
            OptionChecks.CheckRange(failures, key, points, 0.01, 1_000);
        }
    }
}

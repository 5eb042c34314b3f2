namespace BlogKit.Moderation;

/// <summary>The part of one policy in a backtest.</summary>
public sealed record BacktestPolicyReport
{
    /// <summary>The <see cref="IModerationPolicy.Name"/>.</summary>
    public required string Policy { get; init; }

    /// <summary>The <see cref="IModerationPolicy.Version"/>.</summary>
    public required string Version { get; init; }

    /// <summary>The number of comments it had a finding about.</summary>
    public required long Findings { get; init; }

    /// <summary>The number of comments about which it failed; such a comment counts as held.</summary>
    public required long Faults { get; init; }

    /// <summary>Unwanted comments that are held or worse with it and would pass without it.</summary>
    public required long UniqueCatches { get; init; }

    /// <summary>Wanted comments that are held or worse with it and would pass without it.</summary>
    public required long UniqueMistakes { get; init; }

    /// <summary>
    /// The gain that it brings to <see cref="BinaryMetrics.F1"/> of "held or worse" over the other policies alone; below 0 = it does harm.
    /// </summary>
    public required double F1Gain { get; init; }

    /// <summary>The microseconds it takes per comment, on average.</summary>
    public required double Microseconds { get; init; }
}

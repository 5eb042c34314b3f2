namespace BlogKit.Moderation;

/// <summary>What one policy added to the whole.</summary>
public sealed record BacktestPolicyReport
{
    /// <summary>The <see cref="IModerationPolicy.Name"/>.</summary>
    public required string Policy { get; init; }

    /// <summary>The <see cref="IModerationPolicy.Version"/>.</summary>
    public required string Version { get; init; }

    /// <summary>How many comments it had a finding about.</summary>
    public required long Findings { get; init; }

    /// <summary>How often it failed; such a comment counts as held.</summary>
    public required long Faults { get; init; }

    /// <summary>Unwanted comments that are held or worse with it and would pass without it.</summary>
    public required long UniqueCatches { get; init; }

    /// <summary>Wanted comments that are held or worse with it and would pass without it.</summary>
    public required long UniqueMistakes { get; init; }

    /// <summary>
    /// By how much <see cref="BinaryMetrics.F1"/> of "held or worse" is higher with it than without it; below 0 = it does harm.
    /// </summary>
    public required double F1Gain { get; init; }

    /// <summary>Microseconds per comment, on average.</summary>
    public required double Microseconds { get; init; }
}

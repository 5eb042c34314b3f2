namespace BlogKit.Moderation;

/// <summary>The comparison of a set of policies that is only tried with the live one, on the comments both judged.</summary>
public sealed record ShadowReport
{
    /// <summary>The set that is tried.</summary>
    public required string PolicySet { get; init; }

    /// <summary>The beginning (UTC), inclusive.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The end (UTC), exclusive.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>The number of decisions both made.</summary>
    public int Judged { get; init; }

    /// <summary>The number of decisions that came out the same.</summary>
    public int Same { get; init; }

    /// <summary>The number of decisions in which the tried set was stricter.</summary>
    public int Stricter { get; init; }

    /// <summary>The number of decisions in which the tried set was milder.</summary>
    public int Milder { get; init; }

    /// <summary>The number of each pair of outcomes; pairs that never came are left out. By live outcome, then by tried one.</summary>
    public ImmutableArray<ShadowOutcomes> Outcomes { get; init; } = [];

    /// <summary>The measures of the live set against what became of the comments.</summary>
    public ShadowTruth Live { get; init; } = ShadowTruth.None;

    /// <summary>The measures of the tried set against what became of the comments.</summary>
    public ShadowTruth Tried { get; init; } = ShadowTruth.None;

    /// <summary>The newest comments about which they differ, newest first, at most 20.</summary>
    public ImmutableArray<ShadowDifference> Differences { get; init; } = [];
}

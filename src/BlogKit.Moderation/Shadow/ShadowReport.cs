using System.Collections.Immutable;

namespace BlogKit.Moderation;

/// <summary>How a set of policies that is only tried compares with the live one, on the comments both judged.</summary>
public sealed record ShadowReport
{
    /// <summary>The set that is tried.</summary>
    public required string PolicySet { get; init; }

    /// <summary>From when on (UTC), inclusive.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Until when (UTC), exclusive.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>How many decisions both made.</summary>
    public int Judged { get; init; }

    /// <summary>How many of them came out the same.</summary>
    public int Same { get; init; }

    /// <summary>How often the tried set was stricter.</summary>
    public int Stricter { get; init; }

    /// <summary>How often the tried set was milder.</summary>
    public int Milder { get; init; }

    /// <summary>How often which pair of outcomes came; pairs that never came are left out. By live outcome, then by tried one.</summary>
    public ImmutableArray<ShadowOutcomes> Outcomes { get; init; } = [];

    /// <summary>The live set against what became of the comments.</summary>
    public ShadowTruth Live { get; init; } = ShadowTruth.None;

    /// <summary>The tried set against what became of the comments.</summary>
    public ShadowTruth Tried { get; init; } = ShadowTruth.None;

    /// <summary>Where they differ: the newest, newest first, at most 20.</summary>
    public ImmutableArray<ShadowDifference> Differences { get; init; } = [];
}

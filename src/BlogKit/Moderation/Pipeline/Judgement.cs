using System.Collections.Immutable;

namespace BlogKit.Moderation;

/// <summary>What policies decided about a comment, and what is to be stored with it.</summary>
/// <param name="Decision">The decision.</param>
public sealed record Judgement(ModerationDecision Decision)
{
    /// <summary>What sets that are only tried would have decided.</summary>
    public ImmutableArray<ShadowVerdict> Shadows { get; init; } = [];

    /// <summary>The fingerprints of the text; empty when no policy looks for texts that come again.</summary>
    public ImmutableArray<long> Fingerprints { get; init; } = [];

    /// <summary>The windows that were not full when it was judged: when one has filled up since, it is to be judged again.</summary>
    public ImmutableArray<ActivityLimit> Limits { get; init; } = [];
}

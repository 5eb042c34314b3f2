namespace BlogKit.Moderation;

/// <summary>The decision of the policies about a comment, with what is to be stored with it.</summary>
/// <param name="Decision">The decision.</param>
public sealed record Judgement(ModerationDecision Decision)
{
    /// <summary>The decisions that sets that are only tried would have made.</summary>
    public ImmutableArray<ShadowVerdict> Shadows { get; init; } = [];

    /// <summary>The fingerprints of the text; empty when no policy compares texts.</summary>
    public ImmutableArray<long> Fingerprints { get; init; } = [];

    /// <summary>The windows that were not full when it was judged: when one has filled up since, it is to be judged again.</summary>
    public ImmutableArray<ActivityLimit> Limits { get; init; } = [];
}

namespace BlogKit.Moderation;

/// <summary>
/// The number of decisions that agree with what became of the comments. Stopped = held or stricter. Bad = spam or taken down now; good =
/// shown now. Comments that wait, are gone or have another text now count nowhere.
/// </summary>
public sealed record ShadowTruth
{
    /// <summary>The number of bad ones it stopped.</summary>
    public int BadStopped { get; init; }

    /// <summary>The number of good ones it stopped: work for moderators, and waiting for writers.</summary>
    public int GoodStopped { get; init; }

    /// <summary>The number of bad ones it let through.</summary>
    public int BadPassed { get; init; }

    /// <summary>The number of good ones it let through.</summary>
    public int GoodPassed { get; init; }

    /// <summary>No decisions.</summary>
    public static ShadowTruth None { get; } = new();

    /// <summary>The share of those it stopped that were bad, 0 to 1; null when it stopped none.</summary>
    public double? Precision => BadStopped + GoodStopped == 0 ? null : (double)BadStopped / (BadStopped + GoodStopped);

    /// <summary>The share of the bad ones that it stopped, 0 to 1; null when there were none.</summary>
    public double? Recall => BadStopped + BadPassed == 0 ? null : (double)BadStopped / (BadStopped + BadPassed);

    internal ShadowTruth Add(bool stopped, bool bad) => (stopped, bad) switch
    {
        (true, true) => this with { BadStopped = BadStopped + 1 },
        (true, false) => this with { GoodStopped = GoodStopped + 1 },
        (false, true) => this with { BadPassed = BadPassed + 1 },
        _ => this with { GoodPassed = GoodPassed + 1 },
    };
}

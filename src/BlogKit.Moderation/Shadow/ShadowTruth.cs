namespace BlogKit.Moderation;

/// <summary>
/// Decisions against what became of the comments. Stopped = held or stricter. Bad = spam or taken down now; good = shown now.
/// Comments that wait, are gone or have another text now count nowhere.
/// </summary>
public sealed record ShadowTruth
{
    /// <summary>Bad ones it stopped.</summary>
    public int BadStopped { get; init; }

    /// <summary>Good ones it stopped: work for moderators, and waiting for writers.</summary>
    public int GoodStopped { get; init; }

    /// <summary>Bad ones it let through.</summary>
    public int BadPassed { get; init; }

    /// <summary>Good ones it let through.</summary>
    public int GoodPassed { get; init; }

    /// <summary>Nothing counted.</summary>
    public static ShadowTruth None { get; } = new();

    /// <summary>How many of those it stopped were bad, 0 to 1; null when it stopped none.</summary>
    public double? Precision => BadStopped + GoodStopped == 0 ? null : (double)BadStopped / (BadStopped + GoodStopped);

    /// <summary>How many of the bad ones it stopped, 0 to 1; null when there were none.</summary>
    public double? Recall => BadStopped + BadPassed == 0 ? null : (double)BadStopped / (BadStopped + BadPassed);

    internal ShadowTruth Add(bool stopped, bool bad) => (stopped, bad) switch
    {
        (true, true) => this with { BadStopped = BadStopped + 1 },
        (true, false) => this with { GoodStopped = GoodStopped + 1 },
        (false, true) => this with { BadPassed = BadPassed + 1 },
        _ => this with { GoodPassed = GoodPassed + 1 },
    };
}

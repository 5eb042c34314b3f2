namespace BlogKit;

/// <summary>
/// Decisions against what became of the comments. Stopped = held or stricter. Bad = spam or taken down now; good = shown now.
/// Comments that wait, are gone or have another text now count nowhere.
/// </summary>
/// <param name="BadStopped">Bad ones it stopped.</param>
/// <param name="GoodStopped">Good ones it stopped: work for moderators, and waiting for writers.</param>
/// <param name="BadPassed">Bad ones it let through.</param>
/// <param name="GoodPassed">Good ones it let through.</param>
public sealed record ShadowTruth(int BadStopped, int GoodStopped, int BadPassed, int GoodPassed)
{
    /// <summary>Nothing counted.</summary>
    public static ShadowTruth None { get; } = new(0, 0, 0, 0);

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

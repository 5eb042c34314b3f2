namespace BlogKit.Moderation;

/// <summary>The options of <see cref="TrustPolicy"/>.</summary>
public sealed class TrustPolicyOptions : ModerationPolicyOptions
{
    /// <summary>
    /// The standing from which on a commenter is known and not held any more: with nothing taken down, the number of approved comments.
    /// 0 to 1,000, 0 = nobody is held for being new; default 1.
    /// </summary>
    public int KnownFrom { get; set; } = 1;

    /// <summary>The standing from which on they are a regular. At least <see cref="KnownFrom"/>, at most 100,000; default 5.</summary>
    public int RegularFrom { get; set; } = 5;

    /// <summary>The standing from which on they are trusted. At least <see cref="RegularFrom"/>, at most 100,000; default 20.</summary>
    public int TrustedFrom { get; set; } = 20;

    /// <summary>The number of approved comments that one strike (a comment that is spam or was taken down) outweighs.</summary>
    public int StrikeCost { get; set; } = 3;

    /// <summary>With so many strikes and a standing of 0 or less every comment is held, and counts. 1 to 1,000; default 3.</summary>
    public int StrikeLimit { get; set; } = 3;

    /// <summary>The score of a suspect's comment.</summary>
    public double SuspectScore { get; set; } = 0.5;

    /// <summary>
    /// Whether trusted, signed-in users without a single strike pass whatever other policies find. Default false. Guests never do: anybody
    /// can type the e-mail address of somebody who is trusted. Somebody's stolen account passes, too.
    /// </summary>
    public bool TrustedOverrides { get; set; }

    /// <inheritdoc/>
    public override void UsePreset(ModerationPreset preset)
    {
        Enabled = preset is not ModerationPreset.None;

        // Newcomers wait because of PolicySetOptions.Hold; here only strikes count.
        KnownFrom = preset is ModerationPreset.Strict ? 3 : 0;
    }

    /// <inheritdoc/>
    public override void Check(string path, ICollection<string> failures)
    {
        OptionChecks.CheckRange(failures, $"{path}:KnownFrom", KnownFrom, 0, 1_000);
        OptionChecks.CheckRange(failures, $"{path}:RegularFrom", RegularFrom, Math.Max(0, KnownFrom), 100_000);
        OptionChecks.CheckRange(failures, $"{path}:TrustedFrom", TrustedFrom, Math.Max(0, RegularFrom), 100_000);
        OptionChecks.CheckRange(failures, $"{path}:StrikeCost", StrikeCost, 0, 100);
        OptionChecks.CheckRange(failures, $"{path}:StrikeLimit", StrikeLimit, 1, 1_000);
        OptionChecks.CheckRange(failures, $"{path}:SuspectScore", SuspectScore, 0, 1);
    }
}

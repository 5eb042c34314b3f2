namespace BlogKit.Moderation;

/// <summary>What a comment form tells about who, or what, filled it in.</summary>
public sealed class FormPolicyOptions : ModerationPolicyOptions
{
    /// <summary>
    /// Nobody reads a post and writes a comment faster than this. 0 to 10 minutes, 0 = no time is too short; default 2 seconds.
    /// </summary>
    public TimeSpan MinimumTime { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// What becomes of a comment whose field that people do not see was filled in. Default <see cref="ModerationOutcome.Approve"/>: only
    /// <see cref="TrapScore"/> counts, because browsers and password managers fill in fields that nobody sees.
    /// </summary>
    public ModerationOutcome TrapOutcome { get; set; } = ModerationOutcome.Approve;

    /// <summary>How much that field counts beside other hints. 0 to 1; default 0.4, which alone decides nothing.</summary>
    public double TrapScore { get; set; } = 0.4;

    /// <summary>What becomes of one that was sent too fast. Default <see cref="ModerationOutcome.Hold"/>.</summary>
    public ModerationOutcome TooFastOutcome { get; set; } = ModerationOutcome.Hold;

    /// <summary>
    /// What becomes of one without a token, or with one that this application did not sign for the post. Default
    /// <see cref="ModerationOutcome.Hold"/>.
    /// </summary>
    public ModerationOutcome TokenOutcome { get; set; } = ModerationOutcome.Hold;

    /// <summary>
    /// What becomes of one whose form was shown too long ago. Default <see cref="ModerationOutcome.Approve"/>: only
    /// <see cref="ExpiredScore"/> counts.
    /// </summary>
    public ModerationOutcome ExpiredOutcome { get; set; } = ModerationOutcome.Approve;

    /// <summary>How much a form that was shown too long ago counts. 0 to 1; default 0.2.</summary>
    public double ExpiredScore { get; set; } = 0.2;

    /// <inheritdoc/>
    public override void UsePreset(ModerationPreset preset) => Enabled = preset is not ModerationPreset.None;

    /// <inheritdoc/>
    public override void Check(string path, ICollection<string> failures)
    {
        OptionChecks.Range(failures, $"{path}:MinimumTime", MinimumTime, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        OptionChecks.Defined(failures, $"{path}:TrapOutcome", TrapOutcome);
        OptionChecks.Range(failures, $"{path}:TrapScore", TrapScore, 0, 1);
        OptionChecks.Defined(failures, $"{path}:TooFastOutcome", TooFastOutcome);
        OptionChecks.Defined(failures, $"{path}:TokenOutcome", TokenOutcome);
        OptionChecks.Defined(failures, $"{path}:ExpiredOutcome", ExpiredOutcome);
        OptionChecks.Range(failures, $"{path}:ExpiredScore", ExpiredScore, 0, 1);
    }
}

namespace BlogKit.Moderation;

/// <summary>The options of <see cref="FormPolicy"/>.</summary>
public sealed class FormPolicyOptions : ModerationPolicyOptions
{
    /// <summary>
    /// The shortest time between showing a form and sending it: nobody reads a post and writes a comment faster. 0 to 10 minutes, 0 = no
    /// time is too short; default 2 seconds.
    /// </summary>
    public TimeSpan MinimumTime { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The outcome for a comment whose field that people do not see was filled in. Default <see cref="ModerationOutcome.Approve"/>: only
    /// <see cref="TrapScore"/> counts, because browsers and password managers fill in fields that nobody sees.
    /// </summary>
    public ModerationOutcome TrapOutcome { get; set; } = ModerationOutcome.Approve;

    /// <summary>The score of that field beside other hints.</summary>
    public double TrapScore { get; set; } = 0.4;

    /// <summary>The outcome for a comment that was sent too fast. Default <see cref="ModerationOutcome.Hold"/>.</summary>
    public ModerationOutcome TooFastOutcome { get; set; } = ModerationOutcome.Hold;

    /// <summary>
    /// The outcome for a comment without a token, or with one that this application did not sign for the post. Default
    /// <see cref="ModerationOutcome.Hold"/>.
    /// </summary>
    public ModerationOutcome TokenOutcome { get; set; } = ModerationOutcome.Hold;

    /// <summary>
    /// The outcome for a comment whose form was shown too long ago. Default <see cref="ModerationOutcome.Approve"/>: only
    /// <see cref="ExpiredScore"/> counts.
    /// </summary>
    public ModerationOutcome ExpiredOutcome { get; set; } = ModerationOutcome.Approve;

    /// <summary>The score of a form that was shown too long ago.</summary>
    public double ExpiredScore { get; set; } = 0.2;

    /// <inheritdoc/>
    public override void UsePreset(ModerationPreset preset) => Enabled = preset is not ModerationPreset.None;

    /// <inheritdoc/>
    public override void Check(string path, ICollection<string> failures)
    {
        OptionChecks.CheckRange(failures, $"{path}:MinimumTime", MinimumTime, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        OptionChecks.CheckDefined(failures, $"{path}:TrapOutcome", TrapOutcome);
        OptionChecks.CheckRange(failures, $"{path}:TrapScore", TrapScore, 0, 1);
        OptionChecks.CheckDefined(failures, $"{path}:TooFastOutcome", TooFastOutcome);
        OptionChecks.CheckDefined(failures, $"{path}:TokenOutcome", TokenOutcome);
        OptionChecks.CheckDefined(failures, $"{path}:ExpiredOutcome", ExpiredOutcome);
        OptionChecks.CheckRange(failures, $"{path}:ExpiredScore", ExpiredScore, 0, 1);
    }
}

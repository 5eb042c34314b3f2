namespace BlogKit.Moderation;

/// <summary>The options of <see cref="OldPostPolicy"/>: people seldom comment on old posts, spammers often.</summary>
public sealed class OldPostPolicyOptions : ModerationPolicyOptions
{
    /// <summary>The time after its publication from which on a post is old.</summary>
    public TimeSpan Age { get; set; } = TimeSpan.FromDays(180);

    /// <summary>The comments that are looked at first. Default those with a link and those of newcomers.</summary>
    public OldPostRule Rule { get; set; }

    /// <summary>The outcome for these comments. Default <see cref="ModerationOutcome.Hold"/>.</summary>
    public ModerationOutcome Outcome { get; set; } = ModerationOutcome.Hold;

    /// <summary>The score of these comments.</summary>
    public double Score { get; set; } = 0.2;

    /// <inheritdoc/>
    public override void UsePreset(ModerationPreset preset)
    {
        Enabled = preset is not (ModerationPreset.Relaxed or ModerationPreset.None);
        Age = preset is ModerationPreset.Strict ? TimeSpan.FromDays(30) : Age;
    }

    /// <inheritdoc/>
    public override void Check(string path, ICollection<string> failures)
    {
        OptionChecks.CheckRange(failures, $"{path}:Age", Age, TimeSpan.FromHours(1), TimeSpan.FromDays(36_500));
        OptionChecks.CheckDefined(failures, $"{path}:Rule", Rule);
        OptionChecks.CheckDefined(failures, $"{path}:Outcome", Outcome);
        OptionChecks.CheckRange(failures, $"{path}:Score", Score, 0, 1);
    }
}

namespace BlogKit.Moderation;

/// <summary>What is different under old posts, which people seldom comment on and spammers often.</summary>
public sealed class OldPostPolicyOptions : ModerationPolicyOptions
{
    /// <summary>How long after it was published a post is old. 1 hour to 36,500 days; default 180 days.</summary>
    public TimeSpan Age { get; set; } = TimeSpan.FromDays(180);

    /// <summary>Which comments are looked at first. Default those with a link and those of newcomers.</summary>
    public OldPostRule Rule { get; set; }

    /// <summary>What becomes of them. Default <see cref="ModerationOutcome.Hold"/>.</summary>
    public ModerationOutcome Outcome { get; set; } = ModerationOutcome.Hold;

    /// <summary>How much it counts. 0 to 1; default 0.2.</summary>
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
        OptionChecks.Range(failures, $"{path}:Age", Age, TimeSpan.FromHours(1), TimeSpan.FromDays(36_500));
        OptionChecks.Defined(failures, $"{path}:Rule", Rule);
        OptionChecks.Defined(failures, $"{path}:Outcome", Outcome);
        OptionChecks.Range(failures, $"{path}:Score", Score, 0, 1);
    }
}

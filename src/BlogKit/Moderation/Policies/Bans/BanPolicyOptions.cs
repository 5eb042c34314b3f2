namespace BlogKit.Moderation;

/// <summary>The options of <see cref="BanPolicy"/>.</summary>
public sealed class BanPolicyOptions : ModerationPolicyOptions
{
    /// <summary>
    /// The outcome for comments of those who are banned. Default <see cref="ModerationOutcome.Reject"/>. With
    /// <see cref="ModerationOutcome.Spam"/> the comment is kept and its writer is not told.
    /// </summary>
    public ModerationOutcome Outcome { get; set; } = ModerationOutcome.Reject;

    /// <summary>Whether the writer is told until when the ban lasts. Default true.</summary>
    public bool TellUntil { get; set; } = true;

    /// <summary>Whether the writer is told the reason a moderator wrote. Default false.</summary>
    public bool TellReason { get; set; }

    /// <inheritdoc/>
    public override void UsePreset(ModerationPreset preset) => Enabled = preset is not ModerationPreset.None;

    /// <inheritdoc/>
    public override void Check(string path, ICollection<string> failures) =>
        OptionChecks.CheckDefined(failures, $"{path}:Outcome", Outcome);
}

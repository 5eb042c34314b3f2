namespace BlogKit.Moderation;

/// <summary>The options of <see cref="DisposableEmailPolicy"/>.</summary>
public sealed class DisposableEmailPolicyOptions : ModerationPolicyOptions
{
    /// <summary>Domains beside those BlogKit knows, such as <c>example.com</c>; those below them are meant, too. Default none.</summary>
    public IList<string> Domains { get; } = [];

    /// <summary>Domains that are welcome though BlogKit knows them as disposable. Default none.</summary>
    public IList<string> AllowedDomains { get; } = [];

    /// <summary>The outcome for such comments. Default <see cref="ModerationOutcome.Hold"/>.</summary>
    public ModerationOutcome Outcome { get; set; } = ModerationOutcome.Hold;

    /// <summary>The score of such a comment. 0 to 1; default 0.5.</summary>
    public double Score { get; set; } = 0.5;

    /// <inheritdoc/>
    public override void UsePreset(ModerationPreset preset)
    {
        Enabled = preset is not (ModerationPreset.Relaxed or ModerationPreset.None);
        Outcome = preset is ModerationPreset.Strict ? ModerationOutcome.Spam : Outcome;
    }

    /// <inheritdoc/>
    public override void Check(string path, ICollection<string> failures)
    {
        HostText.Check(failures, $"{path}:Domains", Domains);
        HostText.Check(failures, $"{path}:AllowedDomains", AllowedDomains);
        OptionChecks.CheckDefined(failures, $"{path}:Outcome", Outcome);
        OptionChecks.CheckRange(failures, $"{path}:Score", Score, 0, 1);
    }
}

using BlogKit.Moderation.Internal;

namespace BlogKit.Moderation;

/// <summary>The options of <see cref="OffensivePolicy"/>. Read once, when the policy is made.</summary>
public sealed class OffensivePolicyOptions : ModerationPolicyOptions
{
    /// <summary>
    /// Languages whose lists are used besides that of the blog, as BCP 47 tags; those without lists are passed over. Shipped are en, de and
    /// es. Default en.
    /// </summary>
    public IList<string> Languages { get; } = ["en"];

    /// <summary>
    /// Paths of further lists, in the format of the shipped ones, for every language. Read when the policy is made. Default none.
    /// </summary>
    public IList<string> ExtraLists { get; } = [];

    /// <summary>Further entries, each a line in the format of the lists, such as <c>strong insult: blockhead</c>. Default none.</summary>
    public IList<string> Terms { get; } = [];

    /// <summary>Terms of the lists that are not to count. Default none.</summary>
    public IList<string> Ignore { get; } = [];

    /// <summary>The outcome for rough language at nobody (mild or strong). Default <see cref="ModerationOutcome.Approve"/>.</summary>
    public ModerationOutcome Untargeted { get; set; }

    /// <summary>The outcome for mild insults of a person in the thread. Default <see cref="ModerationOutcome.Hold"/>.</summary>
    public ModerationOutcome MildTargeted { get; set; } = ModerationOutcome.Hold;

    /// <summary>The outcome for strong insults and abuse of a person. Default <see cref="ModerationOutcome.Hold"/>.</summary>
    public ModerationOutcome StrongTargeted { get; set; } = ModerationOutcome.Hold;

    /// <summary>The outcome for slurs. Default <see cref="ModerationOutcome.Hold"/>.</summary>
    public ModerationOutcome Slur { get; set; } = ModerationOutcome.Hold;

    /// <summary>The outcome for hatred against a group. Default <see cref="ModerationOutcome.Hold"/>.</summary>
    public ModerationOutcome Hatred { get; set; } = ModerationOutcome.Hold;

    /// <summary>The outcome for threats and incitement to self-harm. Default <see cref="ModerationOutcome.Hold"/>.</summary>
    public ModerationOutcome Threat { get; set; } = ModerationOutcome.Hold;

    /// <summary>
    /// The outcome for comments whose writer speaks of harming themselves. Default <see cref="ModerationOutcome.Hold"/>, so that somebody
    /// reads it.
    /// </summary>
    public ModerationOutcome SelfHarm { get; set; } = ModerationOutcome.Hold;

    /// <summary>The number of characters of a comment that are looked at; 1,000 to 1,000,000. Default 100,000.</summary>
    public int LongestText { get; set; } = 100_000;

    /// <inheritdoc/>
    public override void UsePreset(ModerationPreset preset)
    {
        Enabled = preset is not ModerationPreset.None;
        if (preset is ModerationPreset.Relaxed)
        {
            MildTargeted = ModerationOutcome.Approve;
            StrongTargeted = ModerationOutcome.Approve;
        }

        Untargeted = preset is ModerationPreset.Strict ? ModerationOutcome.Hold : Untargeted;
    }

    /// <inheritdoc/>
    public override void Check(string path, ICollection<string> failures)
    {
        OptionChecks.CheckRange(failures, $"{path}:LongestText", LongestText, 1_000, 1_000_000);
        OptionChecks.CheckDefined(failures, $"{path}:Untargeted", Untargeted);
        OptionChecks.CheckDefined(failures, $"{path}:MildTargeted", MildTargeted);
        OptionChecks.CheckDefined(failures, $"{path}:StrongTargeted", StrongTargeted);
        OptionChecks.CheckDefined(failures, $"{path}:Slur", Slur);
        OptionChecks.CheckDefined(failures, $"{path}:Hatred", Hatred);
        OptionChecks.CheckDefined(failures, $"{path}:Threat", Threat);
        OptionChecks.CheckDefined(failures, $"{path}:SelfHarm", SelfHarm);
        foreach (var list in ExtraLists.Where(static l => !File.Exists(l)))
        {
            failures.Add($"{path}:ExtraLists names '{list}', and there is no such file.");
        }

        try
        {
            OffensiveListReader.Read(new OffensiveLexiconBuilder([]), "Terms", Terms);
        }
        catch (FormatException fault)
        {
            failures.Add($"{path}:Terms: {fault.Message}");
        }
    }
}

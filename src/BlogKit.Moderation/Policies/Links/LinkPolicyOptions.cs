namespace BlogKit.Moderation;

/// <summary>The options of <see cref="LinkPolicy"/>: how many links, and which, a comment may have.</summary>
public sealed class LinkPolicyOptions : ModerationPolicyOptions
{
    /// <summary>The number of links above which a comment is held. 0 to 1,000; null = never for that; default 2.</summary>
    public int? HoldAbove { get; set; } = 2;

    /// <summary>The number of links above which a comment is spam. 0 to 1,000; null = never for that; default 10.</summary>
    public int? SpamAbove { get; set; } = 10;

    /// <summary>The number of links to one host above which a comment is held. 1 to 1,000; null = never for that; default 3.</summary>
    public int? SameHostAbove { get; set; } = 3;

    /// <summary>The score of every link. 0 to 1; default 0.1.</summary>
    public double LinkScore { get; set; } = 0.1;

    /// <summary>Hosts whose links do not count, such as the blog's own; those below them neither. Default none.</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>Hosts that make a comment spam, in links and as the writer's site; those below them, too. Default none.</summary>
    public IList<string> KnownBadHosts { get; } = [];

    /// <summary>The outcome for a comment with a known bad host. Default <see cref="ModerationOutcome.Spam"/>.</summary>
    public ModerationOutcome KnownBadOutcome { get; set; } = ModerationOutcome.Spam;

    /// <summary>
    /// The outcome for a comment with a link written so that machines pass it by, such as <c>hxxp://</c> or <c>example[.]com</c>. Default
    /// <see cref="ModerationOutcome.Hold"/>. One whose dot is a word or has spaces around it only counts.
    /// </summary>
    public ModerationOutcome DisguisedOutcome { get; set; } = ModerationOutcome.Hold;

    /// <summary>The outcome for a comment that is nothing but links. Default <see cref="ModerationOutcome.Hold"/>.</summary>
    public ModerationOutcome LinkOnlyOutcome { get; set; } = ModerationOutcome.Hold;

    /// <summary>The score, beside <see cref="LinkScore"/>, of a link that hides where it leads behind a shortening service.</summary>
    public double ShortenerScore { get; set; } = 0.3;

    /// <summary>Shortening services beside those BlogKit knows. Default none.</summary>
    public IList<string> Shorteners { get; } = [];

    /// <inheritdoc/>
    public override void UsePreset(ModerationPreset preset)
    {
        Enabled = preset is not ModerationPreset.None;
        (HoldAbove, SpamAbove, SameHostAbove) = preset switch
        {
            ModerationPreset.Relaxed => (5, 15, null),
            ModerationPreset.Strict => (1, 5, 1),
            _ => (HoldAbove, SpamAbove, SameHostAbove),
        };
    }

    /// <inheritdoc/>
    public override void Check(string path, ICollection<string> failures)
    {
        OptionChecks.CheckRange(failures, $"{path}:HoldAbove", HoldAbove ?? 0, 0, 1_000);
        OptionChecks.CheckRange(failures, $"{path}:SpamAbove", SpamAbove ?? 0, 0, 1_000);
        OptionChecks.CheckRange(failures, $"{path}:SameHostAbove", SameHostAbove ?? 1, 1, 1_000);
        if (SpamAbove < HoldAbove)
        {
            failures.Add($"{path}:SpamAbove must not be below HoldAbove.");
        }

        OptionChecks.CheckRange(failures, $"{path}:LinkScore", LinkScore, 0, 1);
        OptionChecks.CheckRange(failures, $"{path}:ShortenerScore", ShortenerScore, 0, 1);
        OptionChecks.CheckDefined(failures, $"{path}:KnownBadOutcome", KnownBadOutcome);
        OptionChecks.CheckDefined(failures, $"{path}:DisguisedOutcome", DisguisedOutcome);
        OptionChecks.CheckDefined(failures, $"{path}:LinkOnlyOutcome", LinkOnlyOutcome);
        HostText.Check(failures, $"{path}:AllowedHosts", AllowedHosts);
        HostText.Check(failures, $"{path}:KnownBadHosts", KnownBadHosts);
        HostText.Check(failures, $"{path}:Shorteners", Shorteners);
    }
}

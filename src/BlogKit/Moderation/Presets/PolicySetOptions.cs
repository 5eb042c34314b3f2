using BlogKit.Internal;

namespace BlogKit;

/// <summary>
/// Which policies are asked, with what options. Starts as the preset <see cref="ModerationPreset.Standard"/>;
/// the key <c>Preset</c> in configuration, or <see cref="UsePreset"/>, sets everything before single options change it.
/// </summary>
public class PolicySetOptions
{
    /// <summary>Starts as the preset <see cref="ModerationPreset.Standard"/>.</summary>
    public PolicySetOptions() => PresetValues.Apply(ModerationPreset.Standard, this);

    /// <summary>The preset that was chosen. Default <see cref="ModerationPreset.Standard"/>.</summary>
    public ModerationPreset Preset { get; private set; }

    /// <summary>Which comments wait for a moderator whatever they say. Default: a commenter's first.</summary>
    public HoldMode Hold { get; set; }

    /// <summary>How findings become a decision.</summary>
    public CombinationOptions Rules { get; set; } = new();

    /// <summary>Whom to let through whatever is found.</summary>
    public AllowListPolicyOptions AllowList { get; set; } = new();

    /// <summary>Words, addresses and hosts that are kept back.</summary>
    public BlockListPolicyOptions BlockList { get; set; } = new();

    /// <summary>Writers and addresses moderators banned.</summary>
    public BanPolicyOptions Bans { get; set; } = new();

    /// <summary>How many links there may be, and to where.</summary>
    public LinkPolicyOptions Links { get; set; } = new();

    /// <summary>Texts that come again.</summary>
    public DuplicatePolicyOptions Duplicates { get; set; } = new();

    /// <summary>How much may be sent in how short a time.</summary>
    public FloodPolicyOptions Flood { get; set; } = new();

    /// <summary>Shouting, gibberish, foreign scripts, length.</summary>
    public TextShapePolicyOptions Shape { get; set; } = new();

    /// <summary>What the form tells about who filled it in.</summary>
    public FormPolicyOptions Form { get; set; } = new();

    /// <summary>E-mail addresses made to be thrown away.</summary>
    public DisposableEmailPolicyOptions DisposableEmail { get; set; } = new();

    /// <summary>What a writer did before.</summary>
    public TrustPolicyOptions Trust { get; set; } = new();

    /// <summary>Comments on old posts.</summary>
    public OldPostPolicyOptions OldPosts { get; set; } = new();

    /// <summary>Topics that are not discussed any more.</summary>
    public ClosedTopicsPolicyOptions ClosedTopics { get; set; } = new();

    /// <summary>Abuse, threats and slurs.</summary>
    public OffensivePolicyOptions Offensive { get; set; } = new();

    /// <summary>Comments that are about something else.</summary>
    public OffTopicPolicyOptions OffTopic { get; set; } = new();

    /// <summary>What moderators' decisions have taught.</summary>
    public LearningPolicyOptions Learning { get; set; } = new();

    /// <summary>Sets every option to the value the preset has for it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such preset.</exception>
    public void UsePreset(ModerationPreset preset)
    {
        if (!Enum.IsDefined(preset))
        {
            throw new ArgumentOutOfRangeException(nameof(preset), preset, "There is no such preset.");
        }

        Preset = preset;
        PresetValues.Apply(preset, this);
    }

    internal virtual void Check(string path, ICollection<string> failures)
    {
        OptionChecks.Defined(failures, $"{path}:Hold", Hold);
        Part(Rules, $"{path}:Rules", failures, static (part, key, found) => part.Check(key, found));
        Part(AllowList, $"{path}:AllowList", failures, static (part, key, found) => part.Check(key, found));
        Part(BlockList, $"{path}:BlockList", failures, static (part, key, found) => part.Check(key, found));
        Part(Bans, $"{path}:Bans", failures, static (part, key, found) => part.Check(key, found));
        Part(Links, $"{path}:Links", failures, static (part, key, found) => part.Check(key, found));
        Part(Duplicates, $"{path}:Duplicates", failures, static (part, key, found) => part.Check(key, found));
        Part(Flood, $"{path}:Flood", failures, static (part, key, found) => part.Check(key, found));
        Part(Shape, $"{path}:Shape", failures, static (part, key, found) => part.Check(key, found));
        Part(Form, $"{path}:Form", failures, static (part, key, found) => part.Check(key, found));
        Part(DisposableEmail, $"{path}:DisposableEmail", failures, static (part, key, found) => part.Check(key, found));
        Part(Trust, $"{path}:Trust", failures, static (part, key, found) => part.Check(key, found));
        Part(OldPosts, $"{path}:OldPosts", failures, static (part, key, found) => part.Check(key, found));
        Part(ClosedTopics, $"{path}:ClosedTopics", failures, static (part, key, found) => part.Check(key, found));
        Part(Offensive, $"{path}:Offensive", failures, static (part, key, found) => part.Check(key, found));
        Part(OffTopic, $"{path}:OffTopic", failures, static (part, key, found) => part.Check(key, found));
        Part(Learning, $"{path}:Learning", failures, static (part, key, found) => part.Check(key, found));
    }

    private protected static void Part<T>(T? part, string key, ICollection<string> failures, Action<T, string, ICollection<string>> check)
        where T : class
    {
        if (part is null)
        {
            failures.Add($"{key} must not be null.");
            return;
        }

        check(part, key, failures);
    }
}

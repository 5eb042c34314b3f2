using System.Globalization;

namespace BlogKit.Tests.Moderation.Presets;

/// <summary>Says in the words of the guide what a section of a set's options is: the table there is compared with it.</summary>
internal static class PresetGuide
{
    public static readonly IReadOnlyList<string> Sections =
    [
        "`Hold`", "`AllowList`, `BlockList`, `ClosedTopics` (empty until you fill them)", "`Bans`", "`Form` (hidden field, time to submit)", "`Flood`", "`Links`",
        "`Shape` (shouting, gibberish, scripts)", "`DisposableEmail`", "`Trust`", "`Duplicates`", "`OldPosts`", "`Offensive`", "`OffTopic`", "`Learning`", "`Rules`",
    ];

    public static string Folder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "BlogKit.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder;
    }

    public static string Describe(string section, PolicySetOptions set) => section[1..section.IndexOf('`', 1)] switch
    {
        "Hold" => $"`{set.Hold}`",
        "AllowList" => On(set.AllowList.Enabled && set.BlockList.Enabled && set.ClosedTopics.Enabled),
        "Bans" => On(set.Bans.Enabled),
        "Form" => On(set.Form.Enabled),
        "Flood" => On(set.Flood.Enabled),
        "Links" => set.Links.Enabled ? Text($"hold above {set.Links.HoldAbove}, spam above {set.Links.SpamAbove}, {(set.Links.SameHostAbove is { } same ? $"hold above {same} to one host" : "any number to one host")}") : "off",
        "Shape" => On(set.Shape.Enabled),
        "DisposableEmail" => set.DisposableEmail.Enabled ? Name(set.DisposableEmail.Outcome) : "off",
        "Trust" => !set.Trust.Enabled ? "off" : set.Trust.KnownFrom == 0 ? "strikes only" : Text($"newcomers held until {set.Trust.KnownFrom} are approved"),
        "Duplicates" => On(set.Duplicates.Enabled),
        "OldPosts" => set.OldPosts.Enabled ? Text($"older than {set.OldPosts.Age.TotalDays} days") : "off",
        "Offensive" => !set.Offensive.Enabled ? "off" : string.Join(", ", Held(set.Offensive)) + " held",
        "OffTopic" => set.OffTopic.Enabled ? Text($"from a distance of {set.OffTopic.OffTopicAt}") : "off",
        "Learning" => set.Learning.Enabled ? Text($"hold from {set.Learning.HoldAt}, spam from {set.Learning.SpamAt}") : "off",
        "Rules" => Text($"hold at {set.Rules.HoldAt}, spam at {set.Rules.SpamAt}{(set.Rules.RejectAt is { } reject ? $", reject at {reject}" : "")} points"),
        _ => "no such section",
    };

    private static IEnumerable<string> Held(OffensivePolicyOptions options)
    {
        foreach (var (outcome, name) in ((ModerationOutcome, string)[])
            [
                (options.Threat, "threats"), (options.Slur, "slurs"), (options.Hatred, "hatred"), (options.SelfHarm, "words of self-harm"), (options.MildTargeted, "insults"),
                (options.StrongTargeted, "abuse"), (options.Untargeted, "rough words at nobody"),
            ])
        {
            if (outcome is ModerationOutcome.Hold)
            {
                yield return name;
            }
        }
    }

    private static string On(bool enabled) => enabled ? "on" : "off";

    private static string Name(ModerationOutcome outcome) => outcome.ToString().ToLowerInvariant();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

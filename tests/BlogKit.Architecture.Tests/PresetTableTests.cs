using System.Globalization;
using BlogKit.Moderation;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Architecture;

/// <summary>The table of presets in the documents has the values of the presets.</summary>
public sealed class PresetTableTests
{
    private const string Unchanged = "as Standard";

    private static readonly ModerationPreset[] Columns =
        [
            ModerationPreset.Relaxed, ModerationPreset.Standard, ModerationPreset.Strict, ModerationPreset.HoldAll, ModerationPreset.None,
        ];

    private static readonly Dictionary<string, Func<PolicySetOptions, string>> Said = new(StringComparer.Ordinal)
    {
        ["Hold"] = static set => $"`{set.Hold}`",
        ["Links"] = static set => OnlyIf(
            set.GetPolicy<LinkPolicyOptions>(),
            static o => $"hold above {o.HoldAbove}, spam above {o.SpamAbove}, "
                + (o.SameHostAbove is { } most ? $"hold above {most} to one host" : "any number to one host")),
        ["DisposableEmail"] = static set => OnlyIf(set.GetPolicy<DisposableEmailPolicyOptions>(), static o => Lower(o.Outcome)),
        ["Trust"] = static set => OnlyIf(
            set.GetPolicy<TrustPolicyOptions>(),
            static o => o.KnownFrom == 0 ? "strikes only" : $"newcomers held until {o.KnownFrom} are approved"),
        ["OldPosts"] = static set => OnlyIf(
            set.GetPolicy<OldPostPolicyOptions>(), static o => Invariant($"older than {o.Age.TotalDays} days")),
        ["Offensive"] = static set => OnlyIf(
            set.GetPolicy<OffensivePolicyOptions>(), static o => "held: " + string.Join(", ", Held(o))),
        ["OffTopic"] = static set => OnlyIf(
            set.GetPolicy<OffTopicPolicyOptions>(), static o => Invariant($"held from {o.OffTopicAt} on, points from {o.ScoreFrom}")),
        ["Learning"] = static set => OnlyIf(set.GetPolicy<LearningPolicyOptions>(), static o => o.HoldAt < o.SpamAt
            ? Invariant($"held from {o.HoldAt * 100:0.##} %, spam from {o.SpamAt * 100:0.##} %")
            : Invariant($"spam from {o.SpamAt * 100:0.##} %, nothing held below")),
        ["Rules"] = static set => Invariant($"hold at {set.Rules.HoldAt}, spam at {set.Rules.SpamAt}")
            + (set.Rules.RejectAt is { } reject ? Invariant($", reject at {reject}") : ""),
    };

    [Fact]
    public void Every_cell_has_the_values_of_its_preset()
    {
        using var services = Services();
        var policies = services.GetRequiredService<PolicySetFactory>().Policies;
        var standard = Of(ModerationPreset.Standard);
        foreach (var row in Table())
        {
            foreach (var section in DocumentationTable.Names(row[0]))
            {
                foreach (var (preset, cell) in Columns.Zip(row[1..]))
                {
                    var set = Of(preset);
                    var policy = policies.SingleOrDefault(p => p.Section == section && p.OptionsType is not null);
                    var isStandard = policy is null
                        ? Said[section](set) == Said[section](standard)
                        : policy.FindSettings(set)?.GetRawText() == policy.FindSettings(standard)?.GetRawText();
                    var expected = Said.TryGetValue(section, out var say) ? say(set) : IsOn(policy!, set) ? "on" : "off";

                    (cell == Unchanged ? say?.Invoke(standard) : cell).Should().Be(expected, $"{preset} sets {section} so");
                    if (cell is "on" or Unchanged)
                    {
                        isStandard.Should().BeTrue($"{section} of {preset} is told as the standard one");
                    }
                }
            }
        }
    }

    [Fact]
    public void Every_policy_of_the_presets_has_a_row()
    {
        using var services = Services();

        Table().SelectMany(static row => DocumentationTable.Names(row[0])).Should()
            .Contain(services.GetRequiredService<PolicySetFactory>().Policies.Select(static policy => policy.Section));
    }

    private static IEnumerable<string[]> Table() =>
        DocumentationTable.RowsBelow(DocumentationTable.Read("docs", "moderation", "presets.md"), "Standard (default)");

    private static ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddBlogKit().AddModeration().UseInMemory();
        return services.BuildServiceProvider();
    }

    private static PolicySetOptions Of(ModerationPreset preset)
    {
        var set = new PolicySetOptions();
        set.UsePreset(preset);
        return set;
    }

    private static bool IsOn(ModerationPolicyDescriptor policy, PolicySetOptions set) =>
        policy.FindSettings(set)!.Value.GetProperty(nameof(ModerationPolicyOptions.Enabled)).GetBoolean();

    private static string OnlyIf<TOptions>(TOptions options, Func<TOptions, string> say)
        where TOptions : ModerationPolicyOptions => options.Enabled ? say(options) : "off";

    private static IEnumerable<string> Held(OffensivePolicyOptions options) => new (string Name, ModerationOutcome Outcome)[]
    {
        ("rough words at nobody", options.Untargeted),
        ("mild insults", options.MildTargeted),
        ("strong insults", options.StrongTargeted),
        ("slurs", options.Slur),
        ("hatred", options.Hatred),
        ("threats", options.Threat),
        ("self-harm", options.SelfHarm),
    }.Where(static kind => kind.Outcome is ModerationOutcome.Hold).Select(static kind => kind.Name);

    private static string Lower(ModerationOutcome outcome) => outcome is ModerationOutcome.Spam ? "spam" : "hold";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

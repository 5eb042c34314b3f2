using System.Collections.Immutable;
using BlogKit.Moderation;
using FsCheck;
using FsCheck.Fluent;

namespace BlogKit.Tests.Moderation.Pipeline;

public sealed class CombinationTests
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<ModerationFinding> s_finding =
        from policy in Gen.Elements("links", "shape", "learning", "offensive")
        from outcome in Gen.Frequency(
            (6, Gen.Constant(ModerationOutcome.Approve)),
            (2, Gen.Constant(ModerationOutcome.Hold)),
            (1, Gen.Constant(ModerationOutcome.Spam)),
            (1, Gen.Constant(ModerationOutcome.Reject)))
        from hundredths in Gen.Choose(0, 100)
        from overrides in Gen.Frequency((12, Gen.Constant(false)), (1, Gen.Constant(true)))
        select Finding(policy, outcome, hundredths / 100.0) with { Overrides = overrides && outcome is ModerationOutcome.Approve };

    private static readonly Arbitrary<ModerationFinding[]> s_findings = Arb.From(Gen.ArrayOf(s_finding));

    private static readonly CombinationRules s_rules = new()
    {
        HoldAt = 0.8,
        SpamAt = 1.6,
        RejectAt = 2.6,
        Weights = ImmutableDictionary<string, double>.Empty.Add("links", 1.3).Add("shape", 0.1),
    };

    private static readonly PolicySet s_set = new("tried", [], s_rules);

    [Fact]
    public void The_order_of_the_findings_does_not_matter() => Prop.ForAll(s_findings, findings =>
    {
        var forth = ModerationPipeline.Combine(s_set, [.. findings], s_now);
        var back = ModerationPipeline.Combine(s_set, [.. findings.Reverse()], s_now);
        return forth.Outcome == back.Outcome && forth.Points.Equals(back.Points);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_findings_of_a_decision_account_for_its_outcome() => Prop.ForAll(s_findings, findings =>
    {
        var decision = ModerationPipeline.Combine(s_set, [.. findings], s_now);
        var asked = decision.Findings.Any(f => f.Overrides) || decision.Findings.IsEmpty
            ? ModerationOutcome.Approve
            : decision.Findings.Max(f => f.Outcome);
        return decision.Outcome == asked && decision.Outcome == s_rules.Combine(decision.Findings);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_finding_is_kept() => Prop.ForAll(s_findings, findings =>
        ModerationPipeline.Combine(s_set, [.. findings], s_now).Findings.Take(findings.Length).SequenceEqual(findings))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void One_more_objection_never_makes_the_outcome_milder() => Prop.ForAll(s_findings, Arb.From(s_finding), (findings, one) =>
        one.Overrides
        || ModerationPipeline.Combine(
            s_set, [.. findings, one], s_now).Outcome >= ModerationPipeline.Combine(s_set, [.. findings], s_now).Outcome)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Weak_findings_add_up_and_the_sum_is_explained()
    {
        var decision = ModerationPipeline.Combine(
            s_set, [Finding("links", ModerationOutcome.Approve, 0.5), Finding("learning", ModerationOutcome.Approve, 0.3)], s_now);

        decision.Outcome.Should().Be(ModerationOutcome.Hold);
        decision.Points.Should().Be(0.95);
        decision.Explanation.Should().Be("Taken together the findings have 0.95 points (links 0.65 + learning 0.3), enough for this.");
    }

    [Fact]
    public void Points_below_every_threshold_let_the_comment_through() =>
        ModerationPipeline.Combine(s_set, [Finding("learning", ModerationOutcome.Approve, 0.79)], s_now).Outcome
            .Should().Be(ModerationOutcome.Approve);

    [Fact]
    public void A_finding_that_overrides_lets_through_what_others_refuse()
    {
        var decision = ModerationPipeline.Combine(
            s_set,
            [Finding("links", ModerationOutcome.Reject, 1), Finding("allow-list", ModerationOutcome.Approve, 0) with { Overrides = true }],
            s_now);

        decision.Outcome.Should().Be(ModerationOutcome.Approve);
        decision.Explanation.Should().Be("allow-list said Approve.");
    }

    [Fact]
    public void Two_policies_of_one_name_are_refused()
    {
        var act = () => new PolicySet("twice", [new HoldAllPolicy(), new HoldAllPolicy()]);

        act.Should().Throw<ArgumentException>().WithMessage("*'hold-all'*");
    }

    [Fact]
    public void Another_rule_or_setting_is_another_version()
    {
        var versions = new[]
        {
            new PolicySet("a", [new HoldAllPolicy()]),
            new PolicySet("a", [new HoldFirstPolicy()]),
            new PolicySet("a", [new HoldAllPolicy()], s_rules),
            new PolicySet("a", [new HoldAllPolicy()], settings: "other"),
        }.Select(set => set.Version).ToArray();

        versions.Should().OnlyHaveUniqueItems();
        new PolicySet("a", [new HoldAllPolicy()]).Version.Should().Be(versions[0]);
    }

    private static ModerationFinding Finding(string policy, ModerationOutcome outcome, double score) => new()
    {
        Policy = policy,
        PolicyVersion = "1",
        Code = "said",
        Reason = $"{policy} said {outcome}.",
        Outcome = outcome,
        Score = score,
    };
}

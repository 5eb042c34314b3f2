using BlogKit.Moderation;
using Microsoft.Extensions.Logging.Abstractions;

namespace BlogKit.AI.Tests;

public sealed class AIVerdictTests
{
    [Fact]
    public async Task Nothing_is_said_of_a_comment_that_is_fine_and_one_call_is_enough_for_both()
    {
        await using var bench = await Bench.StartAsync();

        var (topic, abuse) = await bench.JudgeAsync(Bench.Context());

        topic.Should().BeNull();
        abuse.Should().BeNull();
        bench.Server.Chats.Should().ContainSingle();
    }

    [Fact]
    public async Task What_is_off_topic_for_sure_is_held()
    {
        await using var bench = await Bench.StartAsync();
        bench.Server.Answer = call => ModelServer.Verdict(call.Nonce, "off-topic", 0.95);

        var (topic, abuse) = await bench.JudgeAsync(Bench.Context());

        topic.Should().BeEquivalentTo(new { Code = "ai-off-topic", Outcome = ModerationOutcome.Hold, Score = 0.95, Overrides = false });
        topic!.Reason.Should().Be("The model takes the comment for off topic (sure to 0.95).");
        topic.PublicReason.Should().NotBeNull();
        topic.Details.Should().Contain(d => d.Name == "model" && d.Value == "gpt-test-2026");
        abuse.Should().BeNull();
    }

    [Fact]
    public async Task What_may_be_off_topic_only_counts()
    {
        await using var bench = await Bench.StartAsync();
        bench.Server.Answer = call => ModelServer.Verdict(call.Nonce, "off-topic", 0.69);
        var doubtful = await bench.JudgeAsync(Bench.Context("One"));
        bench.Server.Answer = call => ModelServer.Verdict(call.Nonce, "drifting", 1);

        var drifting = await bench.JudgeAsync(Bench.Context("Two"));

        doubtful.Topic.Should().BeEquivalentTo(
            new { Code = "ai-off-topic", Outcome = ModerationOutcome.Approve, Score = 0.69, PublicReason = (string?)null });
        drifting.Topic.Should().BeEquivalentTo(new { Code = "ai-drifting", Outcome = ModerationOutcome.Approve, Score = 0.4 });
    }

    [Theory]
    [InlineData("insult", "ai-insult")]
    [InlineData("harassment", "ai-harassment")]
    [InlineData("hate", "ai-hate")]
    [InlineData("threat", "ai-threat")]
    [InlineData("sexual", "ai-sexual")]
    [InlineData("private-information", "ai-private-information")]
    [InlineData("self-harm", "ai-self-harm")]
    [InlineData("other", "ai-abuse")]
    public async Task Abuse_is_held_by_its_kind(string category, string code)
    {
        await using var bench = await Bench.StartAsync();
        bench.Server.Answer = call => ModelServer.Verdict(call.Nonce, category: category, severity: 0.4);

        var (topic, abuse) = await bench.JudgeAsync(Bench.Context());

        topic.Should().BeNull();
        abuse.Should().BeEquivalentTo(new { Code = code, Outcome = ModerationOutcome.Hold, Score = 0.4 });
        abuse!.Reason.Should().Contain("severity 0.4");
    }

    [Theory]
    [InlineData(ModerationSensitivity.High, 0.19, ModerationOutcome.Approve)]
    [InlineData(ModerationSensitivity.High, 0.2, ModerationOutcome.Hold)]
    [InlineData(ModerationSensitivity.Normal, 0.39, ModerationOutcome.Approve)]
    [InlineData(ModerationSensitivity.Low, 0.59, ModerationOutcome.Approve)]
    [InlineData(ModerationSensitivity.Low, 0.6, ModerationOutcome.Hold)]
    public async Task How_bad_it_must_be_depends_on_the_place(ModerationSensitivity sensitivity, double severity, ModerationOutcome outcome)
    {
        await using var bench = await Bench.StartAsync();
        bench.Server.Answer = call => ModelServer.Verdict(call.Nonce, category: "insult", severity: severity);

        var (_, abuse) = await bench.JudgeAsync(Bench.Context(sensitivity: sensitivity));

        abuse!.Outcome.Should().Be(outcome);
        abuse.Score.Should().Be(severity);
    }

    [Fact]
    public async Task The_outcomes_are_the_hosts_to_set()
    {
        await using var bench = await Bench.StartAsync(
            o => (o.Topic.Outcome, o.Abuse.Outcome) = (ModerationOutcome.Approve, ModerationOutcome.Spam));
        bench.Server.Answer = call => ModelServer.Verdict(call.Nonce, "off-topic", 1, "hate", 1);

        var (topic, abuse) = await bench.JudgeAsync(Bench.Context());

        topic!.Outcome.Should().Be(ModerationOutcome.Approve);
        abuse!.Outcome.Should().Be(ModerationOutcome.Spam);
    }

    [Fact]
    public async Task An_attempt_to_steer_the_model_is_held_once_whatever_else_it_says()
    {
        await using var bench = await Bench.StartAsync(o => o.Abuse.Outcome = ModerationOutcome.Approve);
        bench.Server.Answer = call => ModelServer.Verdict(call.Nonce, category: "insult", severity: 0.9, manipulation: true);

        var (topic, abuse) = await bench.JudgeAsync(Bench.Context());

        topic.Should().BeNull();
        abuse.Should().BeEquivalentTo(new { Code = "ai-manipulation", Outcome = ModerationOutcome.Hold });
    }

    [Fact]
    public async Task The_topic_policy_tells_of_manipulation_when_it_is_alone()
    {
        await using var bench = await Bench.StartAsync(o => o.Abuse.Enabled = false);
        bench.Server.Answer = call =>
            $$$"""{"nonce":"{{{call.Nonce}}}","manipulation":true,"topic":{"relation":"on-topic","confidence":1}}""";

        var (topic, abuse) = await bench.JudgeAsync(Bench.Context());

        topic!.Code.Should().Be("ai-manipulation");
        abuse.Should().BeNull();
    }

    [Fact]
    public async Task A_model_that_approves_overrides_nobody()
    {
        await using var bench = await Bench.StartAsync();
        var set = new PolicySet("live", [bench.Topic, bench.Abuse, new SaysSpam()], CombinationRules.Default with { StopAt = null });
        var pipeline = new ModerationPipeline(new ModerationPolicies(set, []), null!, bench.Clock, NullLogger<ModerationPipeline>.Instance);

        var decision = await pipeline.DecideAsync(Bench.Context());

        decision.Outcome.Should().Be(ModerationOutcome.Spam);
        decision.Findings.Should().ContainSingle().Which.Policy.Should().Be("says-spam");
        bench.Server.Chats.Should().ContainSingle();
    }

    [Fact]
    public async Task A_policy_that_is_off_asks_nobody()
    {
        await using var bench = await Bench.StartAsync(o => (o.Topic.Enabled, o.Abuse.Enabled) = (false, false));

        var (topic, abuse) = await bench.JudgeAsync(Bench.Context());
        var compared = await bench.CompareAsync(Bench.Context());

        (topic ?? abuse ?? compared).Should().BeNull();
        bench.Server.Chats.Should().BeEmpty();
        bench.Topic.Version.Should().Be("off");
        bench.Topic.Needs.Should().Be(ModerationNeeds.None);
    }

    [Fact]
    public async Task The_version_changes_with_model_guidelines_and_threshold()
    {
        await using var bench = await Bench.StartAsync();
        await using var model = await Bench.StartAsync(o => o.Model = "gpt-other");
        await using var guidelines = await Bench.StartAsync(o => o.Guidelines = "Be kind.");
        await using var threshold = await Bench.StartAsync(o => o.Topic.ObjectAt = 0.5);

        string[] versions = [bench.Topic.Version, model.Topic.Version, guidelines.Topic.Version, threshold.Topic.Version];

        versions.Should().OnlyHaveUniqueItems();
        bench.Topic.Version.Should().StartWith("1/gpt-test/");
        bench.Topic.Cost.Should().Be(PolicyCost.Outside);
        bench.Topic.Needs.Should().Be(ModerationNeeds.PostText);
    }

    private sealed class SaysSpam : IModerationPolicy
    {
        public string Name => "says-spam";

        public string Version => "1";

        public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken) =>
            new(new ModerationFinding { Code = "spam", Reason = "Spam.", Outcome = ModerationOutcome.Spam });
    }
}

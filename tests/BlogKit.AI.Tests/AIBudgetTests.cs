using BlogKit.Internal;
using BlogKit.Moderation;
using BlogKit.Testing;

namespace BlogKit.AI.Tests;

public sealed class AIBudgetTests
{
    [Fact]
    public void Calls_of_an_hour_are_counted_in_every_hour()
    {
        var clock = new JumpingClock();
        var budget = new AIBudget(new AIModerationOptions { MaximumCallsPerHour = 2 }, clock);
        budget.TryReserve(1).Should().NotBeNull();
        clock.Advance(TimeSpan.FromMinutes(50));
        budget.TryReserve(1).Should().NotBeNull();

        clock.Advance(TimeSpan.FromMinutes(10));
        var withinTheHour = budget.TryReserve(1);
        clock.Advance(TimeSpan.FromMinutes(2));
        var afterTheFirst = budget.TryReserve(1);
        var again = budget.TryReserve(1);

        withinTheHour.Should().BeNull();
        afterTheFirst.Should().NotBeNull();
        again.Should().BeNull();
    }

    [Fact]
    public void Calls_and_tokens_of_a_day_come_back_after_a_day()
    {
        var clock = new JumpingClock();
        var calls = new AIBudget(new AIModerationOptions { MaximumCallsPerDay = 1 }, clock);
        var tokens = new AIBudget(new AIModerationOptions { MaximumTokensPerDay = 100 }, clock);
        calls.TryReserve(1);
        tokens.TryReserve(60);

        clock.Advance(TimeSpan.FromHours(24));
        var tooEarly = (calls.TryReserve(1), tokens.TryReserve(60));
        clock.Advance(TimeSpan.FromMinutes(2));
        var later = (calls.TryReserve(1), tokens.TryReserve(60));

        tooEarly.Should().Be((null, null));
        later.Item1.Should().NotBeNull();
        later.Item2.Should().NotBeNull();
    }

    [Fact]
    public void What_was_used_replaces_what_was_reserved()
    {
        var budget = new AIBudget(new AIModerationOptions { MaximumTokensPerDay = 100 }, new JumpingClock());
        var first = budget.TryReserve(90)!;
        var meanwhile = budget.TryReserve(20);

        budget.Settle(first, 30);

        meanwhile.Should().BeNull();
        budget.TryReserve(71).Should().BeNull();
        budget.TryReserve(70).Should().NotBeNull();
    }

    [Fact]
    public void A_call_that_is_settled_after_its_window_changes_nothing()
    {
        var clock = new JumpingClock();
        var budget = new AIBudget(new AIModerationOptions { MaximumTokensPerDay = 100 }, clock);
        var old = budget.TryReserve(10)!;
        clock.Advance(TimeSpan.FromMinutes(24 * 60 + 1));
        budget.TryReserve(50);

        budget.Settle(old, 1_000_000);

        budget.TryReserve(50).Should().NotBeNull();
    }

    [Theory]
    [InlineData(AIBudgetAction.Hold, ModerationOutcome.Hold)]
    [InlineData(AIBudgetAction.Skip, ModerationOutcome.Approve)]
    public async Task Without_budget_the_model_is_not_asked(AIBudgetAction action, ModerationOutcome outcome)
    {
        await using var bench = await Bench.StartAsync(o => (o.MaximumCallsPerHour, o.OnBudgetExhausted) = (1, action));
        await bench.JudgeAsync(Bench.Context("First"));

        var (topic, abuse) = await bench.JudgeAsync(Bench.Context("Second"));

        topic.Should().BeEquivalentTo(new { Code = "ai-budget", Outcome = outcome, Score = 0.0, Overrides = false });
        abuse!.Code.Should().Be("ai-budget");
        bench.Server.Chats.Should().ContainSingle();
    }

    [Fact]
    public async Task A_verdict_that_is_known_needs_no_budget()
    {
        await using var bench = await Bench.StartAsync(o => o.MaximumCallsPerDay = 1);
        await bench.JudgeAsync(Bench.Context());

        (await bench.JudgeAsync(Bench.Context())).Should().Be((null, null));
    }

    [Theory]
    [InlineData(true, "ai-budget")]
    [InlineData(false, null)]
    public async Task The_tokens_the_provider_counts_are_what_is_spent(bool tellsUsage, string? code)
    {
        await using var bench = await Bench.StartAsync(o => o.MaximumTokensPerDay = 100_000);
        bench.Server.Tokens = 99_500;
        bench.Server.TellsUsage = tellsUsage;
        await bench.JudgeAsync(Bench.Context("First"));

        var (topic, _) = await bench.JudgeAsync(Bench.Context("Second"));

        topic?.Code.Should().Be(code);
        (topic is null).Should().Be(code is null);
    }

    [Fact]
    public async Task A_budget_of_nothing_asks_nobody()
    {
        await using var bench = await Bench.StartAsync(o => (o.MaximumTokensPerDay, o.EmbeddingTopic.Enabled) = (0, true));

        var (topic, _) = await bench.JudgeAsync(Bench.Context());
        var compared = await bench.CompareAsync(Bench.Context(new string('x', 200)));

        (topic!.Code, compared!.Code).Should().Be(("ai-budget", "ai-budget"));
        bench.Server.Chats.Should().BeEmpty();
        bench.Server.Embeddings.Should().BeEmpty();
    }
}

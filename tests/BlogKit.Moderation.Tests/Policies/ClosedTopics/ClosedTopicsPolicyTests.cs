namespace BlogKit.Moderation.Tests;

public sealed class ClosedTopicsPolicyTests
{
    private static readonly ClosedTopicsPolicy s_policy = new(new()
    {
        Topics =
        {
            new() { Name = "Elections", Terms = { "election*", "ballot", "polling station" }, MinimumMatches = 2 },
            new()
            {
                Name = "Moon landing",
                Terms = { "moon landing" },
                Outcome = ModerationOutcome.Reject,
                PublicMessage = "We have said all there is.",
            },
        },
    });

    [Theory]
    [InlineData("The elections were close.", null)]
    [InlineData("Elections, elections, election!", null)]
    [InlineData("A b@llot in the Elections", "closed-topic")]
    [InlineData("The ballot was at the Polling-Station.", "closed-topic")]
    [InlineData("The moon is landing.", null)]
    public async Task A_topic_is_told_by_enough_different_terms(string text, string? code) =>
        ((await s_policy.Judge(RuleContext.Of(text)))?.Code).Should().Be(code);

    [Fact]
    public async Task The_writer_is_told_what_the_topic_says()
    {
        var context = RuleContext.Of("About the mооn  landing and the ballot of the election");

        var finding = await s_policy.Judge(context);

        finding.Should().BeEquivalentTo(new
        {
            Outcome = ModerationOutcome.Reject,
            Reason = "The comment is about 'Moon landing', 'Elections', which is closed here.",
            PublicReason = "We have said all there is.",
        });
        finding.Quotes(context).Should().Equal("mооn  landing", "ballot", "election");
        (await s_policy.Judge(RuleContext.Of("ballot, election")))!.PublicReason.Should().Be("The topic “Elections” is closed here.");
    }

    [Fact]
    public async Task One_term_may_be_of_two_topics()
    {
        var policy = new ClosedTopicsPolicy(
            new() { Topics = { new() { Name = "A", Terms = { "bees" } }, new() { Name = "B", Terms = { "bees" } } } });

        (await policy.Judge(RuleContext.Of("bees")))!.Reason.Should().Contain("'A', 'B'");
    }

    [Fact]
    public async Task Without_topics_or_disabled_it_says_nothing()
    {
        (await new ClosedTopicsPolicy(new()).Judge(RuleContext.Of("ballot"))).Should().BeNull();
        (await new ClosedTopicsPolicy(
            new() { Enabled = false, Topics = { new() { Name = "A", Terms = { "bees" } } } }).Judge(RuleContext.Of("bees")))
            .Should().BeNull();
    }

    [Fact]
    public void Wrong_options_are_named() =>
        RuleContext.Failures(new ClosedTopicsPolicyOptions
        {
            Topics = { new() { Name = "A", Terms = { "x", "*" }, MinimumMatches = 3 }, new() { Name = "a" } },
        }.Check)
            .Should().BeEquivalentTo(
                "BlogKit:Moderation:X:Topics:0:MinimumMatches must be 1 to 2, not 3.",
                "BlogKit:Moderation:X:Topics:0:Terms:1 must have at least 2 letters beside its *.",
                "BlogKit:Moderation:X:Topics:1:Terms must have at least one term.",
                "BlogKit:Moderation:X:Topics:1:Name is that of another topic.");
}

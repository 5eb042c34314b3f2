using BlogKit.Moderation;

namespace BlogKit.Tests.Moderation.Policies;

public sealed class BanPolicyTests
{
    [Fact]
    public async Task Who_is_banned_is_refused_and_told_until_when()
    {
        var context = Banned("email:ada@example.org", RuleContext.Now.AddDays(3));

        var finding = await new BanPolicy(new()).Judge(context);

        finding.Should().BeEquivalentTo(new
        {
            Code = "banned",
            Outcome = ModerationOutcome.Reject,
            Reason = "The e-mail address is banned until 2026-03-04 12:00 UTC: Sold shoes.",
            PublicReason = "You cannot comment here until 2026-03-04 12:00 UTC.",
        });
        finding!.Details.Should().NotContain(d => d.Value.Contains('@'), "the log outlives the comment");
    }

    [Theory]
    [InlineData("address:192.0.2.0/24", "The network is banned without end: Sold shoes.")]
    [InlineData("address:192.0.2.7", "The address is banned without end: Sold shoes.")]
    [InlineData("user:7", "The account is banned without end: Sold shoes.")]
    public async Task A_ban_says_of_what_kind_it_is_and_not_of_whom(string key, string reason) =>
        (await new BanPolicy(new()).Judge(Banned(key, null)))!.Reason.Should().Be(reason);

    [Fact]
    public async Task What_the_banned_are_told_can_be_chosen()
    {
        var telling = await new BanPolicy(
            new() { TellReason = true, TellUntil = false }).Judge(Banned("user:7", RuleContext.Now.AddDays(1)));
        var silent = await new BanPolicy(new() { Outcome = ModerationOutcome.Spam }).Judge(Banned("user:7", null));

        telling!.PublicReason.Should().Be("You cannot comment here. Sold shoes.");
        silent.Should().BeEquivalentTo(new { Outcome = ModerationOutcome.Spam, PublicReason = (string?)null });
    }

    [Fact]
    public async Task Who_is_not_banned_passes()
    {
        (await new BanPolicy(new()).Judge(RuleContext.Of("Hi"))).Should().BeNull();
        (await new BanPolicy(new() { Enabled = false }).Judge(Banned("user:7", null))).Should().BeNull();
        new BanPolicy(new()).Needs.Should().Be(ModerationNeeds.Bans);
    }

    [Fact]
    public void Wrong_options_are_named() =>
        RuleContext.Failures(new BanPolicyOptions { Outcome = (ModerationOutcome)7 }.Check)
            .Should().Equal("BlogKit:Moderation:X:Outcome must be one of Approve, Hold, Spam, Reject.");

    private static ModerationContext Banned(string key, DateTimeOffset? until) => RuleContext.Of("Hi", facts: new ModerationFacts
    {
        Ban = new Ban
        {
            BlogId = default,
            Key = key,
            Reason = " Sold shoes ",
            ActorKey = ActorKey.Parse("author:1"),
            At = RuleContext.Now.AddDays(-1),
            Until = until,
        },
    });
}

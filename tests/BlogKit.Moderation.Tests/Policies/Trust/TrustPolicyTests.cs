namespace BlogKit.Moderation.Tests;

public sealed class TrustPolicyTests
{
    private static readonly TrustPolicy s_policy = new(new());

    [Theory]
    [InlineData(0, 0, 0, TrustLevel.New)]
    [InlineData(1, 0, 0, TrustLevel.Known)]
    [InlineData(4, 0, 0, TrustLevel.Known)]
    [InlineData(5, 0, 0, TrustLevel.Regular)]
    [InlineData(20, 0, 0, TrustLevel.Trusted)]
    [InlineData(23, 1, 0, TrustLevel.Trusted)]
    [InlineData(22, 0, 1, TrustLevel.Regular)]
    [InlineData(3, 1, 0, TrustLevel.New)]
    [InlineData(0, 1, 1, TrustLevel.New)]
    [InlineData(0, 2, 1, TrustLevel.Suspect)]
    [InlineData(9, 2, 1, TrustLevel.Suspect)]
    [InlineData(10, 2, 1, TrustLevel.Known)]
    [InlineData(0, int.MaxValue, int.MaxValue, TrustLevel.Suspect)]
    public void Trust_rises_with_approved_and_falls_with_removed_comments(int approved, int spam, int removed, TrustLevel level) =>
        s_policy.GetLevel(new CommenterHistory { Approved = approved, Spam = spam, Removed = removed }).Should().Be(level);

    [Fact]
    public async Task The_first_comment_is_held_and_the_next_passes()
    {
        (await s_policy.Judge(RuleContext.Of("Hi")))
            .Should().BeEquivalentTo(new { Code = "first-comments", Outcome = ModerationOutcome.Hold });
        (await s_policy.Judge(RuleContext.Of("Hi", history: new() { Approved = 1 }))).Should().BeNull();
    }

    [Fact]
    public async Task Waiting_comments_make_nobody_known() =>
        (await s_policy.Judge(RuleContext.Of("Hi", history: new() { Pending = 50 }))).Should().NotBeNull();

    [Fact]
    public async Task An_edit_of_the_only_approved_comment_is_held_as_well()
    {
        var edit = RuleContext.Of("Hi", history: new() { Approved = 1 }, isEdit: true, status: CommentStatus.Approved);
        var other = RuleContext.Of("Hi", history: new() { Approved = 1 }, isEdit: true, status: CommentStatus.Pending);

        (await s_policy.Judge(edit))!.Code.Should().Be("first-comments");
        (await s_policy.Judge(other)).Should().BeNull();
    }

    [Fact]
    public async Task Strikes_hold_every_comment_and_say_how_many()
    {
        var finding = await s_policy.Judge(RuleContext.Of("Hi", history: new() { Approved = 2, Spam = 1, Removed = 2 }));

        finding.Should().BeEquivalentTo(new { Code = "strikes", Outcome = ModerationOutcome.Hold, Score = 0.5 });
        finding!.Reason.Should().Contain("3 comments").And.Contain("2 approved");
        finding.Details.Should().Contain(new FindingDetail("level", "suspect")).And.Contain(new FindingDetail("strikes", "3"));
    }

    [Fact]
    public async Task Only_trusted_signed_in_users_without_strikes_override_and_only_when_wanted()
    {
        var policy = new TrustPolicy(new() { TrustedOverrides = true });
        var trusted = new CommenterHistory { Approved = 30 };

        (await policy.Judge(RuleContext.Of("Hi", user: "u1", history: trusted)))!.Overrides.Should().BeTrue();
        (await policy.Judge(RuleContext.Of("Hi", history: trusted))).Should().BeNull("anybody can type an address");
        (await policy.Judge(RuleContext.Of("Hi", user: "u1", history: trusted with { Approved = 40, Spam = 1 }))).Should().BeNull();
        (await s_policy.Judge(RuleContext.Of("Hi", user: "u1", history: trusted))).Should().BeNull();
    }

    [Fact]
    public async Task With_a_standing_of_zero_nobody_is_held_for_being_new() =>
        (await new TrustPolicy(new() { KnownFrom = 0 }).Judge(RuleContext.Of("Hi"))).Should().BeNull();

    [Fact]
    public void Wrong_options_are_named()
    {
        RuleContext.Failures(new TrustPolicyOptions().Check).Should().BeEmpty();
        RuleContext.Failures(new TrustPolicyOptions { RegularFrom = 0 }.Check)
            .Should().Equal("BlogKit:Moderation:X:RegularFrom must be 1 to 100000, not 0.");
        RuleContext.Failures(new TrustPolicyOptions { KnownFrom = -1, StrikeCost = -1, StrikeLimit = 0, SuspectScore = double.NaN }.Check)
            .Should().HaveCount(4);
    }
}

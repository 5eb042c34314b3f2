using BlogKit.Moderation;

namespace BlogKit.Tests.Moderation.Policies;

public sealed class FloodPolicyTests
{
    private static readonly FloodPolicy s_policy = new(new());

    [Fact]
    public void The_usual_windows_cover_address_writer_post_and_blog()
    {
        var limits = s_policy.GetLimits(RuleContext.Of("Hi").Comment, RuleContext.Now);

        limits
            .Should().Contain(new ActivityLimit(new ActivityWindow(ActivityScope.Address, "192.0.2.7", RuleContext.Now.AddMinutes(-1)), 5))
                .And.Contain(
                    new ActivityLimit(new ActivityWindow(ActivityScope.Writer, "email:ada@example.org", RuleContext.Now.AddHours(-1)), 40))
                .And.Contain(new ActivityLimit(new ActivityWindow(ActivityScope.Post, "", RuleContext.Now.AddMinutes(-1)), 60))
                .And.Contain(new ActivityLimit(new ActivityWindow(ActivityScope.Blog, "", RuleContext.Now.AddMinutes(-1)), 300))
                .And.HaveCount(6);
    }

    [Fact]
    public void Who_has_neither_address_nor_e_mail_is_not_counted_as_one() =>
        s_policy.GetLimits(RuleContext.Of("Hi", email: null, address: null).Comment, RuleContext.Now)
            .Select(l => l.Window.Scope).Should().Equal(ActivityScope.Post, ActivityScope.Blog);

    [Theory]
    [InlineData("2001:db8:a:b:1:2:3:4", "2001:db8:a:b::/64")]
    [InlineData("2001:DB8:A:B::", "2001:db8:a:b::/64")]
    [InlineData("::ffff:192.0.2.9", "192.0.2.9")]
    [InlineData("192.0.2.9", "192.0.2.9")]
    public void An_address_counts_with_its_whole_network(string address, string network)
    {
        s_policy.GetLimits(RuleContext.Of("Hi", email: null, address: address).Comment, RuleContext.Now)
            .Where(l => l.Window.Scope is ActivityScope.Address).Select(l => l.Window.Key).Should().Equal(network, network);
        NetworkAddress.GetNetwork(System.Net.IPAddress.Parse(address)).Should().Be(network);
    }

    [Fact]
    public async Task Ten_comments_from_ten_addresses_of_one_line_are_too_many()
    {
        var context = Flooded(RuleContext.Now, (ActivityScope.Address, "2001:db8:a:b::/64", TimeSpan.FromMinutes(1), 5));

        var finding = await s_policy.Judge(context with { Comment = context.Comment with { RemoteAddress = "2001:db8:a:b::10" } });

        finding!.Code.Should().Be("flood-address");
    }

    [Fact]
    public void An_edit_counts_nothing() => s_policy.GetLimits(RuleContext.Of("Hi", isEdit: true).Comment, RuleContext.Now).Should().BeEmpty();

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(1_000, true)]
    public async Task A_full_window_is_too_many(int comments, bool isFound)
    {
        var finding = await s_policy.Judge(
            Flooded(RuleContext.Now, (ActivityScope.Address, "192.0.2.7", TimeSpan.FromMinutes(1), comments)));

        (finding is not null).Should().Be(isFound);
    }

    [Fact]
    public async Task Who_is_too_fast_is_told_to_wait_without_the_limit()
    {
        var finding = await s_policy.Judge(Flooded(RuleContext.Now, (ActivityScope.Address, "192.0.2.7", TimeSpan.FromMinutes(1), 7)));

        finding.Should().BeEquivalentTo(new
        {
            Code = "flood-address",
            Outcome = ModerationOutcome.Reject,
            Reason = "7 comments came from one address in 1 minute; more than 5 are too many.",
        });
        finding!.PublicReason.Should().Contain("wait").And.NotContainAny("1", "5", "7");
        finding.Details.Should().NotContain(d => d.Value.Contains("192.0.2.7"));
    }

    [Fact]
    public async Task A_busy_post_holds_and_a_busy_writer_is_refused()
    {
        var busy = Flooded(RuleContext.Now, (ActivityScope.Post, "", TimeSpan.FromMinutes(1), 60));
        var both = Flooded(
            RuleContext.Now,
            (ActivityScope.Post, "", TimeSpan.FromMinutes(1), 60),
            (ActivityScope.Writer, "email:ada@example.org", TimeSpan.FromHours(1), 40));

        (await s_policy.Judge(busy)).Should().BeEquivalentTo(new { Code = "flood-post", Outcome = ModerationOutcome.Hold });
        (await s_policy.Judge(both)).Should().BeEquivalentTo(new { Code = "flood-writer", Outcome = ModerationOutcome.Reject });
    }

    [Fact]
    public async Task Windows_of_the_same_writer_are_told_apart_by_their_length()
    {
        var hour = Flooded(
            RuleContext.Now,
            (ActivityScope.Address, "192.0.2.7", TimeSpan.FromHours(1), 20),
            (ActivityScope.Address, "192.0.2.7", TimeSpan.FromMinutes(1), 1));

        (await s_policy.Judge(hour)).Should().BeNull();
    }

    [Fact]
    public async Task Windows_counted_a_little_later_than_the_comment_was_made_still_count()
    {
        var later = Flooded(RuleContext.Now.AddSeconds(2), (ActivityScope.Address, "192.0.2.7", TimeSpan.FromMinutes(1), 5));

        (await s_policy.Judge(later)).Should().NotBeNull();
    }

    [Fact]
    public async Task Windows_of_somebody_else_do_not_count() =>
        (await s_policy.Judge(Flooded(RuleContext.Now, (ActivityScope.Address, "192.0.2.8", TimeSpan.FromMinutes(1), 500))))
            .Should().BeNull();

    [Fact]
    public async Task Configured_windows_stand_alone()
    {
        var policy = new FloodPolicy(new()
        {
            Windows =
        {
            new() { Scope = ActivityScope.Blog, Maximum = 2, Per = TimeSpan.FromSeconds(10), Outcome = ModerationOutcome.Spam },
        }
        });

        policy.GetLimits(RuleContext.Of("Hi").Comment, RuleContext.Now).Should().HaveCount(1);
        (await policy.Judge(Flooded(RuleContext.Now, (ActivityScope.Blog, "", TimeSpan.FromSeconds(10), 2))))
            .Should().BeEquivalentTo(new { Code = "flood-blog", Outcome = ModerationOutcome.Spam, PublicReason = (string?)null });
    }

    [Fact]
    public void A_disabled_policy_needs_nothing()
    {
        var policy = new FloodPolicy(new() { Enabled = false });

        policy.Needs.Should().Be(ModerationNeeds.None);
        policy.GetLimits(RuleContext.Of("Hi").Comment, RuleContext.Now).Should().BeEmpty();
        s_policy.Needs.Should().Be(ModerationNeeds.Activity);
    }

    [Theory]
    [InlineData(0, 60, "BlogKit:Moderation:X:Windows:0:Maximum must be 1 to 1000, not 0.")]
    [InlineData(1_001, 60, "BlogKit:Moderation:X:Windows:0:Maximum must be 1 to 1000, not 1001.")]
    [InlineData(1, 0, "BlogKit:Moderation:X:Windows:0:Per must be 00:00:01 to 7.00:00:00, not 00:00:00.")]
    public void Wrong_windows_are_named(int maximum, int seconds, string message) =>
        RuleContext.Failures(
            new FloodPolicyOptions { Windows = { new() { Maximum = maximum, Per = TimeSpan.FromSeconds(seconds) } } }.Check)
            .Should().Equal(message);

    private static ModerationContext Flooded(
        DateTimeOffset now, params (ActivityScope Scope, string Key, TimeSpan Per, int Comments)[] windows) =>
        RuleContext.Of("Hi", facts: new ModerationFacts
        {
            Activity = [.. windows.Select(w => new ActivityCount(new ActivityWindow(w.Scope, w.Key, now - w.Per), w.Comments))],
        });
}

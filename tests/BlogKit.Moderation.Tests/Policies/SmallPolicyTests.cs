namespace BlogKit.Moderation.Tests;

public sealed class SmallPolicyTests
{
    [Theory]
    [InlineData(180, false, 0, false)]
    [InlineData(181, false, 0, true)]
    [InlineData(181, false, 1, false)]
    [InlineData(181, true, 1, true)]
    public async Task Under_old_posts_links_and_newcomers_are_held(int days, bool hasLink, int approved, bool isFound)
    {
        var context = RuleContext.Of(
            "Hi",
            links: hasLink ? ["https://example.net/"] : [],
            history: new() { Approved = approved },
            publishedAt: RuleContext.Now.AddDays(-days));

        var finding = await new OldPostPolicy(new()).Judge(context);

        (finding is not null).Should().Be(isFound);
    }

    [Fact]
    public async Task A_post_is_as_old_as_it_was_when_the_comment_came()
    {
        var context = RuleContext.Of("Hi", publishedAt: RuleContext.Now.AddDays(-400), createdAt: RuleContext.Now.AddDays(-399));

        (await new OldPostPolicy(new()).Judge(context)).Should().BeNull();
        (await new OldPostPolicy(new()).Judge(context with { Comment = context.Comment with { EditedAt = RuleContext.Now } }))
            .Should().NotBeNull();
    }

    [Theory]
    [InlineData(OldPostRule.Every, true, true, true)]
    [InlineData(OldPostRule.Links, true, false, false)]
    [InlineData(OldPostRule.Newcomers, false, true, false)]
    public async Task Which_comments_under_old_posts_are_held_can_be_chosen(
        OldPostRule rule, bool known, bool newcomerFound, bool knownFound)
    {
        var policy = new OldPostPolicy(new() { Rule = rule });
        var link = rule is OldPostRule.Links && known;
        var newcomer = RuleContext.Of("Hi", publishedAt: RuleContext.Now.AddDays(-999));
        var regular = RuleContext.Of("Hi", history: new() { Approved = 9 }, publishedAt: RuleContext.Now.AddDays(-999));

        ((await policy.Judge(newcomer)) is not null).Should().Be(newcomerFound);
        ((await policy.Judge(regular)) is not null).Should().Be(knownFound);
        ((await policy.Judge(regular with { Links = ["https://example.net"] })) is not null).Should().Be(knownFound || link);
    }

    [Theory]
    [InlineData("a@mailinator.com", true)]
    [InlineData("a@MAILINATOR.com.", true)]
    [InlineData("a@deep.below.yopmail.com", true)]
    [InlineData("a@notmailinator.example", false)]
    [InlineData("a@gmail.com", false)]
    [InlineData("a@mymailinator.com", false)]
    [InlineData("mailinator.com@example.org", false)]
    [InlineData("a@tricky@mailinator.com", true)]
    [InlineData("", false)]
    [InlineData("@", false)]
    [InlineData(null, false)]
    public async Task Disposable_addresses_are_held(string? email, bool isFound)
    {
        var context = RuleContext.Of("Hi", email: email);

        var finding = await new DisposableEmailPolicy(new()).Judge(context);

        (finding is not null).Should().Be(isFound);
        finding.Quotes(context).Should().NotContain(q => q.Contains('@'));
    }

    [Fact]
    public async Task Domains_can_be_added_and_taken_out()
    {
        var policy = new DisposableEmailPolicy(new() { Domains = { "müll.example" }, AllowedDomains = { "yopmail.com" } });

        (await policy.Judge(RuleContext.Of("Hi", email: "a@xn--mll-hoa.example"))).Should().NotBeNull();
        (await policy.Judge(RuleContext.Of("Hi", email: "a@x.MÜLL.example"))).Should().NotBeNull();
        (await policy.Judge(RuleContext.Of("Hi", email: "a@yopmail.com"))).Should().BeNull();
        (await new DisposableEmailPolicy(new() { Enabled = false }).Judge(RuleContext.Of("Hi", email: "a@yopmail.com"))).Should().BeNull();
    }

    [Fact]
    public void Wrong_options_are_named()
    {
        RuleContext.Failures(
            new DisposableEmailPolicyOptions { Domains = { "ok.example", "https://x.example" }, AllowedDomains = { "", "*.x" } }.Check)
            .Should().Equal(
                "BlogKit:Moderation:X:Domains:1 must be a host such as example.com, without scheme or path.",
                "BlogKit:Moderation:X:AllowedDomains:0 must be a host such as example.com, without scheme or path.",
                "BlogKit:Moderation:X:AllowedDomains:1 must be a host such as example.com, without scheme or path.");
        RuleContext.Failures(new OldPostPolicyOptions { Age = TimeSpan.Zero, Rule = (OldPostRule)7, Score = -1 }.Check)
            .Should().HaveCount(3);
    }
}

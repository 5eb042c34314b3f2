using BlogKit.Moderation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Akismet.Tests;

public sealed class AkismetPolicyTests
{
    public static TheoryData<string, string> Failures => new()
    {
        { "500", "akismet-unavailable" },
        { "503", "akismet-unavailable" },
        { "429", "akismet-limit" },
        { "404", "akismet-refused" },
        { "reset", "akismet-unavailable" },
        { "endless", "akismet-unreadable" },
        { "text:<html>true</html>", "akismet-unreadable" },
        { "text:", "akismet-unreadable" },
        { "text:True false", "akismet-unreadable" },
        { "text:invalid", "akismet-invalid-key" },
    };

    [Fact]
    public async Task Nothing_is_said_of_a_comment_that_is_no_spam()
    {
        await using var site = await Site.StartAsync();

        (await site.JudgeAsync(site.Comment())).Should().BeNull();

        site.Server.Calls.Should().ContainSingle().Which.Path.Should().Be("/1.1/comment-check");
    }

    [Fact]
    public async Task Spam_is_put_with_the_spam()
    {
        await using var site = await Site.StartAsync();

        var byName = await site.JudgeAsync(site.Comment(name: "viagra-test-author"));
        var byEmail = await site.JudgeAsync(site.Comment(email: "akismet-guaranteed-spam@example.com"));

        byName.Should().BeEquivalentTo(
            new { Code = "akismet-spam", Outcome = ModerationOutcome.Spam, Score = 1.0, PublicReason = (string?)null });
        byEmail!.Code.Should().Be("akismet-spam");
    }

    [Fact]
    public async Task What_is_to_be_discarded_is_kept_with_the_spam_unless_the_host_says_otherwise()
    {
        await using var site = await Site.StartAsync();
        await using var strict = await Site.StartAsync(o => o.OnDiscard = ModerationOutcome.Reject);

        var kept = await site.JudgeAsync(site.Comment("test-discard"));
        var refused = await strict.JudgeAsync(strict.Comment("test-discard"));

        kept.Should().BeEquivalentTo(new { Code = "akismet-discard", Outcome = ModerationOutcome.Spam });
        refused.Should().BeEquivalentTo(new { Code = "akismet-discard", Outcome = ModerationOutcome.Reject });
        refused!.PublicReason.Should().NotBeNull();
    }

    [Fact]
    public async Task The_outcome_of_spam_can_be_left_to_the_points()
    {
        await using var site = await Site.StartAsync(o => o.OnSpam = ModerationOutcome.Approve);

        var finding = await site.JudgeAsync(site.Comment(name: "viagra-test-author"));

        finding.Should().BeEquivalentTo(new { Outcome = ModerationOutcome.Approve, Score = 1.0, Overrides = false });
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_holds_the_comment_and_says_which(string failure, string code)
    {
        await using var site = await Site.StartAsync();
        site.Server.Fault = failure switch
        {
            "reset" => Faults.Reset,
            "endless" => Faults.Endless,
            _ when failure.StartsWith("text:", StringComparison.Ordinal) => Faults.Text(failure[5..]),
            _ => Faults.Status(int.Parse(failure, System.Globalization.CultureInfo.InvariantCulture)),
        };

        var finding = await site.JudgeAsync(site.Comment());

        finding.Should().BeEquivalentTo(new { Code = code, Outcome = ModerationOutcome.Hold, Score = 0.0 });
        finding!.Reason.Should().EndWith("A person has to decide.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_answer_in_time_holds_the_comment(bool hasBegun)
    {
        await using var site = await Site.StartAsync(o => o.Timeout = TimeSpan.FromMilliseconds(250));
        site.Server.Fault = hasBegun ? Faults.HangInTheBody : Faults.Hang;

        var finding = await site.JudgeAsync(site.Comment());

        finding.Should().BeEquivalentTo(new { Code = "akismet-timeout", Outcome = ModerationOutcome.Hold });
        finding!.Reason.Should().StartWith("Akismet did not answer within 0.25 seconds.");
    }

    [Fact]
    public async Task Nobody_listening_holds_the_comment()
    {
        await using var site = await Site.StartAsync();
        await site.Server.StopAsync();

        (await site.JudgeAsync(site.Comment()))!.Code.Should().Be("akismet-unavailable");
    }

    [Fact]
    public async Task A_failure_can_be_left_to_the_other_policies()
    {
        await using var site = await Site.StartAsync(o => o.OnFailure = ModerationOutcome.Approve);
        site.Server.Fault = Faults.Status(500);

        var finding = await site.JudgeAsync(site.Comment());

        finding.Should().BeEquivalentTo(
            new { Code = "akismet-unavailable", Outcome = ModerationOutcome.Approve, Score = 0.0, Overrides = false });
    }

    [Fact]
    public async Task A_wrong_key_and_a_faulty_request_are_told_apart()
    {
        await using var wrongKey = await Site.StartAsync(o => o.ApiKey = "wrong");
        await using var faulty = await Site.StartAsync();
        faulty.Server.Fault = (context, stopping) =>
        {
            context.Response.Headers["X-akismet-debug-help"] = "Empty \"blog\" value";
            return context.Response.WriteAsync("invalid", stopping);
        };

        var key = await wrongKey.JudgeAsync(wrongKey.Comment());
        var request = await faulty.JudgeAsync(faulty.Comment());

        key!.Code.Should().Be("akismet-invalid-key");
        key.Details.Should().ContainSingle(d => d.Name == "help" && d.Value == "We were unable to parse your API key");
        request!.Code.Should().Be("akismet-invalid-request");
    }

    [Fact]
    public async Task A_warning_about_the_account_makes_an_approval_doubtful()
    {
        await using var site = await Site.StartAsync();
        site.Server.Headers["X-akismet-alert-code"] = "10001";
        site.Server.Headers["X-akismet-alert-msg"] = "Your key has expired. " + new string('x', 5_000);

        var finding = await site.JudgeAsync(site.Comment());
        var spam = await site.JudgeAsync(site.Comment(name: "viagra-test-author"));

        finding.Should().BeEquivalentTo(new { Code = "akismet-alert", Outcome = ModerationOutcome.Hold });
        finding!.Details.Should().ContainSingle(d => d.Name == "alert-code" && d.Value == "10001");
        finding.Details.Single(d => d.Name == "alert").Value.Should().StartWith("Your key has expired.").And.HaveLength(200);
        spam!.Code.Should().Be("akismet-spam");
    }

    [Fact]
    public async Task Redirections_are_not_followed()
    {
        await using var site = await Site.StartAsync();
        await using var other = await AkismetServer.StartAsync();
        site.Server.Fault = Faults.Redirect(new Uri(other.Address, "comment-check").AbsoluteUri);

        var finding = await site.JudgeAsync(site.Comment());

        finding!.Code.Should().Be("akismet-refused");
        other.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task Cancellation_by_the_caller_comes_out()
    {
        await using var site = await Site.StartAsync();
        using var source = new CancellationTokenSource();
        site.Server.Fault = async (context, stopping) =>
        {
            await source.CancelAsync();
            await Faults.Hang(context, stopping);
        };

        var act = () => site.Policy.EvaluateAsync(site.Context(site.Comment()), source.Token).AsTask();

        (await act.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(source.Token);
    }

    [Fact]
    public async Task A_token_that_is_cancelled_before_sends_nothing()
    {
        await using var site = await Site.StartAsync();

        var act = () => site.Client.CheckAsync(
            new AkismetSubmission { Blog = new Uri("https://front.example/"), Content = "" }, new CancellationToken(true));

        await act.Should().ThrowAsync<OperationCanceledException>();
        site.Server.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task Whatever_the_hosts_handlers_throw_holds_the_comment()
    {
        await using var site = await Site.StartAsync(
            extend: services => services.AddHttpClient(AkismetClient.HttpClientName).AddHttpMessageHandler(() => new ThrowingHandler()));

        (await site.JudgeAsync(site.Comment()))!.Code.Should().Be("akismet-unavailable");
    }

    [Fact]
    public async Task It_is_asked_among_the_outside_policies_and_needs_no_further_facts()
    {
        await using var site = await Site.StartAsync();

        site.Policy.Cost.Should().Be(PolicyCost.Outside);
        site.Policy.Needs.Should().Be(ModerationNeeds.None);
    }

    [Fact]
    public async Task The_version_tells_what_is_asked_for_when()
    {
        await using var site = await Site.StartAsync();
        await using var other = await Site.StartAsync(o => o.OnFailure = ModerationOutcome.Approve);

        site.Policy.Version.Should().Be("1/Spam/Spam/Hold/Hold");
        other.Policy.Version.Should().Be("1/Spam/Spam/Approve/Hold");
    }

    private sealed class ThrowingHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidTimeZoneException();
    }
}

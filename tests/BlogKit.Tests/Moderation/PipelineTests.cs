using BlogKit.Moderation;

namespace BlogKit.Tests.Moderation;

public sealed class PipelineTests
{
    [Fact]
    public async Task The_strictest_outcome_wins_and_every_finding_is_kept()
    {
        await using var blog = await TestBlog.StartAsync(extend: b => b
            .AddModerationPolicy<SaysHold>()
            .AddModerationPolicy<SaysSpam>()
            .AddModerationPolicy<SaysNothing>()
            .AddModerationPolicy<SaysApprove>());

        var comment = await blog.CommentAsync(await blog.PublishAsync());

        comment.Status.Should().Be(CommentStatus.Spam);
        comment.Decision.Outcome.Should().Be(ModerationOutcome.Spam);
        comment.Decision.Findings.Select(f => f.Policy).Should().Equal("says-hold", "says-spam", "says-approve");
    }

    [Fact]
    public async Task The_explanation_says_why_the_outcome_is_what_it_is()
    {
        await using var blog = await TestBlog.StartAsync(extend: b => b.AddModerationPolicy<SaysHold>().AddModerationPolicy<SaysSpam>());

        (await blog.CommentAsync(await blog.PublishAsync())).Decision.Explanation.Should().Be("Because of Spam.");
    }

    [Fact]
    public async Task Without_findings_the_explanation_says_so()
    {
        await using var blog = await TestBlog.StartAsync();

        (await blog.CommentAsync(await blog.PublishAsync())).Decision.Explanation.Should().Be("No policy objected.");
    }

    [Fact]
    public async Task A_failing_policy_holds_the_comment_and_says_why()
    {
        await using var blog = await TestBlog.StartAsync(extend: b => b.AddModerationPolicy<Fails>().AddModerationPolicy<SaysApprove>());

        var comment = await blog.CommentAsync(await blog.PublishAsync());

        comment.Status.Should().Be(CommentStatus.Pending);
        comment.Decision.Findings[0].Should().BeEquivalentTo(
            new { Policy = "fails", PolicyVersion = "1", Code = "policy-failed", Outcome = ModerationOutcome.Hold });
        comment.Decision.Explanation.Should().Contain("'fails'").And.Contain(nameof(InvalidTimeZoneException));
    }

    [Fact]
    public async Task A_policy_that_gives_up_by_itself_holds_the_comment()
    {
        await using var blog = await TestBlog.StartAsync(extend: b => b.AddModerationPolicy<TimesOut>());

        (await blog.CommentAsync(await blog.PublishAsync())).Status.Should().Be(CommentStatus.Pending);
    }

    [Fact]
    public async Task Cancellation_passes_through_and_nothing_is_stored()
    {
        using var source = new CancellationTokenSource();
        await using var blog = await TestBlog.StartAsync(
            extend: b => b.AddModerationPolicy<Cancels>(),
            before: s => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton(s, source));
        var post = await blog.PublishAsync();

        var act = () => blog.Comments.SubmitAsync(
            new NewComment(post.BlogId, post.Id, "Hi") { Name = "G", Email = "g@example.org" }, Actor.Anonymous, source.Token);

        await act.Should().ThrowAsync<OperationCanceledException>();
        (await blog.Threads.CountAsync(post.BlogId, post.Id)).Should().Be(ThreadCounts.None);
    }

    [Fact]
    public async Task Reject_stores_nothing_and_tells_the_writer_why()
    {
        await using var blog = await TestBlog.StartAsync(extend: b => b.AddModerationPolicy<SaysReject>());
        var post = await blog.PublishAsync();

        var result = await blog.SubmitAsync(post);

        result.ShouldFail(ErrorCodes.Rejected);
        result.Error!.Message.Should().Contain("Please do not Reject.").And.NotContain("Because of Reject.");
        (await blog.Threads.CountAsync(post.BlogId, post.Id)).Should().Be(ThreadCounts.None);
    }

    [Fact]
    public async Task The_name_and_the_version_of_a_finding_are_those_of_the_policy_whatever_it_says_itself()
    {
        await using var blog = await TestBlog.StartAsync(
            extend: b => b.AddModerationPolicy<SaysHold>().AddModerationPolicy<SaysAnothersName>());

        var findings = (await blog.CommentAsync(await blog.PublishAsync())).Decision.Findings;

        findings.Select(static f => (f.Policy, f.PolicyVersion))
            .Should().Equal(("says-hold", "1"), ("says-anothers-name", "3-as-it-judged"));
    }

    [Fact]
    public async Task A_policy_refuses_with_an_error_of_its_own()
    {
        await using var blog = await TestBlog.StartAsync(extend: b => b.AddModerationPolicy<Refuses>());

        var error = (await blog.SubmitAsync(await blog.PublishAsync())).Error;

        error.Should().BeEquivalentTo(new
        {
            Kind = ErrorKind.Conflict,
            Code = "seen-elsewhere",
            Field = (string?)null,
            Message = "The comment was not taken. Not twice.",
        });
    }

    [Fact]
    public async Task Hold_all_holds_every_comment()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Moderation.Hold = HoldMode.All);
        var post = await blog.PublishAsync();
        var first = await blog.CommentAsync(post);
        await blog.Moderation.ApproveAsync(first.BlogId, first.Id, blog.EditorActor);

        (await blog.CommentAsync(post)).Status.Should().Be(CommentStatus.Pending);
    }

    [Fact]
    public async Task Hold_first_holds_until_one_is_approved()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Moderation.Hold = HoldMode.FirstComment);
        var post = await blog.PublishAsync();
        var first = await blog.CommentAsync(post);
        var second = await blog.CommentAsync(post);
        await blog.Moderation.ApproveAsync(first.BlogId, first.Id, blog.EditorActor);

        (first.Status, second.Status).Should().Be((CommentStatus.Pending, CommentStatus.Pending));
        (await blog.CommentAsync(post)).Status.Should().Be(CommentStatus.Approved);
        (await blog.CommentAsync(post, with: c => c with { Email = "other@example.org" })).Status.Should().Be(CommentStatus.Pending);
    }

    [Fact]
    public async Task Holding_a_commenters_first_is_the_default() =>
        (await DefaultsAsync()).Status.Should().Be(CommentStatus.Pending);

    [Fact]
    public async Task Approval_in_one_blog_counts_in_that_blog_alone()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Moderation.Hold = HoldMode.FirstComment);
        var first = await blog.CommentAsync(await blog.PublishAsync());
        await blog.Moderation.ApproveAsync(first.BlogId, first.Id, blog.EditorActor);
        var other = (await blog.Blogs.CreateAsync(new NewBlog("other", "Other"), Actor.System)).Value;
        var author = Actor.Author(await blog.AuthorAsync("Ada", blogId: other.Id));
        var post = await blog.PublishAsync("There", with: p => p with { BlogId = other.Id }, actor: author);

        (await blog.CommentAsync(post)).Status.Should().Be(CommentStatus.Pending);
    }

    [Theory]
    [InlineData(BlogRoles.Contributor)]
    [InlineData(BlogRoles.Author)]
    [InlineData(BlogRoles.Moderator)]
    public async Task Authors_and_moderators_pass(BlogRoles role)
    {
        await using var blog = await TestBlog.StartAsync(o => o.Moderation.Hold = HoldMode.All);
        var actor = Actor.Author(await blog.AuthorAsync("Willa", role));

        (await blog.CommentAsync(await blog.PublishAsync(), actor: actor)).Status.Should().Be(CommentStatus.Approved);
    }

    [Fact]
    public async Task A_user_who_moderates_passes()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Moderation.Hold = HoldMode.All);
        var user = Actor.User("u1", "Una", roles: BlogRoles.Moderator);

        (await blog.CommentAsync(await blog.PublishAsync(), actor: user)).Status.Should().Be(CommentStatus.Approved);
    }

    [Fact]
    public async Task A_policy_sees_the_comment_in_its_context()
    {
        var seen = new List<ModerationContext>();
        await using var blog = await TestBlog.StartAsync(
            extend: b => b.AddModerationPolicy<Watches>(),
            before: s => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton(s, seen));
        var post = await blog.PublishAsync("The title");
        var root = await blog.CommentAsync(post, "Root.");

        await blog.CommentAsync(post, "See https://example.org/x now.", root.Id);

        var context = seen[^1];
        context.Post.Title.Should().Be("The title");
        (context.Parent!.Id, context.Parent.PlainText.Trim()).Should().Be((root.Id, "Root."));
        context.Links.Should().Equal("https://example.org/x");
        context.History.Should().Be(new CommenterHistory { Approved = 1 });
        context.IsEdit.Should().BeFalse();
    }

    private static async Task<Comment> DefaultsAsync()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Moderation = new ModerationOptions());
        return await blog.CommentAsync(await blog.PublishAsync());
    }

    private abstract class Says(string name, ModerationOutcome outcome) : IModerationPolicy
    {
        public string Name => name;

        public string Version => "1";

        public ValueTask<ModerationFinding?> EvaluateAsync(
            ModerationContext context, CancellationToken cancellationToken) => new(new ModerationFinding
            {
                Code = "said",
                Reason = $"Because of {outcome}.",
                PublicReason = $"Please do not {outcome}.",
                Outcome = outcome,
            });
    }

    private sealed class SaysHold() : Says("says-hold", ModerationOutcome.Hold);

    private sealed class SaysSpam() : Says("says-spam", ModerationOutcome.Spam);

    private sealed class SaysReject() : Says("says-reject", ModerationOutcome.Reject);

    private sealed class SaysApprove() : Says("says-approve", ModerationOutcome.Approve);

    private sealed class SaysAnothersName() : Acts("says-anothers-name")
    {
        public override ValueTask<ModerationFinding?> EvaluateAsync(
            ModerationContext context, CancellationToken cancellationToken) => new(new ModerationFinding
            {
                Policy = "bans",
                PolicyVersion = "3-as-it-judged",
                Code = "said",
                Reason = "Because.",
                Outcome = ModerationOutcome.Hold,
            });
    }

    private sealed class Refuses() : Acts("refuses")
    {
        public override ValueTask<ModerationFinding?> EvaluateAsync(
            ModerationContext context, CancellationToken cancellationToken) => new(new ModerationFinding
            {
                Code = "said",
                Reason = "It was seen elsewhere.",
                PublicReason = "Not twice.",
                Outcome = ModerationOutcome.Reject,
                Refusal = new FindingRefusal(ErrorKind.Conflict, "seen-elsewhere"),
            });
    }

    private abstract class Acts(string name) : IModerationPolicy
    {
        public string Name => name;

        public string Version => "1";

        public abstract ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken);
    }

    private sealed class SaysNothing() : Acts("says-nothing")
    {
        public override ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken) =>
            default;
    }

    private sealed class Fails() : Acts("fails")
    {
        public override ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken) =>
            throw new InvalidTimeZoneException("broken");
    }

    private sealed class TimesOut() : Acts("times-out")
    {
        public override ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken) =>
            throw new TaskCanceledException("its own time-out");
    }

    private sealed class Cancels(CancellationTokenSource source) : Acts("cancels")
    {
        public override ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
        {
            source.Cancel();
            cancellationToken.ThrowIfCancellationRequested();
            return default;
        }
    }

    private sealed class Watches(List<ModerationContext> seen) : Acts("watches")
    {
        public override ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
        {
            seen.Add(context);
            return default;
        }
    }
}

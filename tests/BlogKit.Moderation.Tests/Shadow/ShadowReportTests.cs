using BlogKit.Storage;

namespace BlogKit.Moderation.Tests;

public sealed class ShadowReportTests
{
    [Fact]
    public async Task It_compares_the_sets_with_each_other_and_with_what_became_of_the_comments()
    {
        await using var blog = await TestBlog.StartAsync();
        var reports = blog.Get<ShadowReportService>();
        var from = blog.Now;
        await JudgedAsync(blog, ModerationOutcome.Approve, ModerationOutcome.Approve, CommentStatus.Approved);
        await JudgedAsync(blog, ModerationOutcome.Approve, ModerationOutcome.Spam, CommentStatus.Spam);
        await JudgedAsync(blog, ModerationOutcome.Approve, ModerationOutcome.Hold, CommentStatus.Approved);
        await JudgedAsync(blog, ModerationOutcome.Hold, ModerationOutcome.Approve, CommentStatus.Trashed);
        await JudgedAsync(blog, ModerationOutcome.Hold, ModerationOutcome.Hold, CommentStatus.Pending);

        var report = (await reports.ReportAsync(blog.Blog.Id, "strict@2", from, blog.Now.AddDays(1), blog.EditorActor)).Value;

        (report.Judged, report.Same, report.Stricter, report.Milder).Should().Be((5, 2, 2, 1));
        report.Outcomes.Should().Equal(
            new ShadowOutcomes(ModerationOutcome.Approve, ModerationOutcome.Approve, 1),
            new ShadowOutcomes(ModerationOutcome.Approve, ModerationOutcome.Hold, 1),
            new ShadowOutcomes(ModerationOutcome.Approve, ModerationOutcome.Spam, 1),
            new ShadowOutcomes(ModerationOutcome.Hold, ModerationOutcome.Approve, 1),
            new ShadowOutcomes(ModerationOutcome.Hold, ModerationOutcome.Hold, 1));
        report.Live.Should().Be(new ShadowTruth { BadStopped = 1, BadPassed = 1, GoodPassed = 2 });
        report.Tried.Should().Be(new ShadowTruth { BadStopped = 1, GoodStopped = 1, BadPassed = 1, GoodPassed = 1 });
        (report.Tried.Precision, report.Tried.Recall, report.Live.Precision).Should().Be((0.5, 0.5, 1.0));
        report.Differences.Select(d => (d.Live, d.Tried, d.Status)).Should().Equal(
            (ModerationOutcome.Hold, ModerationOutcome.Approve, CommentStatus.Trashed),
            (ModerationOutcome.Approve, ModerationOutcome.Hold, CommentStatus.Approved),
            (ModerationOutcome.Approve, ModerationOutcome.Spam, CommentStatus.Spam));
        report.Differences[2].TriedReason.Should().Be("The set says Spam.");
    }

    [Fact]
    public async Task Only_the_set_and_the_time_that_were_asked_for_count()
    {
        await using var blog = await TestBlog.StartAsync();
        var reports = blog.Get<ShadowReportService>();
        await JudgedAsync(blog, ModerationOutcome.Approve, ModerationOutcome.Spam, CommentStatus.Approved);
        blog.Clock.Advance(TimeSpan.FromDays(1));
        var from = blog.Now;
        await JudgedAsync(blog, ModerationOutcome.Approve, ModerationOutcome.Hold, CommentStatus.Approved);
        blog.Clock.Advance(TimeSpan.FromSeconds(1));
        var until = blog.Now;
        await JudgedAsync(blog, ModerationOutcome.Approve, ModerationOutcome.Spam, CommentStatus.Approved);

        var report = (await reports.ReportAsync(blog.Blog.Id, "strict@2", from, until, blog.EditorActor)).Value;
        var other = (await reports.ReportAsync(blog.Blog.Id, "mild@1", from, until, blog.EditorActor)).Value;

        report.Outcomes.Should().Equal(new ShadowOutcomes(ModerationOutcome.Approve, ModerationOutcome.Hold, 1));
        other.Judged.Should().Be(0);
        (other.Tried.Precision, other.Tried.Recall).Should().Be((null, null));
    }

    [Fact]
    public async Task A_comment_that_is_gone_or_has_another_text_now_proves_nothing()
    {
        await using var blog = await TestBlog.StartAsync();
        var reports = blog.Get<ShadowReportService>();
        var from = blog.Now;
        var purged = await JudgedAsync(blog, ModerationOutcome.Approve, ModerationOutcome.Spam, CommentStatus.Approved);
        var edited = await JudgedAsync(blog, ModerationOutcome.Approve, ModerationOutcome.Spam, CommentStatus.Approved);
        await blog.Moderation.PurgeAsync(purged.BlogId, purged.Id, blog.EditorActor);
        await blog.Comments.EditAsync(
            edited.BlogId, edited.Id, "Another text.", blog.EditorActor, (await blog.StoredAsync(edited.Id)).Version);

        var report = (await reports.ReportAsync(blog.Blog.Id, "strict@2", from, blog.Now.AddDays(1), blog.EditorActor)).Value;

        (report.Judged, report.Stricter).Should().Be((2, 2));
        report.Tried.Should().Be(ShadowTruth.None);
        report.Differences.Select(d => d.Status).Should().Equal(CommentStatus.Approved, null);
    }

    [Fact]
    public async Task Of_many_differences_the_newest_are_shown()
    {
        await using var blog = await TestBlog.StartAsync();
        var reports = blog.Get<ShadowReportService>();
        var from = blog.Now;
        var last = default(CommentId);
        for (var i = 0; i < 25; i++)
        {
            last = (await JudgedAsync(blog, ModerationOutcome.Approve, ModerationOutcome.Spam, CommentStatus.Approved)).Id;
        }

        var report = (await reports.ReportAsync(blog.Blog.Id, "strict@2", from, blog.Now.AddDays(1), blog.EditorActor)).Value;

        report.Stricter.Should().Be(25);
        report.Differences.Should().HaveCount(20);
        report.Differences[0].CommentId.Should().Be(last);
    }

    [Fact]
    public async Task It_is_for_moderators_of_the_blog_and_needs_a_time()
    {
        await using var blog = await TestBlog.StartAsync();
        var reports = blog.Get<ShadowReportService>();
        var now = blog.Now;
        var other = (await blog.Blogs.CreateAsync(new NewBlog("other", "Other"), Actor.System)).Value;
        var stranger = Actor.Author(await blog.AuthorAsync("Stranger", BlogRoles.Moderator | BlogRoles.Administrator, blogId: other.Id));

        (await reports.ReportAsync(blog.Blog.Id, "strict@2", now, now.AddDays(1), stranger)).ShouldFail(ErrorCodes.NotAllowed);
        (await reports.ReportAsync(blog.Blog.Id, "strict@2", now, now, blog.EditorActor)).ShouldFail(ErrorCodes.OutOfRange, "Until");
        (await reports.ReportAsync(blog.Blog.Id, " ", now, now.AddDays(1), blog.EditorActor)).ShouldFail(ErrorCodes.Required, "PolicySet");
    }

    private static async Task<Comment> JudgedAsync(TestBlog blog, ModerationOutcome live, ModerationOutcome tried, CommentStatus status)
    {
        blog.Clock.Advance(TimeSpan.FromSeconds(1));
        var comment = await blog.StoredAsync((await blog.CommentAsync(await blog.PublishAsync())).Id);
        var judged = comment with { Status = status, Decision = Decision(blog, live) };
        var record = new ModerationRecord
        {
            CommentId = comment.Id,
            BlogId = blog.Blog.Id,
            Revision = 1,
            Action = ModerationAction.Reevaluated,
            From = comment.Status,
            To = status,
            ActorKey = ActorKey.System,
            Decision = judged.Decision,
            Shadows =
            [
                new ShadowVerdict("other@1", Decision(blog, ModerationOutcome.Reject)),
                new ShadowVerdict("strict@2", Decision(blog, tried)),
            ],
            At = blog.Now,
        };
        await blog.Get<ICommentChangeStore>().UpdateAsync(new CommentChange(judged, record), CancellationToken.None);
        return judged;
    }

    private static ModerationDecision Decision(TestBlog blog, ModerationOutcome outcome) => new()
    {
        Outcome = outcome,
        Findings = [new ModerationFinding
        {
            Policy = "set",
            PolicyVersion = "1",
            Code = "says",
            Reason = $"The set says {outcome}.",
            Outcome = outcome,
        }],
        DecidedAt = blog.Now,
    };
}

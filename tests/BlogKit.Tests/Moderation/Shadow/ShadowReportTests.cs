using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit.Tests.Moderation.Shadow;

public sealed class ShadowReportTests
{
    [Fact]
    public async Task It_compares_the_sets_with_each_other_and_with_what_became_of_the_comments()
    {
        await using var desk = await Desk.StartAsync();
        var from = desk.Blog.Now;
        await JudgedAsync(desk, ModerationOutcome.Approve, ModerationOutcome.Approve, CommentStatus.Approved);
        await JudgedAsync(desk, ModerationOutcome.Approve, ModerationOutcome.Spam, CommentStatus.Spam);
        await JudgedAsync(desk, ModerationOutcome.Approve, ModerationOutcome.Hold, CommentStatus.Approved);
        await JudgedAsync(desk, ModerationOutcome.Hold, ModerationOutcome.Approve, CommentStatus.Trashed);
        await JudgedAsync(desk, ModerationOutcome.Hold, ModerationOutcome.Hold, CommentStatus.Pending);

        var report = (await desk.Shadows.ReportAsync(desk.BlogId, "strict@2", from, desk.Blog.Now.AddDays(1), desk.Moderator)).Value;

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
        await using var desk = await Desk.StartAsync();
        await JudgedAsync(desk, ModerationOutcome.Approve, ModerationOutcome.Spam, CommentStatus.Approved);
        desk.Blog.Clock.Advance(TimeSpan.FromDays(1));
        var from = desk.Blog.Now;
        await JudgedAsync(desk, ModerationOutcome.Approve, ModerationOutcome.Hold, CommentStatus.Approved);
        desk.Tick();
        var until = desk.Blog.Now;
        await JudgedAsync(desk, ModerationOutcome.Approve, ModerationOutcome.Spam, CommentStatus.Approved);

        var report = (await desk.Shadows.ReportAsync(desk.BlogId, "strict@2", from, until, desk.Moderator)).Value;
        var other = (await desk.Shadows.ReportAsync(desk.BlogId, "mild@1", from, until, desk.Moderator)).Value;

        report.Outcomes.Should().Equal(new ShadowOutcomes(ModerationOutcome.Approve, ModerationOutcome.Hold, 1));
        other.Judged.Should().Be(0);
        (other.Tried.Precision, other.Tried.Recall).Should().Be((null, null));
    }

    [Fact]
    public async Task A_comment_that_is_gone_or_has_another_text_now_proves_nothing()
    {
        await using var desk = await Desk.StartAsync();
        var from = desk.Blog.Now;
        var purged = await JudgedAsync(desk, ModerationOutcome.Approve, ModerationOutcome.Spam, CommentStatus.Approved);
        var edited = await JudgedAsync(desk, ModerationOutcome.Approve, ModerationOutcome.Spam, CommentStatus.Approved);
        await desk.Single.PurgeAsync(purged.BlogId, purged.Id, desk.Moderator);
        await desk.Blog.Comments.EditAsync(edited.BlogId, edited.Id, "Another text.", desk.Moderator, (await desk.StoredAsync(edited.Id)).Version);

        var report = (await desk.Shadows.ReportAsync(desk.BlogId, "strict@2", from, desk.Blog.Now.AddDays(1), desk.Moderator)).Value;

        (report.Judged, report.Stricter).Should().Be((2, 2));
        report.Tried.Should().Be(ShadowTruth.None);
        report.Differences.Select(d => d.Status).Should().Equal(CommentStatus.Approved, null);
    }

    [Fact]
    public async Task Of_many_differences_the_newest_are_shown()
    {
        await using var desk = await Desk.StartAsync();
        var from = desk.Blog.Now;
        var last = default(CommentId);
        for (var i = 0; i < 25; i++)
        {
            last = (await JudgedAsync(desk, ModerationOutcome.Approve, ModerationOutcome.Spam, CommentStatus.Approved)).Id;
        }

        var report = (await desk.Shadows.ReportAsync(desk.BlogId, "strict@2", from, desk.Blog.Now.AddDays(1), desk.Moderator)).Value;

        report.Stricter.Should().Be(25);
        report.Differences.Should().HaveCount(20);
        report.Differences[0].CommentId.Should().Be(last);
    }

    [Fact]
    public async Task It_is_for_moderators_of_the_blog_and_needs_a_time()
    {
        await using var desk = await Desk.StartAsync();
        var now = desk.Blog.Now;

        (await desk.Shadows.ReportAsync(desk.BlogId, "strict@2", now, now.AddDays(1), await desk.StrangerAsync())).ShouldFail(ErrorCodes.NotAllowed);
        (await desk.Shadows.ReportAsync(desk.BlogId, "strict@2", now, now, desk.Moderator)).ShouldFail(ErrorCodes.OutOfRange, "Until");
        (await desk.Shadows.ReportAsync(desk.BlogId, " ", now, now.AddDays(1), desk.Moderator)).ShouldFail(ErrorCodes.Required, "PolicySet");
    }

    private static async Task<Comment> JudgedAsync(Desk desk, ModerationOutcome live, ModerationOutcome tried, CommentStatus status)
    {
        desk.Tick();
        var comment = await desk.StoredAsync((await desk.CommentAsync()).Id);
        var judged = comment with { Status = status, Decision = Decision(desk, live) };
        var record = new ModerationRecord
        {
            CommentId = comment.Id,
            BlogId = desk.BlogId,
            Revision = 1,
            Action = ModerationAction.Reevaluated,
            From = comment.Status,
            To = status,
            ActorKey = ActorKey.System,
            Decision = judged.Decision,
            Shadows = [new ShadowVerdict("other@1", Decision(desk, ModerationOutcome.Reject)), new ShadowVerdict("strict@2", Decision(desk, tried))],
            At = desk.Blog.Now,
        };
        await desk.Changes.UpdateAsync(new CommentChange(judged, record), CancellationToken.None);
        return judged;
    }

    private static ModerationDecision Decision(Desk desk, ModerationOutcome outcome) => new()
    {
        Outcome = outcome,
        Findings = [new ModerationFinding { Policy = "set", PolicyVersion = "1", Code = "says", Reason = $"The set says {outcome}.", Outcome = outcome }],
        DecidedAt = desk.Blog.Now,
    };
}

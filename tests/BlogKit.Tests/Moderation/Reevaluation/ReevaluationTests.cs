using BlogKit.Internal;
using BlogKit.Moderation;

namespace BlogKit.Tests.Moderation.Reevaluation;

public sealed class ReevaluationTests
{
    [Fact]
    public async Task What_waits_is_judged_by_the_policies_of_today()
    {
        await using var desk = await Desk.StartAsync();
        var held = await desk.CommentsAsync(3, "Please hold.");
        var judge = new Judge(comment => comment.Id == held[0].Id ? ModerationOutcome.Approve
            : comment.Id == held[1].Id ? ModerationOutcome.Spam
            : ModerationOutcome.Reject);
        var told = new List<ReevaluationReport>();

        var report = (await desk.Reevaluation(judge).RunAsync(desk.BlogId, desk.Moderator, new Told(told))).Value;

        (report.Judged, report.Approved, report.Spam, report.Held, report.Skipped).Should().Be((3, 1, 1, 1, 0));
        told.Select(r => r.Judged).Should().Equal(1, 2, 3);
        var approved = await desk.StoredAsync(held[0].Id);
        (approved.Status, approved.ApprovedRevision, approved.Decision.PolicySet).Should().Be((CommentStatus.Approved, 1, Judge.Set));
        (await desk.StoredAsync(held[1].Id)).Status.Should().Be(CommentStatus.Spam);
        var waiting = await desk.StoredAsync(held[2].Id);
        (waiting.Status, waiting.Decision.Outcome)
            .Should().Be((CommentStatus.Pending, ModerationOutcome.Reject), "what was taken once is not refused later");
        (await desk.RecordsAsync(held[0].Id))[^1].Should().BeEquivalentTo(new
        {
            Action = ModerationAction.Reevaluated,
            ActorKey = desk.Moderator.Key,
            Reason = "The policies have changed.",
            Decision = approved.Decision,
            OperationId = (Guid?)report.OperationId,
        });
    }

    [Fact]
    public async Task What_people_hold_and_what_today_judged_already_is_left_alone()
    {
        await using var desk = await Desk.StartAsync();
        var comments = await desk.CommentsAsync(3);
        await desk.Single.HoldAsync(comments[0].BlogId, comments[0].Id, desk.Moderator);
        await desk.Flags.FlagAsync(comments[1].BlogId, comments[1].Id, FlagKind.Offensive, null, desk.Moderator);
        await desk.ImportAsync(
            comments[2], c => c with { Status = CommentStatus.Pending, Decision = c.Decision with { PolicySet = Judge.Set } });

        var report = (await desk.Reevaluation(new Judge(_ => ModerationOutcome.Approve)).RunAsync(desk.BlogId, desk.Moderator)).Value;

        (report.Judged, report.Skipped).Should().Be((0, 3));
        (await desk.StoredAsync(comments[0].Id)).Status.Should().Be(CommentStatus.Pending);
        (await desk.StoredAsync(comments[1].Id)).Status.Should().Be(CommentStatus.Pending);
    }

    [Fact]
    public async Task What_a_moderator_decides_meanwhile_stays()
    {
        await using var desk = await Desk.StartAsync();
        var held = await desk.CommentAsync("Please hold.");
        var judge = new Judge(_ => ModerationOutcome.Approve, () => desk.Single.TrashAsync(held.BlogId, held.Id, desk.Moderator));

        var report = (await desk.Reevaluation(judge).RunAsync(desk.BlogId, desk.Moderator)).Value;

        report.Skipped.Should().Be(1);
        (await desk.StoredAsync(held.Id)).Status.Should().Be(CommentStatus.Trashed);
    }

    [Fact]
    public async Task More_than_a_batch_is_judged_each_once()
    {
        await using var desk = await Desk.StartAsync();
        await desk.CommentsAsync(205, "Please hold.");
        var judge = new Judge(comment => comment.Id.Value.ToByteArray()[15] % 2 == 0 ? ModerationOutcome.Approve : ModerationOutcome.Hold);

        var report = (await desk.Reevaluation(judge).RunAsync(desk.BlogId, desk.Moderator)).Value;

        report.Judged.Should().Be(205);
        judge.Asked.Should().OnlyHaveUniqueItems().And.HaveCount(205);
        (await desk.Reevaluation(judge).RunAsync(desk.BlogId, desk.Moderator)).Value.Judged
            .Should().Be(0, "today's policies judged it already");
    }

    [Fact]
    public async Task It_can_be_undone()
    {
        await using var desk = await Desk.StartAsync();
        var held = await desk.CommentsAsync(2, "Please hold.");
        var report = (await desk.Reevaluation(new Judge(_ => ModerationOutcome.Approve)).RunAsync(desk.BlogId, desk.Moderator)).Value;

        var undone = (await desk.Bulk.UndoAsync(desk.BlogId, report.OperationId, desk.Moderator)).Value;

        undone.Done.Should().Equal(held.Select(c => c.Id));
        var stored = await desk.StoredAsync(held[0].Id);
        (stored.Status, stored.ApprovedRevision).Should().Be((CommentStatus.Pending, null));
    }

    [Fact]
    public async Task It_is_for_moderators_of_the_blog()
    {
        await using var desk = await Desk.StartAsync();

        (await desk.Reevaluation(
            new Judge(_ => ModerationOutcome.Approve)).RunAsync(desk.BlogId, await desk.StrangerAsync())).ShouldFail(ErrorCodes.NotAllowed);
    }

    [Fact]
    public async Task One_comment_is_judged_whatever_its_status_and_nothing_changes()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync("Fine.");
        await desk.Single.TrashAsync(comment.BlogId, comment.Id, desk.Moderator);
        var before = await desk.StoredAsync(comment.Id);
        var log = await desk.RecordsAsync(comment.Id);

        var decision = (await desk.Reevaluation(
            new Judge(_ => ModerationOutcome.Spam)).JudgeAsync(comment.BlogId, comment.Id, desk.Moderator)).Value;

        (decision.Outcome, decision.PolicySet).Should().Be((ModerationOutcome.Spam, Judge.Set));
        (await desk.StoredAsync(comment.Id)).Should().BeEquivalentTo(before);
        (await desk.RecordsAsync(comment.Id)).Should().HaveCount(log.Length);
    }

    [Fact]
    public async Task What_one_comment_would_come_to_is_for_moderators_and_for_comments_that_are_there()
    {
        await using var desk = await Desk.StartAsync();
        var judge = new Judge(_ => ModerationOutcome.Approve);
        var comment = await desk.CommentAsync();
        var purged = await desk.CommentAsync();
        await desk.CommentAsync(with: c => c with { PostId = purged.PostId, ParentId = purged.Id });
        await desk.Single.PurgeAsync(purged.BlogId, purged.Id, desk.Moderator);

        (await desk.Reevaluation(judge).JudgeAsync(
            comment.BlogId, comment.Id, await desk.StrangerAsync())).ShouldFail(ErrorCodes.NotAllowed);
        (await desk.Reevaluation(judge).JudgeAsync(
            desk.BlogId, CommentId.From(Guid.CreateVersion7()), desk.Moderator)).ShouldFail(ErrorCodes.CommentNotFound);
        (await desk.Reevaluation(judge).JudgeAsync(purged.BlogId, purged.Id, desk.Moderator)).ShouldFail(ErrorCodes.Purged);
        (await desk.Reevaluation(new Judge(_ => null)).JudgeAsync(
            comment.BlogId, comment.Id, desk.Moderator)).ShouldFail(ErrorCodes.PostNotFound);
        judge.Asked.Should().BeEmpty();
    }

    private sealed class Told(List<ReevaluationReport> reports) : IProgress<ReevaluationReport>
    {
        public void Report(ReevaluationReport value) => reports.Add(value);
    }

    private sealed class Judge(Func<Comment, ModerationOutcome?> outcome, Func<Task>? meanwhile = null) : IJudgeAgain
    {
        public const string Set = "today@1";

        public string PolicySet => Set;

        public List<CommentId> Asked { get; } = [];

        public async Task<ModerationDecision?> JudgeAsync(Comment comment, CancellationToken cancellationToken)
        {
            Asked.Add(comment.Id);
            if (meanwhile is not null)
            {
                await meanwhile();
            }

            return outcome(comment) is { } decided ? new ModerationDecision
            {
                Outcome = decided,
                Findings = [],
                DecidedAt = comment.CreatedAt,
                PolicySet = Set,
            } : null;
        }
    }
}

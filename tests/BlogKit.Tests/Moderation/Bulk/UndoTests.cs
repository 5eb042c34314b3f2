using BlogKit.Moderation;
using FsCheck;
using FsCheck.Fluent;

namespace BlogKit.Tests.Moderation.Bulk;

public sealed class UndoTests
{
    [Fact]
    public async Task The_last_action_is_undone_and_then_the_one_before()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync("Please hold.");
        await desk.Single.ApproveAsync(comment.BlogId, comment.Id, desk.Moderator);
        await desk.Single.TrashAsync(comment.BlogId, comment.Id, desk.Moderator);

        (await desk.Single.UndoLastAsync(comment.BlogId, comment.Id, desk.Moderator)).Value.Status.Should().Be(CommentStatus.Approved);
        (await desk.Single.UndoLastAsync(comment.BlogId, comment.Id, desk.Moderator)).Value.Status.Should().Be(CommentStatus.Pending);
        (await desk.Single.UndoLastAsync(comment.BlogId, comment.Id, desk.Moderator)).ShouldFail(ErrorCodes.NotUndoable);
    }

    [Fact]
    public async Task What_was_undone_last_can_be_done_again_until_something_else_is_done()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        await desk.Single.TrashAsync(comment.BlogId, comment.Id, desk.Moderator);
        await desk.Single.UndoLastAsync(comment.BlogId, comment.Id, desk.Moderator);

        (await desk.Single.RedoLastAsync(comment.BlogId, comment.Id, desk.Moderator)).Value.Status.Should().Be(CommentStatus.Trashed);
        await desk.Single.UndoLastAsync(comment.BlogId, comment.Id, desk.Moderator);
        await desk.Single.HoldAsync(comment.BlogId, comment.Id, desk.Moderator);
        (await desk.Single.RedoLastAsync(comment.BlogId, comment.Id, desk.Moderator)).ShouldFail(ErrorCodes.NotUndoable);
    }

    [Fact]
    public async Task An_edit_in_between_is_not_undone_away()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        var trashed = (await desk.Single.TrashAsync(comment.BlogId, comment.Id, desk.Moderator)).Value;
        await desk.Blog.Comments.EditAsync(comment.BlogId, comment.Id, "Another text.", desk.Moderator, trashed.Version);

        (await desk.Single.UndoLastAsync(comment.BlogId, comment.Id, desk.Moderator)).ShouldFail(ErrorCodes.NotUndoable);
        (await desk.StoredAsync(comment.Id)).Status.Should().Be(CommentStatus.Trashed);
    }

    [Fact]
    public async Task Undoing_is_for_moderators_of_the_blog()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        var trashed = (await desk.Single.TrashAsync(comment.BlogId, comment.Id, desk.Moderator)).Value;

        (await desk.Single.UndoLastAsync(comment.BlogId, comment.Id, await desk.StrangerAsync())).ShouldFail(ErrorCodes.NotAllowed);
        (await desk.Single.UndoLastAsync(
            comment.BlogId, comment.Id, desk.Moderator, version: trashed.Version - 1)).ShouldFail(ErrorCodes.Changed);
    }

    [Fact]
    public async Task Holding_twice_around_an_approval_stays_held_by_hand_when_the_second_is_undone()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        await desk.Single.HoldAsync(comment.BlogId, comment.Id, desk.Moderator);
        await desk.Single.TrashAsync(comment.BlogId, comment.Id, desk.Moderator);
        await desk.Single.HoldAsync(comment.BlogId, comment.Id, desk.Moderator);

        await desk.Single.UndoLastAsync(comment.BlogId, comment.Id, desk.Moderator);
        var restored = (await desk.Single.RestoreAsync(comment.BlogId, comment.Id, desk.Moderator)).Value;

        restored.Status.Should().Be(CommentStatus.Pending);
        restored.Hold!.By.Should().Be(CommentHolder.Moderator);
    }

    [Fact]
    public async Task What_was_held_by_hand_through_an_edit_stays_so_when_a_second_hold_is_undone()
    {
        await using var desk = await Desk.StartAsync();
        var una = Actor.User("una", "Una");
        var comment = await desk.CommentAsync(actor: una);
        var held = (await desk.Single.HoldAsync(comment.BlogId, comment.Id, desk.Moderator, reason: "Ask the lawyer.")).Value;
        await desk.Blog.Comments.EditAsync(comment.BlogId, comment.Id, "Another text.", una, held.Version);
        await desk.Single.TrashAsync(comment.BlogId, comment.Id, desk.Moderator);
        await desk.Single.HoldAsync(comment.BlogId, comment.Id, desk.Moderator);

        (await desk.Single.UndoLastAsync(comment.BlogId, comment.Id, desk.Moderator)).Value
            .Hold!.Reason.Should().Be("Ask the lawyer.");
    }

    [Fact]
    public void Undoing_any_sequence_of_actions_in_reverse_returns_every_comment_to_its_start()
    {
        var steps = Gen.Choose(0, 6 * 3 - 1).ListOf().ToArbitrary();

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(60),
            Prop.ForAll(steps, moves => HoldsAsync(moves, reverse: true).GetAwaiter().GetResult()));
    }

    [Fact]
    public void Every_action_that_changes_something_has_exactly_one_record_with_its_actor_and_reason()
    {
        var steps = Gen.Choose(0, 6 * 3 - 1).ListOf().ToArbitrary();

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(40),
            Prop.ForAll(steps, moves => HoldsAsync(moves, reverse: false).GetAwaiter().GetResult()));
    }

    private static async Task<bool> HoldsAsync(IEnumerable<int> moves, bool reverse)
    {
        await using var desk = await Desk.StartAsync();
        Comment[] start =
        [
            await desk.CommentAsync(),
            await desk.CommentAsync("Please hold."),
            await desk.CommentAsync("Buy spam.", with: c => c with { Email = "sam@example.org" }),
        ];
        var operations = new List<Guid>();
        var written = start.Length;
        var step = 0;
        foreach (var move in moves)
        {
            desk.Tick();
            var request = new BulkRequest(
                desk.BlogId, (BulkAction)(move % 6), [new BulkComment(start[move / 6].Id), new BulkComment(start[0].Id)])
            {
                Reason = $"Step {step++}.",
            };
            var result = (await desk.Bulk.ApplyAsync(request, desk.Moderator)).Value;
            var records = await desk.LogStore.ListAllOfOperationAsync(desk.BlogId, result.OperationId, CancellationToken.None);
            records.Select(r => r.CommentId).Should().Equal(result.Done);
            records.All(r => r.ActorKey == desk.Moderator.Key && r.Reason == request.Reason).Should().BeTrue();
            written += result.Done.Length;
            operations.Add(result.OperationId);
        }

        (await desk.Log.ListAsync(new LogFilter(desk.BlogId), desk.Moderator, size: 200)).Value.Items.Length
            .Should().Be(Math.Min(written, 200));
        if (reverse)
        {
            foreach (var operation in Enumerable.Reverse(operations))
            {
                desk.Tick();
                var undone = await desk.Bulk.UndoAsync(desk.BlogId, operation, desk.Moderator);
                (undone.Succeeded ? undone.Value.Failed : []).Should().BeEmpty();
            }

            foreach (var before in start)
            {
                var after = await desk.StoredAsync(before.Id);
                (after.Status, after.StatusBeforeRemoval, after.ApprovedRevision, after.Decision.Outcome).Should()
                    .Be((before.Status, before.StatusBeforeRemoval, before.ApprovedRevision, before.Decision.Outcome));
                after.Decision.Findings.Should().Equal(before.Decision.Findings);
            }

            (await desk.Bans.ListAsync(desk.BlogId, desk.Moderator)).Value.Should().BeEmpty();
        }

        return true;
    }
}

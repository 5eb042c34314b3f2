using System.Collections.Immutable;
using BlogKit.Moderation;

namespace BlogKit.Tests.Moderation.Bulk;

public sealed class BulkTests
{
    [Theory]
    [InlineData(BulkAction.Approve, CommentStatus.Approved, ModerationAction.Approved)]
    [InlineData(BulkAction.Spam, CommentStatus.Spam, ModerationAction.MarkedSpam)]
    [InlineData(BulkAction.Trash, CommentStatus.Trashed, ModerationAction.Trashed)]
    [InlineData(BulkAction.Ban, CommentStatus.Spam, ModerationAction.Banned)]
    public async Task Every_comment_is_changed_and_logged_with_the_operation(
        BulkAction action, CommentStatus status, ModerationAction logged)
    {
        await using var desk = await Desk.StartAsync();
        var held = await desk.CommentsAsync(3, "Please hold.");

        var result = (await desk.Bulk.ApplyAsync(Request(desk, action, held), desk.Moderator)).Value;

        result.Done.Should().Equal(held.Select(c => c.Id));
        var records = (await desk.Log.ListAllOfOperationAsync(desk.BlogId, result.OperationId, desk.Moderator)).Value;
        records.Select(r => (r.CommentId, r.Action, r.To, r.ActorKey, r.Reason)).Should().Equal(
            held.Select(c => (c.Id, logged, status, desk.Moderator.Key!.Value, (string?)"As agreed.")));
        foreach (var comment in held)
        {
            (await desk.StoredAsync(comment.Id)).Status.Should().Be(status);
        }
    }

    [Fact]
    public async Task What_is_so_already_what_changed_since_and_what_is_not_there_does_not_hold_up_the_rest()
    {
        await using var desk = await Desk.StartAsync();
        var comments = await desk.CommentsAsync(3);
        var trashed = (await desk.Single.TrashAsync(comments[0].BlogId, comments[0].Id, desk.Moderator)).Value;
        await desk.Single.HoldAsync(comments[1].BlogId, comments[1].Id, Actor.System);
        var missing = new CommentId(Guid.CreateVersion7());
        ImmutableArray<BulkComment> named =
        [
            new(trashed.Id),
            new(comments[1].Id, comments[1].Version),
            new(missing),
            new(comments[2].Id, comments[2].Version),
            new(comments[2].Id),
        ];

        var result = (await desk.Bulk.ApplyAsync(new BulkRequest(desk.BlogId, BulkAction.Trash, named), desk.Moderator)).Value;

        result.Done.Should().Equal(comments[2].Id);
        result.Unchanged.Should().Equal(trashed.Id);
        result.Failed.Select(f => (f.Id, f.Error.Code))
            .Should().Equal((comments[1].Id, ErrorCodes.Changed), (missing, ErrorCodes.CommentNotFound));
        (await desk.StoredAsync(comments[1].Id)).Status.Should().Be(CommentStatus.Pending);
    }

    [Fact]
    public async Task Undoing_returns_every_comment_to_what_it_was()
    {
        await using var desk = await Desk.StartAsync();
        var shown = await desk.CommentAsync();
        var held = await desk.CommentAsync("Please hold.");
        var spam = (await desk.Single.MarkSpamAsync(desk.BlogId, (await desk.CommentAsync()).Id, desk.Moderator)).Value;
        Comment[] all = [await desk.StoredAsync(shown.Id), await desk.StoredAsync(held.Id), await desk.StoredAsync(spam.Id)];

        var done = (await desk.Bulk.ApplyAsync(Request(desk, BulkAction.Trash, all), desk.Moderator)).Value;
        var undone = (await desk.Bulk.UndoAsync(desk.BlogId, done.OperationId, desk.Moderator, "Wrong button.")).Value;

        undone.Done.Should().Equal(all.Select(c => c.Id));
        foreach (var before in all)
        {
            State(await desk.StoredAsync(before.Id)).Should().Be(State(before));
            (await desk.RecordsAsync(before.Id))[^1].Should().BeEquivalentTo(
                new
                {
                    Action = ModerationAction.Undone,
                    OperationId = (Guid?)undone.OperationId,
                    Reason = "Wrong button.",
                    ActorKey = desk.Moderator.Key,
                });
        }
    }

    [Fact]
    public async Task An_undoing_can_be_undone_and_that_too()
    {
        await using var desk = await Desk.StartAsync();
        var comments = await desk.CommentsAsync(2);
        var operation = (await desk.Bulk.ApplyAsync(Request(desk, BulkAction.Hold, comments), desk.Moderator)).Value.OperationId;
        CommentStatus[] expected = [CommentStatus.Approved, CommentStatus.Pending, CommentStatus.Approved, CommentStatus.Pending];

        foreach (var status in expected)
        {
            desk.Tick();
            var undone = (await desk.Bulk.UndoAsync(desk.BlogId, operation, desk.Moderator)).Value;

            undone.Done.Should().HaveCount(2);
            operation = undone.OperationId;
            var stored = await desk.StoredAsync(comments[0].Id);
            stored.Status.Should().Be(status);
            (stored.Hold is { By: CommentHolder.Moderator }).Should().Be(status is CommentStatus.Pending);
            stored.Decision.Outcome.Should().Be(status is CommentStatus.Pending ? ModerationOutcome.Hold : ModerationOutcome.Approve);
        }
    }

    [Fact]
    public async Task What_somebody_changed_since_is_left_alone()
    {
        await using var desk = await Desk.StartAsync();
        var comments = await desk.CommentsAsync(3);
        var done = (await desk.Bulk.ApplyAsync(Request(desk, BulkAction.Trash, comments), desk.Moderator)).Value;
        await desk.Single.MarkSpamAsync(comments[0].BlogId, comments[0].Id, Actor.System);
        await desk.Single.PurgeAsync(comments[1].BlogId, comments[1].Id, Actor.System);

        var undone = (await desk.Bulk.UndoAsync(desk.BlogId, done.OperationId, desk.Moderator)).Value;

        undone.Done.Should().Equal(comments[2].Id);
        undone.Failed.Select(f => (f.Id, f.Error.Code))
            .Should().Equal((comments[0].Id, ErrorCodes.Changed), (comments[1].Id, ErrorCodes.CommentNotFound));
        (await desk.StoredAsync(comments[0].Id)).Status.Should().Be(CommentStatus.Spam);
        (await desk.Bulk.UndoAsync(desk.BlogId, done.OperationId, desk.Moderator)).Value.Done.Should().BeEmpty("it was undone already");
    }

    [Fact]
    public async Task What_somebody_did_again_since_is_theirs()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        var done = (await desk.Bulk.ApplyAsync(Request(desk, BulkAction.Trash, [comment]), desk.Moderator)).Value;
        await desk.Single.ApproveAsync(comment.BlogId, comment.Id, Actor.System);
        await desk.Single.TrashAsync(comment.BlogId, comment.Id, Actor.System, reason: "For another reason.");

        var undone = (await desk.Bulk.UndoAsync(desk.BlogId, done.OperationId, desk.Moderator)).Value;

        undone.Failed.Should().ContainSingle(f => f.Error.Code == ErrorCodes.Changed);
        (await desk.StoredAsync(comment.Id)).Status.Should().Be(CommentStatus.Trashed);
    }

    [Fact]
    public async Task Two_moderators_who_undo_at_once_undo_it_once()
    {
        await using var desk = await Desk.StartAsync();
        var comments = await desk.CommentsAsync(20);
        var done = (await desk.Bulk.ApplyAsync(Request(desk, BulkAction.Spam, comments), desk.Moderator)).Value;

        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
            Task.Run(() => desk.Bulk.UndoAsync(desk.BlogId, done.OperationId, Actor.System))));

        results.Sum(r => r.Value.Done.Length).Should().Be(20);
        foreach (var comment in comments)
        {
            (await desk.StoredAsync(comment.Id)).Status.Should().Be(CommentStatus.Approved);
            (await desk.RecordsAsync(comment.Id)).Count(r => r.Action is ModerationAction.Undone).Should().Be(1);
        }
    }

    [Fact]
    public async Task Two_moderators_with_opposite_wishes_leave_one_record_for_each_change()
    {
        await using var desk = await Desk.StartAsync();
        var comments = await desk.CommentsAsync(20, "Please hold.");

        var results = await Task.WhenAll(
            Task.Run(() => desk.Bulk.ApplyAsync(Request(desk, BulkAction.Approve, comments, versions: true), desk.Moderator)),
            Task.Run(() => desk.Bulk.ApplyAsync(Request(desk, BulkAction.Trash, comments, versions: true), Actor.System)));

        results.Sum(r => r.Value.Done.Length).Should().Be(20);
        results.Sum(r => r.Value.Failed.Length).Should().Be(20);
        foreach (var comment in comments)
        {
            var records = await desk.RecordsAsync(comment.Id);
            records.Should().HaveCount(2);
            (await desk.StoredAsync(comment.Id)).Status.Should().Be(records[1].To);
        }
    }

    [Fact]
    public async Task A_ban_in_bulk_is_lifted_by_undoing_and_in_force_again_by_undoing_that()
    {
        await using var desk = await Desk.StartAsync();
        var comments = await desk.CommentsAsync(2, with: c => c with { RemoteAddress = "192.0.2.7" });
        var request = Request(desk, BulkAction.Ban, comments) with
        {
            BanTarget = BanTarget.WriterAndAddress,
            BanUntil = desk.Blog.Now.AddDays(7),
        };

        var done = (await desk.Bulk.ApplyAsync(request, desk.Moderator)).Value;

        (await InForceAsync(desk)).Select(b => (b.Key, b.Until, b.Reason)).Should().BeEquivalentTo(new[]
        {
            ("address:192.0.2.7/32", request.BanUntil, "As agreed."), ("email:gus@example.org", request.BanUntil, "As agreed."),
        });
        desk.Tick();
        var undone = (await desk.Bulk.UndoAsync(desk.BlogId, done.OperationId, desk.Moderator)).Value;
        (await InForceAsync(desk)).Should().BeEmpty();
        desk.Tick();
        var again = (await desk.Bulk.UndoAsync(desk.BlogId, undone.OperationId, desk.Moderator)).Value;
        (await InForceAsync(desk)).Select(b => b.Until).Should().HaveCount(2).And.OnlyContain(until => until == request.BanUntil);
        desk.Tick();
        await desk.Bulk.UndoAsync(desk.BlogId, again.OperationId, desk.Moderator);
        (await InForceAsync(desk)).Should().BeEmpty();
    }

    [Fact]
    public async Task Undoing_a_ban_leaves_one_that_was_there_before()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        await desk.Bans.BanAsync(new NewBan(desk.BlogId, "email:gus@example.org") { Reason = "Long ago." }, desk.Moderator);
        desk.Tick();

        var done = (await desk.Bulk.ApplyAsync(Request(desk, BulkAction.Ban, [comment]), desk.Moderator)).Value;
        desk.Tick();
        await desk.Bulk.UndoAsync(desk.BlogId, done.OperationId, desk.Moderator);

        (await InForceAsync(desk)).Should().ContainSingle(b => b.Reason == "Long ago.");
    }

    [Fact]
    public async Task Whom_nobody_can_ban_is_left_alone()
    {
        await using var desk = await Desk.StartAsync();
        var authors = await desk.CommentAsync(actor: Actor.Author(await desk.Blog.AuthorAsync("Willa")));
        var nobodys = await desk.ImportAsync(authors, c => c with { By = new Commenter { Name = "Nobody" } });

        var result = (await desk.Bulk.ApplyAsync(Request(desk, BulkAction.Ban, [authors, nobodys]), desk.Moderator)).Value;

        result.Failed.Select(f => f.Error.Code).Should().Equal(ErrorCodes.CannotBeBanned, ErrorCodes.CannotBeBanned);
        (await desk.StoredAsync(authors.Id)).Status.Should().Be(CommentStatus.Approved);
        (await InForceAsync(desk)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_request_that_is_wrong_as_a_whole_changes_nothing()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        var request = Request(desk, BulkAction.Trash, [comment]);
        var many = Enumerable.Range(0, BulkModerationService.MaximumComments + 1)
            .Select(_ => new BulkComment(comment.Id))
            .ToImmutableArray();

        (await desk.Bulk.ApplyAsync(request with { Comments = [] }, desk.Moderator)).ShouldFail(ErrorCodes.Required, "Comments");
        (await desk.Bulk.ApplyAsync(request with { Comments = default }, desk.Moderator)).ShouldFail(ErrorCodes.Required, "Comments");
        (await desk.Bulk.ApplyAsync(request with { Comments = many }, desk.Moderator)).ShouldFail(ErrorCodes.TooMany, "Comments");
        (await desk.Bulk.ApplyAsync(request with { Action = (BulkAction)9 }, desk.Moderator)).ShouldFail(ErrorCodes.OutOfRange, "Action");
        (await desk.Bulk.ApplyAsync(
            request with { Reason = new string('x', 1_001) }, desk.Moderator)).ShouldFail(ErrorCodes.TooLong, "Reason");
        (await desk.Bulk.ApplyAsync(
            request with { BanUntil = desk.Blog.Now }, desk.Moderator)).ShouldFail(ErrorCodes.OutOfRange, "BanUntil");
        (await desk.Bulk.UndoAsync(desk.BlogId, Guid.CreateVersion7(), desk.Moderator)).ShouldFail(ErrorCodes.OperationNotFound);
        (await desk.RecordsAsync(comment.Id)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_moderator_of_another_blog_has_no_say()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        var stranger = await desk.StrangerAsync();
        var request = Request(desk, BulkAction.Trash, [comment]);
        var done = (await desk.Bulk.ApplyAsync(request, desk.Moderator)).Value;

        (await desk.Bulk.ApplyAsync(request, stranger)).ShouldFail(ErrorCodes.NotAllowed);
        (await desk.Bulk.ApplyAsync(request with { BlogId = stranger.BlogId!.Value }, stranger)).Value
            .Failed.Should().ContainSingle(f => f.Error.Code == ErrorCodes.CommentNotFound);
        (await desk.Bulk.UndoAsync(desk.BlogId, done.OperationId, stranger)).ShouldFail(ErrorCodes.NotAllowed);
        (await desk.Bulk.UndoAsync(stranger.BlogId!.Value, done.OperationId, stranger)).ShouldFail(ErrorCodes.OperationNotFound);
    }

    [Fact]
    public async Task Cancelling_between_comments_keeps_what_was_done()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var act = () => desk.Bulk.ApplyAsync(Request(desk, BulkAction.Trash, [comment]), desk.Moderator, cancelled.Token);

        await act.Should().ThrowAsync<OperationCanceledException>();
        (await desk.StoredAsync(comment.Id)).Status.Should().Be(CommentStatus.Approved);
    }

    private static (CommentStatus Status, CommentStatus? Before, int? Approved) State(Comment comment) =>
        (comment.Status, comment.StatusBeforeRemoval, comment.ApprovedRevision);

    private static BulkRequest Request(Desk desk, BulkAction action, IEnumerable<Comment> comments, bool versions = false) =>
        new(desk.BlogId, action, [.. comments.Select(c => new BulkComment(c.Id, versions ? c.Version : null))]) { Reason = "As agreed." };

    private static async Task<ImmutableArray<Ban>> InForceAsync(Desk desk) =>
        (await desk.Bans.ListAsync(desk.BlogId, desk.Moderator)).Value;
}

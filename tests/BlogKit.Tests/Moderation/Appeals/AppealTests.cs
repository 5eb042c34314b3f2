using BlogKit.Moderation;

namespace BlogKit.Tests.Moderation.Appeals;

public sealed class AppealTests
{
    private static readonly Actor s_una = Actor.User("una", "Una");

    [Theory]
    [InlineData("Fine.", OwnCommentStanding.Shown, "Your comment is shown.", false)]
    [InlineData("Please hold.", OwnCommentStanding.Waiting, "It looks like advertising.", true)]
    [InlineData("Buy spam.", OwnCommentStanding.NotShown, "It looks like advertising.", true)]
    public async Task A_writer_sees_the_state_of_their_comment_and_nothing_of_the_policies(
        string text, OwnCommentStanding standing, string reason, bool canAppeal)
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync(text, s_una);

        var state = (await desk.Appeals.GetOwnStateAsync(comment.BlogId, comment.Id, s_una)).Value;

        state.Should().Be(new OwnCommentState
        {
            Id = comment.Id,
            Standing = standing,
            Reason = reason,
            CanAppeal = canAppeal,
            Appeal = null,
        });
        state.ToString().Should().NotContainAny("words", "secret rule", "spam-word", "list");
    }

    [Fact]
    public async Task What_a_moderator_wrote_for_moderators_is_not_told()
    {
        await using var desk = await Desk.StartAsync();
        var comments = await desk.CommentsAsync(3, "Please hold.", s_una);
        await desk.Single.HoldAsync(comments[0].BlogId, comments[0].Id, desk.Moderator, reason: "Ask the lawyer.");
        await desk.Single.TrashAsync(comments[1].BlogId, comments[1].Id, desk.Moderator, reason: "An idiot.");
        await desk.Single.MarkSpamAsync(comments[2].BlogId, comments[2].Id, desk.Moderator, reason: "An idiot.");

        (await StateAsync(desk, comments[0])).Should().Be((OwnCommentStanding.Waiting, "Your comment waits for a moderator."));
        (await StateAsync(desk, comments[1])).Should().Be((OwnCommentStanding.NotShown, "Your comment is not shown."));
        (await StateAsync(desk, comments[2])).Should().Be((OwnCommentStanding.NotShown, "Your comment is not shown."));
    }

    [Fact]
    public async Task An_answer_reaches_the_queue_and_a_decision_closes_it()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync("Buy spam.", s_una);
        desk.Tick();

        var state = (await desk.Appeals.AppealAsync(comment.BlogId, comment.Id, "  I mean the canned meat.\r\nReally. ", s_una)).Value;

        state.CanAppeal.Should().BeFalse();
        state.Appeal.Should().Be(new CommentAppeal("I mean the canned meat.\nReally.", desk.Blog.Now));
        var appeals = desk.Waiting with { Statuses = [], OpenAppeals = true };
        var queued = (await desk.Queue.ListAsync(appeals, desk.Moderator)).Value.Items.Should().ContainSingle().Subject;
        queued.Why.OpenAppeal.Should().BeTrue();
        queued.Why.Sentence.Should().Be("Its writer asks to look again. Taken for spam: It has a word of the list.");
        desk.Tick();
        await desk.Single.ApproveAsync(comment.BlogId, comment.Id, desk.Moderator);
        (await desk.StoredAsync(comment.Id)).Appeal!.AnsweredAt.Should().Be(desk.Blog.Now);
        (await desk.Queue.ListAsync(appeals, desk.Moderator)).Value.Items.Should().BeEmpty();
        (await desk.RecordsAsync(comment.Id)).Select(r => (r.Action, r.ActorKey, r.From, r.To, r.Reason)).Skip(1).Should().Equal(
            (ModerationAction.Appealed, ActorKey.User("una"), CommentStatus.Spam, CommentStatus.Spam, null),
            (ModerationAction.Approved, desk.Moderator.Key!.Value, CommentStatus.Spam, CommentStatus.Approved, null));
    }

    [Fact]
    public async Task A_moderator_declines_by_deciding_the_same_again_and_may_undo_that()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync("Buy spam.", s_una);
        await desk.Appeals.AppealAsync(comment.BlogId, comment.Id, "It is not.", s_una);
        desk.Tick();

        var declined = (await desk.Single.MarkSpamAsync(comment.BlogId, comment.Id, desk.Moderator, reason: "It is.")).Value;

        declined.Appeal!.AnsweredAt.Should().Be(desk.Blog.Now);
        (await desk.RecordsAsync(comment.Id))[^1].Action.Should().Be(ModerationAction.MarkedSpam);
        (await desk.Single.UndoLastAsync(comment.BlogId, comment.Id, desk.Moderator)).Value.Appeal!.AnsweredAt.Should().BeNull();
    }

    [Fact]
    public async Task There_is_one_answer_for_ever()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync("Buy spam.", s_una);
        await desk.Appeals.AppealAsync(comment.BlogId, comment.Id, "It is not.", s_una);
        await desk.Single.ApproveAsync(comment.BlogId, comment.Id, desk.Moderator);
        await desk.Single.TrashAsync(comment.BlogId, comment.Id, desk.Moderator);

        (await desk.Appeals.AppealAsync(comment.BlogId, comment.Id, "Again!", s_una)).ShouldFail(ErrorCodes.AlreadyAppealed);
        (await desk.Appeals.GetOwnStateAsync(comment.BlogId, comment.Id, s_una)).Value.CanAppeal.Should().BeFalse();
    }

    [Fact]
    public async Task Two_answers_at_once_leave_one()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync("Buy spam.", s_una);

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            i => Task.Run(() => desk.Appeals.AppealAsync(comment.BlogId, comment.Id, $"Answer {i}.", s_una))));

        results.Count(r => r.Succeeded).Should().Be(1);
        (await desk.RecordsAsync(comment.Id)).Count(r => r.Action is ModerationAction.Appealed).Should().Be(1);
    }

    [Fact]
    public async Task Nobody_but_the_writer_learns_that_the_comment_is_there()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync("Buy spam.", s_una);
        var nobodys = await desk.CommentAsync("Buy spam.");

        foreach (var other in new[] { Actor.Anonymous, Actor.User("eve", "Eve"), desk.Moderator, await desk.StrangerAsync() })
        {
            (await desk.Appeals.GetOwnStateAsync(comment.BlogId, comment.Id, other)).ShouldFail(ErrorCodes.CommentNotFound);
            (await desk.Appeals.AppealAsync(comment.BlogId, comment.Id, "Let it through.", other)).ShouldFail(ErrorCodes.CommentNotFound);
            (await desk.Appeals.GetOwnStateAsync(nobodys.BlogId, nobodys.Id, other)).ShouldFail(ErrorCodes.CommentNotFound);
        }
    }

    [Fact]
    public async Task What_is_shown_withdrawn_or_gone_is_not_answered_for()
    {
        await using var desk = await Desk.StartAsync();
        var shown = await desk.CommentAsync("Fine.", s_una);
        var withdrawn = await desk.CommentAsync("Please hold.", s_una);
        await desk.Blog.Comments.WithdrawAsync(withdrawn.BlogId, withdrawn.Id, s_una, withdrawn.Version);
        var spam = await desk.CommentAsync("Buy spam.", s_una);

        (await desk.Appeals.AppealAsync(shown.BlogId, shown.Id, "Why?", s_una)).ShouldFail(ErrorCodes.NotAppealable);
        (await desk.Appeals.AppealAsync(withdrawn.BlogId, withdrawn.Id, "Why?", s_una)).ShouldFail(ErrorCodes.NotAppealable);
        (await StateAsync(desk, withdrawn)).Standing.Should().Be(OwnCommentStanding.Withdrawn);
        desk.AppealOptions.AfterSpam = false;
        (await desk.Appeals.AppealAsync(spam.BlogId, spam.Id, "Why?", s_una)).ShouldFail(ErrorCodes.NotAppealable);
        await desk.Single.PurgeAsync(spam.BlogId, spam.Id, desk.Moderator);
        (await desk.Appeals.GetOwnStateAsync(spam.BlogId, spam.Id, s_una)).ShouldFail(ErrorCodes.CommentNotFound);
    }

    [Fact]
    public async Task An_answer_has_its_limits()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync("Buy spam.", s_una);

        (await desk.Appeals.AppealAsync(comment.BlogId, comment.Id, " \u200B ", s_una)).ShouldFail(ErrorCodes.Required, "Text");
        (await desk.Appeals.AppealAsync(comment.BlogId, comment.Id, new string('x', 1_001), s_una)).ShouldFail(ErrorCodes.TooLong, "Text");
        (await desk.Appeals.AppealAsync(comment.BlogId, comment.Id, "a\0", s_una)).ShouldFail(ErrorCodes.InvalidText, "Text");
        desk.AppealOptions.Enabled = false;
        (await desk.Appeals.AppealAsync(comment.BlogId, comment.Id, "Why?", s_una)).ShouldFail(ErrorCodes.NotEnabled);
        (await desk.StoredAsync(comment.Id)).Appeal.Should().BeNull();
    }

    [Fact]
    public void Options_out_of_range_are_named()
    {
        var failures = new List<string>();

        new AppealOptions { MaximumLength = 0 }.Check("BlogKit:Moderation:Appeals", failures);

        failures.Should().Equal("BlogKit:Moderation:Appeals:MaximumLength must be 1 to 10000, not 0.");
    }

    private static async Task<(OwnCommentStanding Standing, string Reason)> StateAsync(Desk desk, Comment comment)
    {
        var state = (await desk.Appeals.GetOwnStateAsync(comment.BlogId, comment.Id, s_una)).Value;
        return (state.Standing, state.Reason);
    }
}

using BlogKit.Moderation;

namespace BlogKit.Tests.Moderation.Holds;

public sealed class CommentHoldTests
{
    [Fact]
    public async Task A_moderators_hold_stands_on_the_comment_and_no_finding_tells_of_it()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();

        var held = (await desk.Single.HoldAsync(comment.BlogId, comment.Id, desk.Moderator, reason: "Ask the lawyer.")).Value;

        held.Hold.Should().Be(
            new CommentHold { By = CommentHolder.Moderator, Reason = "Ask the lawyer.", OutcomeBefore = ModerationOutcome.Approve });
        held.Decision.Findings.Should().BeEquivalentTo(comment.Decision.Findings);
        (held.Decision.Outcome, held.Explanation).Should().Be((ModerationOutcome.Hold, "Ask the lawyer."));
        var queued = (await desk.Queue.ListAsync(desk.Waiting, desk.Moderator)).Value.Items.Should().ContainSingle().Subject;
        (queued.Why.Kind, queued.Why.Sentence).Should().Be((WhyHereKind.Moderator, "Held by a moderator: Ask the lawyer."));
    }

    [Fact]
    public async Task Undoing_it_gives_the_decision_its_outcome_back()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        await desk.Single.HoldAsync(comment.BlogId, comment.Id, desk.Moderator);

        var undone = (await desk.Single.UndoLastAsync(comment.BlogId, comment.Id, desk.Moderator)).Value;

        undone.Hold.Should().BeNull();
        (undone.Status, undone.Decision.Outcome).Should().Be((CommentStatus.Approved, ModerationOutcome.Approve));
    }

    [Fact]
    public async Task What_the_later_moderator_says_is_why_it_is_held_and_the_log_has_both()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        await desk.Single.HoldAsync(comment.BlogId, comment.Id, desk.Moderator, reason: "Ask the lawyer.");
        await desk.Single.HoldAsync(comment.BlogId, comment.Id, Actor.System, reason: "The lawyer says no.");

        var same = (await desk.Single.HoldAsync(comment.BlogId, comment.Id, desk.Moderator)).Value;

        same.Hold.Should().Be(
            new CommentHold { By = CommentHolder.Moderator, Reason = "The lawyer says no.", OutcomeBefore = ModerationOutcome.Approve });
        (await desk.RecordsAsync(comment.Id)).Where(static r => r.Action is ModerationAction.Held).Select(static r => r.Reason)
            .Should().Equal("Ask the lawyer.", "The lawyer says no.");
        var once = (await desk.Single.UndoLastAsync(comment.BlogId, comment.Id, desk.Moderator)).Value;
        (once.Status, once.Hold!.Reason).Should().Be((CommentStatus.Pending, "Ask the lawyer."));
        var again = (await desk.Single.RedoLastAsync(comment.BlogId, comment.Id, desk.Moderator)).Value;
        again.Hold.Should().Be(same.Hold);
    }

    [Fact]
    public async Task Whoever_holds_without_a_word_what_was_shown_since_does_not_repeat_the_moderator_before()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        await desk.Single.HoldAsync(comment.BlogId, comment.Id, desk.Moderator, reason: "Ask the lawyer.");
        await desk.Single.ApproveAsync(comment.BlogId, comment.Id, desk.Moderator);

        var held = (await desk.Single.HoldAsync(comment.BlogId, comment.Id, Actor.System)).Value;

        held.Hold!.Reason.Should().Be("A moderator put the comment back to wait.");
        (await desk.Single.UndoLastAsync(comment.BlogId, comment.Id, desk.Moderator)).Value.Hold!.Reason.Should().Be("Ask the lawyer.");
    }

    [Fact]
    public async Task Undoing_a_later_hold_of_what_was_mended_in_the_trash_leaves_the_earlier_one()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        var held = (await desk.Single.HoldAsync(comment.BlogId, comment.Id, desk.Moderator, reason: "Ask the lawyer.")).Value;
        var trashed = (await desk.Single.TrashAsync(comment.BlogId, comment.Id, desk.Moderator)).Value;
        await desk.Blog.Comments.EditAsync(comment.BlogId, comment.Id, "Without the name.", desk.Moderator, trashed.Version);
        await desk.Single.HoldAsync(comment.BlogId, comment.Id, desk.Moderator, reason: "Still.");

        var undone = (await desk.Single.UndoLastAsync(comment.BlogId, comment.Id, desk.Moderator)).Value;

        (undone.Status, undone.Hold).Should().Be((CommentStatus.Trashed, held.Hold));
    }

    [Fact]
    public async Task Undoing_a_moderators_hold_of_what_readers_put_back_leaves_it_to_them()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        await desk.Flags.FlagAsync(comment.BlogId, comment.Id, FlagKind.Offensive, null, desk.Moderator);
        var flagged = await desk.StoredAsync(comment.Id);

        (await desk.Single.HoldAsync(comment.BlogId, comment.Id, desk.Moderator, reason: "Mine.")).Value.Hold!.By
            .Should().Be(CommentHolder.Moderator);
        var undone = (await desk.Single.UndoLastAsync(comment.BlogId, comment.Id, desk.Moderator)).Value;

        flagged.Hold!.By.Should().Be(CommentHolder.Readers);
        undone.Hold.Should().Be(flagged.Hold);
        undone.Decision.Outcome.Should().Be(ModerationOutcome.Hold);
    }

    [Fact]
    public async Task A_hold_goes_on_with_the_next_text_whose_record_does_not_say_what_the_moderator_said()
    {
        await using var desk = await Desk.StartAsync();
        var una = Actor.User("una", "Una");
        var comment = await desk.CommentAsync(actor: una);
        var held = (await desk.Single.HoldAsync(comment.BlogId, comment.Id, desk.Moderator, reason: "Ask the lawyer.")).Value;

        var edited = (await desk.Blog.Comments.EditAsync(comment.BlogId, comment.Id, "Another text.", una, held.Version)).Value;

        edited.Status.Should().Be(CommentStatus.Pending);
        (await desk.StoredAsync(comment.Id)).Hold.Should().Be(held.Hold);
        var record = (await desk.RecordsAsync(comment.Id))[^1];
        (record.Action, record.Reason).Should().Be((ModerationAction.Edited, null));
        record.Decision!.Outcome.Should().Be(ModerationOutcome.Approve, "that is what the policies said about the text");
    }

    [Fact]
    public async Task White_space_is_no_reason()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        await desk.Single.HoldAsync(comment.BlogId, comment.Id, desk.Moderator, reason: "Ask the lawyer.");
        var held = await desk.StoredAsync(comment.Id);

        await desk.Single.HoldAsync(comment.BlogId, comment.Id, desk.Moderator, reason: " ");

        (await desk.StoredAsync(comment.Id)).Should().Be(held);
    }

    [Fact]
    public async Task Undoing_a_later_hold_leaves_what_was_said_before_whoever_said_nothing_in_between()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        await desk.Single.HoldAsync(comment.BlogId, comment.Id, desk.Moderator, reason: "Ask the lawyer.");
        await desk.Single.TrashAsync(comment.BlogId, comment.Id, desk.Moderator);
        await desk.Single.HoldAsync(comment.BlogId, comment.Id, desk.Moderator);
        await desk.Single.HoldAsync(comment.BlogId, comment.Id, desk.Moderator, reason: "The lawyer says no.");

        var undone = (await desk.Single.UndoLastAsync(comment.BlogId, comment.Id, desk.Moderator)).Value;

        undone.Hold!.Reason.Should().Be("Ask the lawyer.");
    }

    [Fact]
    public async Task A_hold_that_is_done_again_says_what_it_said()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        await desk.Single.HoldAsync(comment.BlogId, comment.Id, desk.Moderator, reason: "Ask the lawyer.");
        await desk.Single.ApproveAsync(comment.BlogId, comment.Id, desk.Moderator);
        var held = (await desk.Single.HoldAsync(comment.BlogId, comment.Id, desk.Moderator)).Value;
        await desk.Single.UndoLastAsync(comment.BlogId, comment.Id, desk.Moderator);

        var again = (await desk.Single.RedoLastAsync(comment.BlogId, comment.Id, desk.Moderator)).Value;

        (again.Status, again.Hold).Should().Be((CommentStatus.Pending, held.Hold));
    }

    [Fact]
    public async Task A_text_that_is_written_once_the_comment_is_shown_is_held_by_nobody()
    {
        await using var desk = await Desk.StartAsync();
        var una = Actor.User("una", "Una");
        var comment = await desk.CommentAsync(actor: una);
        await desk.Single.HoldAsync(comment.BlogId, comment.Id, desk.Moderator);
        var shown = (await desk.Single.ApproveAsync(comment.BlogId, comment.Id, desk.Moderator)).Value;

        await desk.Blog.Comments.EditAsync(comment.BlogId, comment.Id, "Please hold this text.", una, shown.Version);

        var stored = await desk.StoredAsync(comment.Id);
        (stored.Status, stored.Hold).Should().Be((CommentStatus.Pending, null));
    }

    [Fact]
    public async Task A_hold_outlives_the_trash_and_what_is_mended_there()
    {
        await using var desk = await Desk.StartAsync();
        var comment = await desk.CommentAsync();
        var held = (await desk.Single.HoldAsync(comment.BlogId, comment.Id, desk.Moderator, reason: "Ask the lawyer.")).Value;
        var trashed = (await desk.Single.TrashAsync(comment.BlogId, comment.Id, desk.Moderator)).Value;
        await desk.Blog.Comments.EditAsync(comment.BlogId, comment.Id, "Without the name.", desk.Moderator, trashed.Version);

        var restored = (await desk.Single.RestoreAsync(comment.BlogId, comment.Id, desk.Moderator)).Value;

        (restored.Status, restored.Hold).Should().Be((CommentStatus.Pending, held.Hold));
    }

    [Theory]
    [InlineData(CommentStatus.Spam)]
    [InlineData(CommentStatus.Trashed)]
    [InlineData(CommentStatus.Deleted)]
    public async Task A_mention_that_a_moderator_took_away_stays_away_whatever_its_page_does(CommentStatus status)
    {
        await using var desk = await Desk.StartAsync();
        var post = await desk.Blog.PublishAsync();
        var mention = new NewMention(desk.BlogId, post.Id, new Uri("https://elsewhere.example/1"), "Well said.") { MayBeShown = true };
        var comment = (await desk.Blog.Comments.SubmitMentionAsync(mention)).Value.Comment;
        _ = status switch
        {
            CommentStatus.Spam => await desk.Single.MarkSpamAsync(comment.BlogId, comment.Id, desk.Moderator),
            CommentStatus.Trashed => await desk.Single.TrashAsync(comment.BlogId, comment.Id, desk.Moderator),
            _ => await desk.Blog.Comments.WithdrawAsync(comment.BlogId, comment.Id, desk.Moderator, comment.Version),
        };

        (await desk.Blog.Comments.WithdrawMentionAsync(desk.BlogId, post.Id, mention.Source)).Should().BeFalse();
        await desk.Blog.Comments.SubmitMentionAsync(mention with { Text = "Well said indeed." });

        (await desk.StoredAsync(comment.Id)).Status.Should().Be(status);
    }

    [Fact]
    public async Task A_hold_outlives_a_mention_that_goes_and_comes_back()
    {
        await using var desk = await Desk.StartAsync();
        var post = await desk.Blog.PublishAsync();
        var mention = new NewMention(desk.BlogId, post.Id, new Uri("https://elsewhere.example/1"), "Well said.") { MayBeShown = true };
        var comment = (await desk.Blog.Comments.SubmitMentionAsync(mention)).Value.Comment;
        var held = (await desk.Single.HoldAsync(comment.BlogId, comment.Id, desk.Moderator, reason: "Who is that?")).Value;
        await desk.Blog.Comments.WithdrawMentionAsync(desk.BlogId, post.Id, mention.Source);

        await desk.Blog.Comments.SubmitMentionAsync(mention);

        var stored = await desk.StoredAsync(comment.Id);
        (stored.Status, stored.Hold).Should().Be((CommentStatus.Pending, held.Hold));
    }

    [Fact]
    public async Task Who_holds_a_comment_and_why_is_told_to_moderators_alone()
    {
        await using var desk = await Desk.StartAsync();
        var una = Actor.User("una", "Una");
        var comment = await desk.CommentAsync(actor: una, with: static c => c with { IdempotencyKey = "once" });
        await desk.Single.HoldAsync(comment.BlogId, comment.Id, desk.Moderator, reason: "Her lawyer wrote to us.");
        var source = new Uri("https://elsewhere.example/1");
        var mention = new NewMention(desk.BlogId, comment.PostId, source, "Well said.") { MayBeShown = true };
        var mentioned = (await desk.Blog.Comments.SubmitMentionAsync(mention)).Value.Comment;
        await desk.Single.HoldAsync(comment.BlogId, mentioned.Id, desk.Moderator, reason: "Who is that?");
        var writing = desk.Blog.Comments;
        var again = new NewComment(desk.BlogId, comment.PostId, comment.Markdown) { IdempotencyKey = "once" };

        var read = (await writing.GetAsync(comment.BlogId, comment.Id, una)).Value;
        var replayed = (await writing.SubmitAsync(again, una)).Value;
        var same = (await writing.EditAsync(comment.BlogId, comment.Id, comment.Markdown, una, read.Version)).Value;
        var edited = (await writing.EditAsync(comment.BlogId, comment.Id, "Another text.", una, read.Version)).Value;
        var withdrawn = (await writing.WithdrawAsync(comment.BlogId, comment.Id, una, edited.Version)).Value;
        var sameMention = (await writing.SubmitMentionAsync(mention)).Value;
        var otherMention = (await writing.SubmitMentionAsync(mention with { Text = "Well said, on the whole." })).Value;

        replayed.Replayed.Should().BeTrue();
        Comment[] told = [read, replayed.Comment, same, edited, withdrawn, sameMention.Comment, otherMention.Comment];
        told.Should().OnlyContain(static c => c.Hold == null && !c.Explanation.Contains("lawyer") && !c.Explanation.Contains("Who"));
        (await writing.GetAsync(comment.BlogId, comment.Id, desk.Moderator)).Value.Hold!.Reason.Should().Be("Her lawyer wrote to us.");
        (await desk.StoredAsync(mentioned.Id)).Hold!.Reason.Should().Be("Who is that?");
    }

    [Fact]
    public async Task The_queue_is_asked_for_what_moderators_or_readers_put_back()
    {
        await using var desk = await Desk.StartAsync();
        var comments = await desk.CommentsAsync(3);
        await desk.Single.HoldAsync(comments[0].BlogId, comments[0].Id, desk.Moderator);
        await desk.Flags.FlagAsync(comments[1].BlogId, comments[1].Id, FlagKind.Offensive, null, desk.Moderator);

        (await HeldByAsync(CommentHolder.Moderator)).Should().Equal(comments[0].Id);
        (await HeldByAsync(CommentHolder.Readers)).Should().Equal(comments[1].Id);
        (await desk.Queue.ListAsync(desk.Waiting with { HeldBy = (CommentHolder)9 }, desk.Moderator)).ShouldFail(ErrorCodes.OutOfRange);

        async Task<IEnumerable<CommentId>> HeldByAsync(CommentHolder holder) =>
            (await desk.Queue.ListAsync(
                desk.Waiting with { HeldBy = holder }, desk.Moderator)).Value.Items.Select(static i => i.Comment.Id);
    }
}

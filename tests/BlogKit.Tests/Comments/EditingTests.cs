using BlogKit.Moderation;

namespace BlogKit.Tests.Comments;

public sealed class EditingTests
{
    private static Actor Una => Actor.User("una", "Una");

    [Fact]
    public async Task The_writer_edits_within_the_window_and_the_old_text_is_kept()
    {
        await using var blog = await TestBlog.StartAsync();
        var comment = await blog.CommentAsync(await blog.PublishAsync(), "First.", actor: Una);
        blog.Clock.Advance(TimeSpan.FromMinutes(1));

        var edited = (await blog.Comments.EditAsync(comment.BlogId, comment.Id, "Second.", Una, comment.Version)).Value;

        (edited.Markdown, edited.Revision, edited.Version, edited.EditedAt).Should().Be(("Second.", 2, 2, blog.Now));
        edited.Html.Should().Contain("Second.");
        var revisions = (await blog.Log.ListAllRevisionsAsync(comment.BlogId, comment.Id, blog.EditorActor)).Value;
        revisions.Should().ContainSingle().Which.Should().Be(new CommentRevision
        {
            CommentId = comment.Id,
            Revision = 1,
            Markdown = "First.",
            ReplacedAt = blog.Now,
            ReplacedBy = ActorKey.User("una"),
        });
    }

    [Fact]
    public async Task The_window_closes_to_the_tick()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Comments.EditWindow = TimeSpan.FromMinutes(5));
        var comment = await blog.CommentAsync(await blog.PublishAsync(), actor: Una);

        blog.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        comment = (await blog.Comments.EditAsync(comment.BlogId, comment.Id, "In time.", Una, comment.Version)).Value;
        blog.Clock.Advance(TimeSpan.FromTicks(1));

        (await blog.Comments.EditAsync(
            comment.BlogId, comment.Id, "Too late.", Una, comment.Version)).ShouldFail(ErrorCodes.EditWindowOver);
        (await blog.Comments.WithdrawAsync(comment.BlogId, comment.Id, Una, comment.Version)).ShouldFail(ErrorCodes.EditWindowOver);
    }

    [Fact]
    public async Task A_window_that_closed_stays_closed_when_the_clock_is_set_back()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Comments.EditWindow = TimeSpan.FromMinutes(15));
        var post = await blog.PublishAsync();
        var comment = await blog.CommentAsync(post, actor: Una);
        blog.Clock.Advance(TimeSpan.FromMinutes(20));
        (await blog.Comments.EditAsync(
            comment.BlogId, comment.Id, "Too late.", Una, comment.Version)).ShouldFail(ErrorCodes.EditWindowOver);

        blog.Clock.Jump(TimeSpan.FromMinutes(-18));

        (await blog.Comments.EditAsync(
            comment.BlogId, comment.Id, "Still too late.", Una, comment.Version)).ShouldFail(ErrorCodes.EditWindowOver);
        var later = await blog.CommentAsync(post, "Made after the clock was set back.", actor: Una);
        (await blog.Comments.EditAsync(later.BlogId, later.Id, "In time.", Una, later.Version)).Succeeded.Should().BeTrue();
    }

    [Fact]
    public async Task A_window_that_is_open_while_the_clock_is_set_back_closes_when_its_time_has_passed()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Comments.EditWindow = TimeSpan.FromMinutes(15));
        var comment = await blog.CommentAsync(await blog.PublishAsync(), actor: Una);
        blog.Clock.Advance(TimeSpan.FromMinutes(5));
        var edited = (await blog.Comments.EditAsync(comment.BlogId, comment.Id, "In time.", Una, comment.Version)).Value;

        blog.Clock.Jump(TimeSpan.FromHours(-1));
        blog.Clock.Advance(TimeSpan.FromMinutes(9));
        edited = (await blog.Comments.EditAsync(comment.BlogId, comment.Id, "Still in time.", Una, edited.Version)).Value;
        blog.Clock.Advance(TimeSpan.FromMinutes(2));

        (await blog.Comments.EditAsync(comment.BlogId, comment.Id, "Too late.", Una, edited.Version)).ShouldFail(ErrorCodes.EditWindowOver);
    }

    [Fact]
    public async Task An_edit_is_never_before_the_comment()
    {
        await using var blog = await TestBlog.StartAsync();
        var comment = await blog.CommentAsync(await blog.PublishAsync(), actor: Una);
        blog.Clock.Jump(TimeSpan.FromMinutes(-30));

        var edited = (await blog.Comments.EditAsync(comment.BlogId, comment.Id, "Second.", Una, comment.Version)).Value;

        edited.EditedAt.Should().Be(comment.CreatedAt);
    }

    [Fact]
    public async Task A_change_of_a_post_is_never_before_the_one_before()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        blog.Clock.Jump(TimeSpan.FromDays(-1));

        var saved = (await blog.Posts.UpdateAsync(post with { Title = "Another title" }, blog.EditorActor)).Value;

        saved.UpdatedAt.Should().Be(post.UpdatedAt);
    }

    [Fact]
    public async Task A_window_without_end_never_closes()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Comments.EditWindow = TimeSpan.MaxValue);
        var post = await blog.PublishAsync();
        var comment = await blog.CommentAsync(post, actor: Una);
        blog.Clock.Advance(TimeSpan.FromDays(10_000));

        (await blog.Comments.EditAsync(comment.BlogId, comment.Id, "Still.", Una, comment.Version)).Succeeded.Should().BeTrue();
        var page = (await blog.Threads.ReadAsync(ThreadQuery.For(post) with { Viewer = Una })).Value;
        page.Roots[0].Comment!.EditableUntil.Should().Be(DateTimeOffset.MaxValue);
    }

    [Fact]
    public async Task Nobody_edits_the_comment_of_another()
    {
        await using var blog = await TestBlog.StartAsync();
        var comment = await blog.CommentAsync(await blog.PublishAsync(), actor: Una);

        (await blog.Comments.EditAsync(
            comment.BlogId, comment.Id, "Mine.", Actor.User("otto", "Otto"), comment.Version)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Comments.EditAsync(
            comment.BlogId, comment.Id, "Mine.", Actor.Anonymous, comment.Version)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Comments.WithdrawAsync(comment.BlogId, comment.Id, Actor.Anonymous, comment.Version)).ShouldFail(ErrorCodes.NotAllowed);
    }

    [Fact]
    public async Task A_hidden_comment_of_another_does_not_exist()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Moderation.Hold = HoldMode.All);
        var comment = await blog.CommentAsync(await blog.PublishAsync(), actor: Una);

        (await blog.Comments.EditAsync(
            comment.BlogId, comment.Id, "Mine.", Actor.User("otto", "Otto"), comment.Version)).ShouldFail(ErrorCodes.CommentNotFound);
    }

    [Fact]
    public async Task A_comment_nobody_owns_is_edited_by_nobody()
    {
        await using var blog = await TestBlog.StartAsync();
        var comment = await blog.CommentAsync(await blog.PublishAsync());

        (await blog.Comments.EditAsync(
            comment.BlogId, comment.Id, "Mine.", Actor.Anonymous, comment.Version)).ShouldFail(ErrorCodes.NotAllowed);
    }

    [Fact]
    public async Task Two_edits_of_one_version_conflict()
    {
        await using var blog = await TestBlog.StartAsync();
        var comment = await blog.CommentAsync(await blog.PublishAsync(), actor: Una);
        await blog.Comments.EditAsync(comment.BlogId, comment.Id, "One.", Una, comment.Version);

        (await blog.Comments.EditAsync(comment.BlogId, comment.Id, "Two.", Una, comment.Version)).ShouldFail(ErrorCodes.Changed);
    }

    [Fact]
    public async Task The_same_text_is_no_edit()
    {
        await using var blog = await TestBlog.StartAsync();
        var comment = await blog.CommentAsync(await blog.PublishAsync(), "Same.", actor: Una);

        (await blog.Comments.EditAsync(comment.BlogId, comment.Id, "Same.\r\n", Una, comment.Version)).Value.Version
            .Should().Be(comment.Version);
    }

    [Theory]
    [InlineData("", ErrorCodes.Required)]
    [InlineData("a\0b", ErrorCodes.InvalidText)]
    public async Task A_bad_text_is_refused_and_changes_nothing(string text, string code)
    {
        await using var blog = await TestBlog.StartAsync();
        var comment = await blog.CommentAsync(await blog.PublishAsync(), "Good.", actor: Una);

        (await blog.Comments.EditAsync(comment.BlogId, comment.Id, text, Una, comment.Version)).ShouldFail(code, "Markdown");
        (await blog.StoredAsync(comment.Id)).Markdown.Should().Be("Good.");
    }

    [Fact]
    public async Task An_approved_first_comment_is_held_again_when_its_text_changes()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Moderation.Hold = HoldMode.FirstComment);
        var post = await blog.PublishAsync();
        var comment = await blog.CommentAsync(post, "Nice post.", actor: Una);
        comment = (await blog.Moderation.ApproveAsync(comment.BlogId, comment.Id, blog.EditorActor)).Value;

        var edited = (await blog.Comments.EditAsync(comment.BlogId, comment.Id, "Buy pills.", Una, comment.Version)).Value;

        (edited.Status, edited.ApprovedRevision, edited.Revision).Should().Be((CommentStatus.Pending, 1, 2));
        (await blog.CountShownAsync(post)).Should().Be(0);
    }

    [Fact]
    public async Task Who_has_another_approved_comment_edits_freely()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Moderation.Hold = HoldMode.FirstComment);
        var post = await blog.PublishAsync();
        var first = await blog.CommentAsync(post, actor: Una);
        await blog.Moderation.ApproveAsync(first.BlogId, first.Id, blog.EditorActor);
        var second = await blog.CommentAsync(post, actor: Una);

        var edited = (await blog.Comments.EditAsync(second.BlogId, second.Id, "Changed.", Una, second.Version)).Value;

        (edited.Status, edited.ApprovedRevision).Should().Be((CommentStatus.Approved, 2));
    }

    [Fact]
    public async Task What_was_held_by_hand_is_not_released_by_an_edit()
    {
        await using var blog = await TestBlog.StartAsync();
        var comment = await blog.CommentAsync(await blog.PublishAsync(), actor: Una);
        comment = (await blog.Moderation.HoldAsync(comment.BlogId, comment.Id, blog.EditorActor, reason: "Rude.")).Value;

        var edited = (await blog.Comments.EditAsync(comment.BlogId, comment.Id, "Politer.", Una, comment.Version)).Value;

        edited.Status.Should().Be(CommentStatus.Pending);
        (await blog.StoredAsync(comment.Id)).Hold!.Reason.Should().Be("Rude.");
    }

    [Fact]
    public async Task What_was_held_by_hand_after_an_approval_stays_held_over_many_edits()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Moderation.Hold = HoldMode.FirstComment);
        var post = await blog.PublishAsync();
        var other = await blog.CommentAsync(post, actor: Una);
        var comment = await blog.CommentAsync(post, actor: Una);
        await blog.Moderation.ApproveAsync(comment.BlogId, comment.Id, blog.EditorActor);
        comment = (await blog.Moderation.HoldAsync(comment.BlogId, comment.Id, blog.EditorActor)).Value;
        comment = (await blog.Comments.EditAsync(comment.BlogId, comment.Id, "One.", Una, comment.Version)).Value;
        await blog.Moderation.ApproveAsync(other.BlogId, other.Id, blog.EditorActor);

        comment = (await blog.Comments.EditAsync(comment.BlogId, comment.Id, "Two.", Una, comment.Version)).Value;

        comment.Status.Should().Be(CommentStatus.Pending);
    }

    [Fact]
    public async Task Once_a_moderator_approved_it_a_comment_held_by_hand_is_judged_by_the_policies_again()
    {
        await using var blog = await TestBlog.StartAsync();
        var comment = await blog.CommentAsync(await blog.PublishAsync(), actor: Una);
        await blog.Moderation.HoldAsync(comment.BlogId, comment.Id, blog.EditorActor);
        comment = (await blog.Moderation.ApproveAsync(comment.BlogId, comment.Id, blog.EditorActor)).Value;

        (await blog.Comments.EditAsync(comment.BlogId, comment.Id, "New.", Una, comment.Version)).Value.Status
            .Should().Be(CommentStatus.Approved);
    }

    [Fact]
    public async Task A_moderator_who_mends_a_held_comment_has_not_approved_it()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Moderation.Hold = HoldMode.All);
        var comment = await blog.CommentAsync(await blog.PublishAsync(), actor: Una);

        var edited = (await blog.Comments.EditAsync(comment.BlogId, comment.Id, "Mended.", blog.EditorActor, comment.Version)).Value;

        edited.Status.Should().Be(CommentStatus.Pending);
    }

    [Fact]
    public async Task A_moderator_who_mends_a_shown_comment_leaves_it_shown()
    {
        await using var blog = await TestBlog.StartAsync();
        var comment = await blog.CommentAsync(await blog.PublishAsync(), actor: Una);
        blog.Clock.Advance(TimeSpan.FromDays(1));

        var edited = (await blog.Comments.EditAsync(comment.BlogId, comment.Id, "Mended.", blog.EditorActor, comment.Version)).Value;

        (edited.Status, edited.ApprovedRevision).Should().Be((CommentStatus.Approved, 2));
    }

    [Fact]
    public async Task A_withdrawn_comment_leaves_its_replies_and_can_be_restored()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var comment = await blog.CommentAsync(post, actor: Una);
        await blog.CommentAsync(post, parent: comment.Id);

        var withdrawn = (await blog.Comments.WithdrawAsync(comment.BlogId, comment.Id, Una, comment.Version)).Value;
        withdrawn.Status.Should().Be(CommentStatus.Deleted);
        (await blog.CountShownAsync(post)).Should().Be(1);

        (await blog.Moderation.RestoreAsync(comment.BlogId, comment.Id, blog.EditorActor)).Value.Status.Should().Be(CommentStatus.Approved);
        (await blog.CountShownAsync(post)).Should().Be(2);
    }

    [Fact]
    public async Task A_comment_that_was_taken_down_is_not_changed_by_its_writer()
    {
        await using var blog = await TestBlog.StartAsync();
        var comment = await blog.CommentAsync(await blog.PublishAsync(), actor: Una);
        comment = (await blog.Moderation.TrashAsync(comment.BlogId, comment.Id, blog.EditorActor)).Value;

        (await blog.Comments.EditAsync(comment.BlogId, comment.Id, "Back.", Una, comment.Version)).ShouldFail(ErrorCodes.NotAllowed);
    }

    [Fact]
    public async Task Of_a_purged_comment_nothing_is_left_to_edit()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var comment = await blog.CommentAsync(post, actor: Una);
        await blog.CommentAsync(post, parent: comment.Id);
        await blog.Moderation.PurgeAsync(comment.BlogId, comment.Id, blog.EditorActor);

        (await blog.Comments.EditAsync(comment.BlogId, comment.Id, "Back.", blog.EditorActor, 2)).ShouldFail(ErrorCodes.Purged);
    }

    [Fact]
    public async Task A_held_comment_is_seen_by_its_writer_and_moderators_alone()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Moderation.Hold = HoldMode.All);
        var comment = await blog.CommentAsync(await blog.PublishAsync(), actor: Una);

        (await blog.Comments.GetAsync(comment.BlogId, comment.Id, Una)).Value.Status.Should().Be(CommentStatus.Pending);
        (await blog.Comments.GetAsync(comment.BlogId, comment.Id, blog.EditorActor)).Succeeded.Should().BeTrue();
        (await blog.Comments.GetAsync(comment.BlogId, comment.Id, Actor.User("otto", "Otto"))).ShouldFail(ErrorCodes.CommentNotFound);
        (await blog.Comments.GetAsync(comment.BlogId, comment.Id, Actor.Anonymous)).ShouldFail(ErrorCodes.CommentNotFound);
    }

    [Fact]
    public async Task Readers_find_a_shown_comment_without_what_is_private()
    {
        await using var blog = await TestBlog.StartAsync();
        var comment = await blog.CommentAsync(await blog.PublishAsync(), with: c => c with { RemoteAddress = "::1", UserAgent = "agent" });

        var found = (await blog.Comments.GetAsync(comment.BlogId, comment.Id, Actor.Anonymous)).Value;

        (found.By.Email, found.RemoteAddress, found.UserAgent, found.OwnerKey).Should().Be((null, null, null, null));
    }
}

using BlogKit.Moderation;

namespace BlogKit.Tests.Moderation;

public sealed class ModerationServiceTests
{
    [Fact]
    public async Task Nobody_else_moderates()
    {
        await using var blog = await TestBlog.StartAsync();
        var comment = await blog.CommentAsync(await blog.PublishAsync());
        var author = Actor.Author(await blog.AuthorAsync("Willa"));

        (await blog.Moderation.ApproveAsync(comment.BlogId, comment.Id, author)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Moderation.PurgeAsync(comment.BlogId, comment.Id, author)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Moderation.MoveAsync(comment.BlogId, comment.Id, comment.PostId, null, author)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Moderation.MergeAsync(comment.BlogId, comment.PostId, comment.PostId, author)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Moderation.CountAsync(blog.Blog.Id, author)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Log.ListAllOfCommentAsync(comment.BlogId, comment.Id, author)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Log.ListAllRevisionsAsync(comment.BlogId, comment.Id, author)).ShouldFail(ErrorCodes.NotAllowed);
    }

    [Fact]
    public async Task A_moderator_of_one_blog_has_no_say_in_another()
    {
        await using var blog = await TestBlog.StartAsync();
        var comment = await blog.CommentAsync(await blog.PublishAsync());
        var other = (await blog.Blogs.CreateAsync(new NewBlog("other", "Other"), Actor.System)).Value;
        var stranger = Actor.Author(await blog.AuthorAsync("Stranger", BlogRoles.Moderator | BlogRoles.Administrator, blogId: other.Id));

        (await blog.Moderation.TrashAsync(comment.BlogId, comment.Id, stranger)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Log.ListAllOfCommentAsync(comment.BlogId, comment.Id, stranger)).ShouldFail(ErrorCodes.NotAllowed);
        (await blog.Comments.EditAsync(comment.BlogId, comment.Id, "Theirs.", stranger, comment.Version)).ShouldFail(ErrorCodes.NotAllowed);
    }

    [Fact]
    public async Task The_log_says_who_did_what_when_and_why()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Moderation.Hold = HoldMode.All);
        var comment = await blog.CommentAsync(await blog.PublishAsync());
        blog.Clock.Advance(TimeSpan.FromMinutes(1));
        await blog.Moderation.ApproveAsync(comment.BlogId, comment.Id, blog.EditorActor, reason: "Fine.");
        await blog.Moderation.TrashAsync(comment.BlogId, comment.Id, Actor.System, reason: "Not so fine.");

        var records = (await blog.Log.ListAllOfCommentAsync(comment.BlogId, comment.Id, blog.EditorActor)).Value;

        records.Select(r => (r.Action, r.From, r.To, r.ActorKey, r.Reason)).Should().Equal(
            (ModerationAction.Submitted, null, CommentStatus.Pending, ActorKey.Anonymous, null),
            (ModerationAction.Approved, CommentStatus.Pending, CommentStatus.Approved, ActorKey.Author(blog.Editor.Id), "Fine."),
            (ModerationAction.Trashed, CommentStatus.Approved, CommentStatus.Trashed, ActorKey.System, "Not so fine."));
        records[0].Decision!.Findings.Should().ContainSingle();
        records[1].At.Should().Be(blog.Now);
    }

    [Theory]
    [InlineData(CommentStatus.Approved)]
    [InlineData(CommentStatus.Pending)]
    public async Task What_was_taken_down_is_restored_to_what_it_was(CommentStatus before)
    {
        await using var blog = await TestBlog.StartAsync(
            o => o.Moderation.Hold = before is CommentStatus.Pending ? HoldMode.All : HoldMode.None);
        var comment = await blog.CommentAsync(await blog.PublishAsync());
        await blog.Moderation.TrashAsync(comment.BlogId, comment.Id, blog.EditorActor);
        await blog.Moderation.MarkSpamAsync(comment.BlogId, comment.Id, blog.EditorActor);

        (await blog.Moderation.RestoreAsync(comment.BlogId, comment.Id, blog.EditorActor)).Value.Status.Should().Be(before);
    }

    [Fact]
    public async Task A_text_that_was_changed_in_the_trash_is_not_restored_to_the_page()
    {
        await using var blog = await TestBlog.StartAsync();
        var comment = await blog.CommentAsync(await blog.PublishAsync());
        comment = (await blog.Moderation.TrashAsync(comment.BlogId, comment.Id, blog.EditorActor)).Value;
        await blog.Comments.EditAsync(comment.BlogId, comment.Id, "Another text.", blog.EditorActor, comment.Version);

        (await blog.Moderation.RestoreAsync(comment.BlogId, comment.Id, blog.EditorActor)).Value.Status.Should().Be(CommentStatus.Pending);
    }

    [Fact]
    public async Task Doing_it_twice_changes_nothing_and_is_logged_once()
    {
        await using var blog = await TestBlog.StartAsync();
        var comment = await blog.CommentAsync(await blog.PublishAsync());

        foreach (var _ in Enumerable.Range(0, 2))
        {
            await blog.Moderation.HoldAsync(comment.BlogId, comment.Id, blog.EditorActor);
        }

        (await blog.Log.ListAllOfCommentAsync(comment.BlogId, comment.Id, blog.EditorActor)).Value.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_version_protects_from_approving_another_text()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Moderation.Hold = HoldMode.All);
        var una = Actor.User("una", "Una");
        var comment = await blog.CommentAsync(await blog.PublishAsync(), actor: una);
        await blog.Comments.EditAsync(comment.BlogId, comment.Id, "Something else.", una, comment.Version);

        (await blog.Moderation.ApproveAsync(
            comment.BlogId, comment.Id, blog.EditorActor, version: comment.Version)).ShouldFail(ErrorCodes.Changed);
    }

    [Fact]
    public async Task Many_moderators_at_once_leave_the_counters_right()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var comment = await blog.CommentAsync(post);

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 3) switch
        {
            0 => blog.Moderation.ApproveAsync(comment.BlogId, comment.Id, Actor.System),
            1 => blog.Moderation.TrashAsync(comment.BlogId, comment.Id, Actor.System),
            _ => blog.Moderation.HoldAsync(comment.BlogId, comment.Id, Actor.System),
        })));

        results.Should().OnlyContain(r => r.Succeeded);
        var counts = await blog.Threads.CountAsync(post.BlogId, post.Id);
        (counts.Approved + counts.Pending + counts.Trashed).Should().Be(1);
    }

    [Fact]
    public async Task A_reason_has_its_limits()
    {
        await using var blog = await TestBlog.StartAsync();
        var comment = await blog.CommentAsync(await blog.PublishAsync());

        (await blog.Moderation.TrashAsync(
            comment.BlogId, comment.Id, blog.EditorActor, reason: new string('x', 1_001))).ShouldFail(ErrorCodes.TooLong, "Reason");
        (await blog.Moderation.TrashAsync(
            comment.BlogId, comment.Id, blog.EditorActor, reason: "\0")).ShouldFail(ErrorCodes.InvalidText, "Reason");
    }

    [Fact]
    public async Task Purging_erases_everything_but_the_log()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var comment = await blog.CommentAsync(post, "Private words.");
        await blog.CommentAsync(post, parent: comment.Id);

        await blog.Moderation.PurgeAsync(comment.BlogId, comment.Id, blog.EditorActor, reason: "Asked for.");

        var left = await blog.StoredAsync(comment.Id);
        (left.Markdown, left.Html, left.PlainText, left.By.Name, left.By.Email, left.Status)
            .Should().Be(("", "", "", "", null, CommentStatus.Deleted));
        (await blog.Log.ListAllOfCommentAsync(comment.BlogId, comment.Id, blog.EditorActor)).Value[^1].Should()
            .BeEquivalentTo(new { Action = ModerationAction.Purged, Reason = "Asked for." });
        (await blog.Moderation.ApproveAsync(comment.BlogId, comment.Id, blog.EditorActor)).ShouldFail(ErrorCodes.Purged);
    }

    [Fact]
    public async Task Purging_a_comment_nobody_answered_leaves_no_row_but_the_log()
    {
        await using var blog = await TestBlog.StartAsync();
        var comment = await blog.CommentAsync(await blog.PublishAsync());

        await blog.Moderation.PurgeAsync(comment.BlogId, comment.Id, blog.EditorActor);

        (await blog.Comments.GetAsync(comment.BlogId, comment.Id, blog.EditorActor)).ShouldFail(ErrorCodes.CommentNotFound);
        (await blog.Log.ListAllOfCommentAsync(comment.BlogId, comment.Id, blog.EditorActor)).Value.Should().HaveCount(2);
    }

    [Fact]
    public async Task Only_roots_are_pinned()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var root = await blog.CommentAsync(post);
        var reply = await blog.CommentAsync(post, parent: root.Id);

        (await blog.Moderation.PinAsync(reply.BlogId, reply.Id, blog.EditorActor)).ShouldFail(ErrorCodes.NotARoot);
        (await blog.Moderation.PinAsync(root.BlogId, root.Id, blog.EditorActor)).Value.IsPinned.Should().BeTrue();
        var page = (await blog.Threads.ReadAsync(ThreadQuery.For(post))).Value;
        page.Pinned.Select(n => n.Id).Should().Equal(root.Id);
        page.Roots.Select(n => n.Id).Should().Equal(root.Id);
    }

    [Fact]
    public async Task A_moved_comment_keeps_its_identity_and_is_found_with_its_replies()
    {
        await using var blog = await TestBlog.StartAsync();
        var from = await blog.PublishAsync("From");
        var into = await blog.PublishAsync("Into");
        var root = await blog.CommentAsync(from);
        var reply = await blog.CommentAsync(from, parent: root.Id);
        var target = await blog.CommentAsync(into);

        var moved = (await blog.Moderation.MoveAsync(root.BlogId, root.Id, into.Id, target.Id, blog.EditorActor)).Value;

        (moved.Id, moved.PostId, moved.ParentId, moved.Depth).Should().Be((root.Id, into.Id, target.Id, 1));
        (await blog.Threads.LocateAsync(reply.BlogId, reply.Id)).Value.Should().Be(new ThreadLocation(into.Id, target.Id, null));
        (await blog.CountShownAsync(from), await blog.CountShownAsync(into)).Should().Be((0, 3));
    }

    [Fact]
    public async Task A_reply_moved_to_the_top_is_a_thread_of_its_own()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var root = await blog.CommentAsync(post);
        var reply = await blog.CommentAsync(post, parent: root.Id);
        var below = await blog.CommentAsync(post, parent: reply.Id);

        await blog.Moderation.MoveAsync(reply.BlogId, reply.Id, post.Id, null, blog.EditorActor);

        (await blog.Threads.LocateAsync(below.BlogId, below.Id)).Value.RootId.Should().Be(reply.Id);
        (await blog.StoredAsync(below.Id)).Depth.Should().Be(1);
    }

    [Theory]
    [InlineData("below itself")]
    [InlineData("itself")]
    [InlineData("no parent")]
    [InlineData("no post")]
    [InlineData("another blog")]
    public async Task A_comment_is_not_moved_where_it_cannot_be(string where)
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var root = await blog.CommentAsync(post);
        var reply = await blog.CommentAsync(post, parent: root.Id);
        var other = (await blog.Blogs.CreateAsync(new NewBlog("other", "Other"), Actor.System)).Value;
        var ada = Actor.Author(await blog.AuthorAsync("Ada", blogId: other.Id));
        var elsewhere = await blog.PublishAsync("There", with: p => p with { BlogId = other.Id }, actor: ada);

        var result = where switch
        {
            "below itself" => await blog.Moderation.MoveAsync(root.BlogId, root.Id, post.Id, reply.Id, Actor.System),
            "itself" => await blog.Moderation.MoveAsync(root.BlogId, root.Id, post.Id, root.Id, Actor.System),
            "no parent" => await blog.Moderation.MoveAsync(root.BlogId, root.Id, post.Id, new CommentId(Guid.NewGuid()), Actor.System),
            "no post" => await blog.Moderation.MoveAsync(root.BlogId, root.Id, new PostId(Guid.NewGuid()), null, Actor.System),
            _ => await blog.Moderation.MoveAsync(root.BlogId, root.Id, elsewhere.Id, null, Actor.System),
        };

        result.Succeeded.Should().BeFalse();
        (await blog.StoredAsync(root.Id)).Should().BeEquivalentTo(root);
    }

    [Fact]
    public async Task Merged_threads_keep_every_identity()
    {
        await using var blog = await TestBlog.StartAsync();
        var from = await blog.PublishAsync("From");
        var into = await blog.PublishAsync("Into");
        var root = await blog.CommentAsync(from);
        var reply = await blog.CommentAsync(from, parent: root.Id);
        await blog.CommentAsync(into);

        (await blog.Moderation.MergeAsync(from.BlogId, from.Id, into.Id, blog.EditorActor)).Value.Should().Be(2);

        (await blog.Threads.LocateAsync(reply.BlogId, reply.Id)).Value.Should().Be(new ThreadLocation(into.Id, root.Id, null));
        (await blog.CountShownAsync(into)).Should().Be(3);
    }

    [Fact]
    public async Task Threads_are_merged_within_one_blog_alone()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();

        (await blog.Moderation.MergeAsync(post.BlogId, post.Id, post.Id, blog.EditorActor)).ShouldFail(ErrorCodes.Circular);
        (await blog.Moderation.MergeAsync(
            post.BlogId, post.Id, new PostId(Guid.NewGuid()), blog.EditorActor)).ShouldFail(ErrorCodes.PostNotFound, "Into");
    }

    [Fact]
    public async Task What_waits_is_counted()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Moderation.Hold = HoldMode.All);
        var post = await blog.PublishAsync();
        await blog.CommentAsync(post);
        await blog.CommentAsync(post);

        (await blog.Moderation.CountAsync(blog.Blog.Id, blog.EditorActor)).Value.Pending.Should().Be(2);
    }

    [Fact]
    public async Task A_comment_that_is_not_there_cannot_be_moderated()
    {
        await using var blog = await TestBlog.StartAsync();

        (await blog.Moderation.ApproveAsync(
            blog.Blog.Id, new CommentId(Guid.NewGuid()), blog.EditorActor)).ShouldFail(ErrorCodes.CommentNotFound);
    }
}

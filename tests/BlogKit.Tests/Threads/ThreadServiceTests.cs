using System.Text.Json;
using BlogKit.Moderation;

namespace BlogKit.Tests.Threads;

public sealed class ThreadServiceTests
{
    private static Actor Una => Actor.User("una", "Una");

    [Fact]
    public async Task Roots_are_numbered_and_replies_nested()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var one = await blog.CommentAsync(post);
        var two = await blog.CommentAsync(post);
        var reply = await blog.CommentAsync(post, parent: one.Id);

        var page = (await blog.Threads.ReadAsync(ThreadQuery.For(post))).Value;

        page.Roots.Select(r => (r.Id, r.Number, r.Level)).Should().Equal((one.Id, 1, 1), (two.Id, 2, 1));
        page.Roots[0].Replies.Select(r => (r.Id, r.Number, r.Level)).Should().Equal((reply.Id, null, 2));
        (page.ShownComments, page.RootCount, page.Previous, page.Next).Should().Be((3, 2, null, null));
    }

    [Fact]
    public async Task Deeper_replies_stand_flat_and_say_whom_they_answer()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Threads.DisplayDepth = 2);
        var post = await blog.PublishAsync();
        var root = await blog.CommentAsync(post);
        var one = await blog.CommentAsync(post, parent: root.Id, with: c => c with { Name = "One" });
        var two = await blog.CommentAsync(post, parent: one.Id, with: c => c with { Name = "Two" });
        var three = await blog.CommentAsync(post, parent: two.Id);

        var replies = (await blog.Threads.ReadAsync(ThreadQuery.For(post))).Value.Roots[0].Replies;

        replies.Select(r => (r.Id, r.Level)).Should().Equal((one.Id, 2), (two.Id, 2), (three.Id, 2));
        replies.Select(r => r.AnswersTo).Should().Equal(null, new ThreadAnswer(one.Id, "One"), new ThreadAnswer(two.Id, "Two"));
        replies.Should().OnlyContain(r => r.Replies.IsEmpty);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public async Task A_tombstone_carries_nothing(int displayDepth)
    {
        await using var blog = await TestBlog.StartAsync(o => o.Threads.DisplayDepth = displayDepth);
        var post = await blog.PublishAsync();
        var root = await blog.CommentAsync(post);
        var hidden = await blog.CommentAsync(
            post, "Unspeakable words.", root.Id, with: c => c with { Name = "Nameless", Url = "https://hidden.example" });
        var below = await blog.CommentAsync(post, parent: hidden.Id);
        await blog.CommentAsync(post, parent: below.Id);
        await blog.Moderation.TrashAsync(hidden.BlogId, hidden.Id, blog.EditorActor);

        var page = (await blog.Threads.ReadAsync(ThreadQuery.For(post) with { Viewer = Una })).Value;
        var replies = (await blog.Threads.ReadRepliesAsync(new RepliesPageQuery(hidden.BlogId, hidden.Id))).Value;

        page.Roots[0].Replies[0].IsTombstone.Should().BeTrue();
        foreach (var json in new[] { JsonSerializer.Serialize(page), JsonSerializer.Serialize(replies) })
        {
            json.Should().NotContainAny("Nameless", "Unspeakable", "hidden.example", "gus@example.org");
        }
    }

    [Fact]
    public async Task A_held_reply_to_a_tombstone_on_the_last_level_does_not_name_it()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Threads.DisplayDepth = 2);
        var post = await blog.PublishAsync();
        var root = await blog.CommentAsync(post);
        var hidden = await blog.CommentAsync(post, parent: root.Id, with: c => c with { Name = "Nameless" });
        await blog.CommentAsync(post, parent: hidden.Id);
        var held = await blog.CommentAsync(post, parent: hidden.Id, actor: Una);
        await blog.Moderation.HoldAsync(held.BlogId, held.Id, blog.EditorActor);
        await blog.Moderation.TrashAsync(hidden.BlogId, hidden.Id, blog.EditorActor);

        var page = (await blog.Threads.ReadAsync(ThreadQuery.For(post) with { Viewer = Una })).Value;

        page.Roots[0].Replies.Single(r => r.Id == held.Id).AnswersTo.Should().Be(new ThreadAnswer(hidden.Id, null));
        JsonSerializer.Serialize(page).Should().NotContain("Nameless");
    }

    [Fact]
    public async Task A_tombstone_vanishes_with_the_last_reply_below_it()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var root = await blog.CommentAsync(post);
        var reply = await blog.CommentAsync(post, parent: root.Id);
        await blog.Moderation.TrashAsync(root.BlogId, root.Id, blog.EditorActor);
        await blog.Moderation.TrashAsync(reply.BlogId, reply.Id, blog.EditorActor);

        var page = (await blog.Threads.ReadAsync(ThreadQuery.For(post))).Value;

        page.Roots.Should().BeEmpty();
        page.RootCount.Should().Be(0);
    }

    [Fact]
    public async Task A_held_comment_stands_in_its_place_for_its_writer_alone()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var root = await blog.CommentAsync(post);
        var reply = await blog.CommentAsync(post, parent: root.Id, actor: Una);
        var top = await blog.CommentAsync(post, actor: Una);
        await blog.Moderation.HoldAsync(reply.BlogId, reply.Id, blog.EditorActor);
        await blog.Moderation.HoldAsync(top.BlogId, top.Id, blog.EditorActor);

        var own = (await blog.Threads.ReadAsync(ThreadQuery.For(post) with { Viewer = Una })).Value;
        var others = (await blog.Threads.ReadAsync(ThreadQuery.For(post) with { Viewer = Actor.User("otto", "Otto") })).Value;

        own.Roots[0].Replies.Single().Comment.Should().BeEquivalentTo(new { reply.Id, IsHeld = true, IsOwn = true });
        own.Held.Select(h => h.Id).Should().Equal(top.Id);
        others.Roots[0].Replies.Should().BeEmpty();
        others.Held.Should().BeEmpty();
        own.ShownComments.Should().Be(1);
    }

    [Fact]
    public async Task A_held_reply_on_the_last_level_stands_flat()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Threads.DisplayDepth = 2);
        var post = await blog.PublishAsync();
        var root = await blog.CommentAsync(post);
        var one = await blog.CommentAsync(post, parent: root.Id, with: c => c with { Name = "One" });
        var held = await blog.CommentAsync(post, parent: one.Id, actor: Una);
        await blog.Moderation.HoldAsync(held.BlogId, held.Id, blog.EditorActor);

        var replies = (await blog.Threads.ReadAsync(ThreadQuery.For(post) with { Viewer = Una })).Value.Roots[0].Replies;

        replies.Select(r => (r.Id, r.Level, r.AnswersTo?.Name)).Should().Equal((one.Id, 2, null), (held.Id, 2, "One"));
    }

    [Fact]
    public async Task The_posts_authors_are_marked_by_identity()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        await blog.CommentAsync(post, actor: blog.EditorActor);
        await blog.CommentAsync(post, actor: Actor.User("u1", "Edith Editor"));

        var page = (await blog.Threads.ReadAsync(ThreadQuery.For(post))).Value;

        page.Roots.Select(r => r.Comment!.IsPostAuthor).Should().Equal(true, false);
    }

    [Theory]
    [InlineData(ThreadSort.Oldest)]
    [InlineData(ThreadSort.Newest)]
    [InlineData(ThreadSort.Best)]
    public async Task Pages_join_without_gap_forwards_and_backwards(ThreadSort sort)
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var ids = new List<CommentId>();
        for (var i = 0; i < 7; i++)
        {
            ids.Add((await blog.CommentAsync(post)).Id);
        }

        await blog.Comments.VoteAsync(blog.Blog.Id, ids[4], Vote.Up, Una);
        await blog.Comments.VoteAsync(blog.Blog.Id, ids[2], Vote.Down, Una);
        var query = ThreadQuery.For(post) with { Sort = sort, Size = 3 };
        var first = (await blog.Threads.ReadAsync(query)).Value;
        var second = (await blog.Threads.ReadAsync(query with { Cursor = first.Next })).Value;
        var third = (await blog.Threads.ReadAsync(query with { Cursor = second.Next })).Value;
        var back = (await blog.Threads.ReadAsync(query with { Cursor = third.Previous })).Value;
        var front = (await blog.Threads.ReadAsync(query with { Cursor = back.Previous })).Value;

        var all = new[] { first, second, third }.SelectMany(p => p.Roots).ToList();
        all.Select(r => r.Id).Should().BeEquivalentTo(ids);
        all.Select(r => r.Number).Should().Equal(1, 2, 3, 4, 5, 6, 7);
        all.Select(r => r.Place).Should().Equal(
            all.Select(r => (int?)ids.IndexOf(r.Id) + 1), "a root keeps the number it has from the oldest on");
        back.Roots.Select(r => r.Place).Should().Equal(second.Roots.Select(r => r.Place));
        (third.Next, front.Previous).Should().Be((null, null));
        back.Roots.Select(r => (r.Id, r.Number)).Should().Equal(second.Roots.Select(r => (r.Id, r.Number)));
        front.Roots.Select(r => (r.Id, r.Number)).Should().Equal(first.Roots.Select(r => (r.Id, r.Number)));
        if (sort is ThreadSort.Best)
        {
            all[0].Id.Should().Be(ids[4]);
        }
        else
        {
            all.Select(r => r.Id).Should().Equal(sort is ThreadSort.Oldest ? ids : Enumerable.Reverse(ids));
        }
    }

    [Fact]
    public async Task Pinned_comments_are_shown_on_the_first_page_however_one_comes_there()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        await blog.CommentAsync(post);
        var pinned = await blog.CommentAsync(post);
        await blog.Moderation.PinAsync(pinned.BlogId, pinned.Id, blog.EditorActor);
        var query = ThreadQuery.For(post) with { Size = 1 };
        var first = (await blog.Threads.ReadAsync(query)).Value;
        var second = (await blog.Threads.ReadAsync(query with { Cursor = first.Next })).Value;
        var back = (await blog.Threads.ReadAsync(query with { Cursor = second.Previous })).Value;

        first.Pinned.Select(p => p.Id).Should().Equal(pinned.Id);
        second.Pinned.Should().BeEmpty();
        back.Pinned.Select(p => p.Id).Should().Equal(pinned.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("o.f.zzz.1.0")]
    [InlineData("o.x.019a0000000070008000000000000000.1.0")]
    [InlineData("n.f.019a0000000070008000000000000000.1.0")]
    [InlineData("o.f.019a0000000070008000000000000000.-1.0")]
    [InlineData("o.f.019a0000000070008000000000000000.1.7ff8000000000000")]
    public async Task A_bad_cursor_is_refused(string cursor)
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();

        (await blog.Threads.ReadAsync(ThreadQuery.For(post) with { Cursor = cursor })).ShouldFail(ErrorCodes.InvalidCursor, "Cursor");
    }

    [Theory]
    [InlineData("")]
    [InlineData("r.zzz.0")]
    [InlineData("r.019a0000000070008000000000000000.-2")]
    [InlineData("r.019a0000000070008000000000000000.99999999999")]
    public async Task A_bad_cursor_of_replies_is_refused(string cursor)
    {
        await using var blog = await TestBlog.StartAsync();
        var comment = await blog.CommentAsync(await blog.PublishAsync());

        (await blog.Threads.ReadRepliesAsync(
            new RepliesPageQuery(comment.BlogId, comment.Id) { Cursor = cursor })).ShouldFail(ErrorCodes.InvalidCursor);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task A_bad_size_is_refused(int size)
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var comment = await blog.CommentAsync(post);

        (await blog.Threads.ReadAsync(ThreadQuery.For(post) with { Size = size })).ShouldFail(ErrorCodes.OutOfRange, "Size");
        (await blog.Threads.ReadRepliesAsync(
            new RepliesPageQuery(comment.BlogId, comment.Id) { Size = size })).ShouldFail(ErrorCodes.OutOfRange, "Size");
        (await blog.Threads.ListNewestAsync(
            new NewestCommentsQuery(blog.Blog.Id) { Size = size })).ShouldFail(ErrorCodes.OutOfRange, "Size");
    }

    [Fact]
    public async Task The_page_that_holds_a_comment_is_found()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var roots = new List<Comment>();
        for (var i = 0; i < 5; i++)
        {
            roots.Add(await blog.CommentAsync(post));
        }

        var reply = await blog.CommentAsync(post, parent: roots[3].Id);

        var page = (await blog.Threads.ReadAsync(
            ThreadQuery.For(post) with { Size = 2, Holding = reply.Id, Sort = ThreadSort.Best })).Value;

        page.Sort.Should().Be(ThreadSort.Oldest);
        page.Roots.Select(r => r.Id).Should().Equal(roots[2].Id, roots[3].Id);
        page.Roots.Select(r => r.Number).Should().Equal(3, 4);
    }

    [Fact]
    public async Task Asking_for_the_page_of_a_comment_that_is_elsewhere_gives_the_first()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync("Here");
        var here = await blog.CommentAsync(post);
        var elsewhere = await blog.CommentAsync(await blog.PublishAsync("There"));

        var page = (await blog.Threads.ReadAsync(ThreadQuery.For(post) with { Holding = elsewhere.Id })).Value;

        page.Roots.Select(r => r.Id).Should().Equal(here.Id);
    }

    [Fact]
    public async Task More_replies_go_on_where_the_page_ended_and_count_what_is_left()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Threads.RepliesPerRoot = 2);
        var post = await blog.PublishAsync();
        var root = await blog.CommentAsync(post);
        var replies = new List<CommentId>();
        for (var i = 0; i < 7; i++)
        {
            replies.Add((await blog.CommentAsync(post, parent: root.Id)).Id);
        }

        var node = (await blog.Threads.ReadAsync(ThreadQuery.For(post))).Value.Roots[0];
        var first = (await blog.Threads.ReadRepliesAsync(
            new RepliesPageQuery(root.BlogId, root.Id) { Size = 3, Cursor = node.MoreReplies!.Cursor })).Value;
        var second = (await blog.Threads.ReadRepliesAsync(
            new RepliesPageQuery(root.BlogId, root.Id) { Size = 3, Cursor = first.More!.Cursor })).Value;

        node.Replies.Concat(first.Replies).Concat(second.Replies).Select(r => r.Id).Should().Equal(replies);
        (node.MoreReplies.Count, first.More.Count, second.More).Should().Be((5, 2, null));
    }

    [Fact]
    public async Task A_permalink_beyond_the_shown_replies_begins_with_the_comment()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Threads.RepliesPerRoot = 1);
        var post = await blog.PublishAsync();
        var root = await blog.CommentAsync(post);
        await blog.CommentAsync(post, parent: root.Id);
        await blog.CommentAsync(post, parent: root.Id);
        var wanted = await blog.CommentAsync(post, parent: root.Id);

        var location = (await blog.Threads.LocateAsync(wanted.BlogId, wanted.Id)).Value;
        var replies = (await blog.Threads.ReadRepliesAsync(
            new RepliesPageQuery(root.BlogId, root.Id) { Cursor = location.RepliesCursor })).Value;

        replies.Replies[0].Id.Should().Be(wanted.Id);
    }

    [Fact]
    public async Task Without_replies_on_the_page_all_of_them_are_more()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Threads.RepliesPerRoot = 0);
        var post = await blog.PublishAsync();
        var root = await blog.CommentAsync(post);
        var reply = await blog.CommentAsync(post, parent: root.Id);

        var node = (await blog.Threads.ReadAsync(ThreadQuery.For(post))).Value.Roots[0];
        var more = (await blog.Threads.ReadRepliesAsync(
            new RepliesPageQuery(root.BlogId, root.Id) { Cursor = node.MoreReplies!.Cursor })).Value;
        var location = (await blog.Threads.LocateAsync(reply.BlogId, reply.Id)).Value;

        (node.Replies.Length, node.MoreReplies.Count).Should().Be((0, 1));
        more.Replies.Select(r => r.Id).Should().Equal(reply.Id);
        (await blog.Threads.ReadRepliesAsync(new RepliesPageQuery(root.BlogId, root.Id) { Cursor = location.RepliesCursor })).Value.Replies
            .Should().ContainSingle();
    }

    [Fact]
    public async Task A_comment_that_is_not_shown_is_not_located()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Moderation.Hold = HoldMode.All);
        var comment = await blog.CommentAsync(await blog.PublishAsync());

        (await blog.Threads.LocateAsync(comment.BlogId, comment.Id)).ShouldFail(ErrorCodes.CommentNotFound);
        (await blog.Threads.ReadRepliesAsync(new RepliesPageQuery(comment.BlogId, comment.Id))).ShouldFail(ErrorCodes.CommentNotFound);
    }

    [Fact]
    public async Task The_newest_comments_of_a_blog_are_those_everybody_may_read()
    {
        await using var blog = await TestBlog.StartAsync();
        var open = await blog.PublishAsync("Open");
        var locked = await blog.PublishAsync("Locked", with: p => p with { Visibility = PostVisibility.Password, Password = "honeycomb" });
        var unlisted = await blog.PublishAsync("Unlisted", with: p => p with { Visibility = PostVisibility.Unlisted });
        var one = await blog.CommentAsync(open);
        await blog.CommentAsync(locked);
        await blog.CommentAsync(unlisted);
        var two = await blog.CommentAsync(open, parent: one.Id);

        var newest = new NewestCommentsQuery(blog.Blog.Id) { Size = 1 };
        var first = (await blog.Threads.ListNewestAsync(newest)).Value;
        var second = (await blog.Threads.ListNewestAsync(newest with { Cursor = first.Next })).Value;

        (first.Items.Single().Id, second.Items.Single().Id, second.Next).Should().Be((two.Id, one.Id, null));
        first.Items[0].Post.Title.Should().Be("Open");
        (await blog.Threads.ListNewestAsync(newest with { Cursor = "x" })).ShouldFail(ErrorCodes.InvalidCursor);
    }

    [Fact]
    public async Task A_held_comment_with_shown_replies_stands_once_where_others_see_its_tombstone()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var root = await blog.CommentAsync(post, actor: Una);
        var reply = await blog.CommentAsync(post, parent: root.Id, actor: Una);
        await blog.CommentAsync(post, parent: reply.Id);
        await blog.Moderation.HoldAsync(root.BlogId, root.Id, blog.EditorActor);
        await blog.Moderation.HoldAsync(reply.BlogId, reply.Id, blog.EditorActor);

        var page = (await blog.Threads.ReadAsync(ThreadQuery.For(post) with { Viewer = Una })).Value;
        var replies = (await blog.Threads.ReadRepliesAsync(new RepliesPageQuery(root.BlogId, root.Id) { Viewer = Una })).Value;

        page.Held.Should().BeEmpty();
        page.Roots.Single().Comment!.IsHeld.Should().BeTrue();
        page.Roots[0].Replies.Select(r => r.Id).Should().Equal(reply.Id);
        replies.Replies.Select(r => r.Id).Should().Equal(reply.Id);
    }

    [Fact]
    public async Task A_held_reply_is_not_shown_again_with_more_replies()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Threads.RepliesPerRoot = 1);
        var post = await blog.PublishAsync();
        var root = await blog.CommentAsync(post);
        await blog.CommentAsync(post, parent: root.Id);
        var second = await blog.CommentAsync(post, parent: root.Id);
        var held = await blog.CommentAsync(post, parent: root.Id, actor: Una);
        await blog.Moderation.HoldAsync(held.BlogId, held.Id, blog.EditorActor);

        var node = (await blog.Threads.ReadAsync(ThreadQuery.For(post) with { Viewer = Una })).Value.Roots[0];
        var more = (await blog.Threads.ReadRepliesAsync(
            new RepliesPageQuery(root.BlogId, root.Id) { Viewer = Una, Cursor = node.MoreReplies!.Cursor })).Value;

        node.Replies.Select(r => r.Id).Should().Contain(held.Id);
        more.Replies.Select(r => r.Id).Should().Equal(second.Id);
    }
}

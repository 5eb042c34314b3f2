using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>Tests the contract of <see cref="IThreadStore"/>.</summary>
public abstract class ThreadSpecification : StoreSpecification
{
    /// <summary>An unknown post has an empty thread.</summary>
    [Fact]
    public async Task A_thread_that_is_not_there_is_empty()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var nowhere = Sample.Post(blog.Id, new AuthorId(Sample.NextId()));

        var page = await Store.Threads.ReadRootsAsync(Query(nowhere) with { Pinned = 3 }, default).ConfigureAwait(false);

        Same.Content(new ThreadRoots { Counts = ThreadCounts.None, PresentRoots = 0, Branches = [] }, page);
        Assert.Equal(ThreadCounts.None, await Store.Threads.CountAsync(blog.Id, nowhere.Id, default).ConfigureAwait(false));
        Assert.Empty(await Store.Threads.ListParticipantsAsync(blog.Id, nowhere.Id, 5, default).ConfigureAwait(false));
        Assert.Empty(await Store.Threads.ListHeldAsync(blog.Id, nowhere.Id, ActorKey.Parse("guest:1"), 5, default).ConfigureAwait(false));
    }

    /// <summary>
    /// Roots, replies, positions and counts equal the reference for a tree with hidden comments at every level, page by page and both ways.
    /// </summary>
    [Fact]
    public async Task Every_page_agrees_with_the_reference()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comments = new List<Comment>();
        for (var i = 0; i < 40; i++)
        {
            var parent = i % 4 == 0 ? null : comments[i * 7 % comments.Count];
            comments.Add(await Store.AddCommentAsync(Sample, post, parent).ConfigureAwait(false));
        }

        for (var i = 0; i < comments.Count; i += 3)
        {
            await Store.SetStatusAsync(comments[i].BlogId, comments[i].Id, (CommentStatus)(i % 5)).ConfigureAwait(false);
        }

        await new StoreCheck(Store, "a tree with hidden comments").EverythingAsync(1, 2, 3, 5, 100).ConfigureAwait(false);
    }

    /// <summary>A hidden comment stays as long as a comment below it is shown, at any depth, and not longer.</summary>
    [Fact]
    public async Task Tombstones_stand_as_long_as_something_below_is_shown()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var chain = new List<Comment>();
        for (var i = 0; i < 12; i++)
        {
            chain.Add(await Store.AddCommentAsync(Sample, post, i == 0 ? null : chain[^1]).ConfigureAwait(false));
        }

        foreach (var comment in chain[..^1])
        {
            await Store.SetStatusAsync(comment.BlogId, comment.Id, CommentStatus.Trashed).ConfigureAwait(false);
        }

        var page = await Store.Threads.ReadRootsAsync(Query(post), default).ConfigureAwait(false);
        Assert.Equal(
            (CommentStatus.Trashed, 1, 11),
            (page.Branches[0].Root.Status, page.Branches[0].Root.ShownReplies, page.Branches[0].Replies.Length));
        await CheckAsync("all but the last hidden").ConfigureAwait(false);

        await Store.SetStatusAsync(chain[^1].BlogId, chain[^1].Id, CommentStatus.Spam).ConfigureAwait(false);
        Assert.Empty((await Store.Threads.ReadRootsAsync(Query(post), default).ConfigureAwait(false)).Branches);
        await CheckAsync("all hidden").ConfigureAwait(false);

        await Store.SetStatusAsync(chain[5].BlogId, chain[5].Id, CommentStatus.Approved).ConfigureAwait(false);
        Assert.Equal(5, (await Store.Threads.ReadRootsAsync(Query(post), default).ConfigureAwait(false)).Branches[0].Replies.Length);
        await CheckAsync("one in the middle shown").ConfigureAwait(false);
    }

    /// <summary>Conversations of any depth are read as they are.</summary>
    [Fact]
    public async Task Depth_has_no_limit()
    {
        const int Depth = 2_000;
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var chain = new List<Comment>();
        for (var i = 0; i <= Depth; i++)
        {
            chain.Add(Sample.Comment(post, i == 0 ? null : chain[^1]));
        }

        await Store.ImportAsync(chain).ConfigureAwait(false);
        await Store.SetStatusAsync(chain[1].BlogId, chain[1].Id, CommentStatus.Trashed).ConfigureAwait(false);

        var replies = await Store.Threads.ReadRepliesAsync(
            new RepliesQuery { BlogId = chain[0].BlogId, Under = chain[0].Id, After = chain[Depth - 2].Id, Size = 5 },
            default).ConfigureAwait(false);
        Assert.Equal([chain[^2].Id, chain[^1].Id], replies!.Replies.Select(static r => r.Id));
        var position = await Store.Threads.LocateAsync(chain[^1].BlogId, chain[^1].Id, 10, default).ConfigureAwait(false);
        Assert.Equal(new CommentPosition(post.Id, chain[0].Id, 10, chain[^2].Id), position);
        Assert.Equal(Depth, (await Store.Threads.CountAsync(post.BlogId, post.Id, default).ConfigureAwait(false)).Approved);
    }

    /// <summary>A cursor keeps its place when its root is gone.</summary>
    [Theory]
    [InlineData(ThreadSort.Oldest)]
    [InlineData(ThreadSort.Newest)]
    [InlineData(ThreadSort.Best)]
    public async Task A_cursor_holds_its_place_when_its_root_is_gone(ThreadSort sort)
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var roots = await RootsAsync(post, 7).ConfigureAwait(false);
        if (sort is ThreadSort.Newest)
        {
            roots.Reverse();
        }

        var cursor = new RootsCursor(roots[3].Id, 0, 4);
        await Store.PurgeAsync(roots[3].BlogId, roots[3].Id).ConfigureAwait(false);

        var after = await Store.Threads.ReadRootsAsync(
            Query(post) with { Sort = sort, Size = 2, Cursor = cursor }, default).ConfigureAwait(false);
        var before = await Store.Threads.ReadRootsAsync(
            Query(post) with { Sort = sort, Size = 2, Cursor = cursor with { Backwards = true } }, default).ConfigureAwait(false);

        Assert.Equal([roots[4].Id, roots[5].Id], after.Branches.Select(static b => b.Root.Id));
        Assert.Equal([roots[1].Id, roots[2].Id], before.Branches.Select(static b => b.Root.Id));
        Assert.Equal((true, true, true, true), (after.HasPrevious, after.HasNext, before.HasPrevious, before.HasNext));
    }

    /// <summary>The page that holds a root is found; it is empty for what is not a present root.</summary>
    [Fact]
    public async Task The_page_that_holds_what_is_no_present_root_is_empty()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var roots = await RootsAsync(post, 3).ConfigureAwait(false);
        var reply = await Store.AddCommentAsync(Sample, post, roots[0]).ConfigureAwait(false);
        var hidden = await Store.AddCommentAsync(Sample, post, null, CommentStatus.Pending).ConfigureAwait(false);

        foreach (var id in new[] { reply.Id, hidden.Id, new CommentId(Sample.NextId()) })
        {
            var page = await Store.Threads.ReadRootsAsync(Query(post) with { Holding = id }, default).ConfigureAwait(false);
            Assert.Empty(page.Branches);
            Assert.Equal((3, 4), (page.PresentRoots, page.Counts.Approved));
        }
    }

    /// <summary>Pinned roots are read beside the page, and keep their place on it.</summary>
    [Fact]
    public async Task Pinned_roots_are_read_beside_the_page()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var roots = new List<Comment>();
        for (var i = 0; i < 6; i++)
        {
            var pinned = i % 2 == 1;
            roots.Add(await Store.AddCommentAsync(Sample, post, change: c => c with { IsPinned = pinned }).ConfigureAwait(false));
        }

        await Store.AddCommentAsync(Sample, post, roots[3]).ConfigureAwait(false);
        var all = await Store.Threads.ReadRootsAsync(Query(post) with { Size = 2, Pinned = 5 }, default).ConfigureAwait(false);
        await Store.SetStatusAsync(roots[1].BlogId, roots[1].Id, CommentStatus.Pending).ConfigureAwait(false);
        await Store.SetStatusAsync(roots[3].BlogId, roots[3].Id, CommentStatus.Trashed).ConfigureAwait(false);
        var left = await Store.Threads.ReadRootsAsync(Query(post) with { Size = 2, Pinned = 5 }, default).ConfigureAwait(false);
        await Store.SetStatusAsync(roots[1].BlogId, roots[1].Id, CommentStatus.Approved).ConfigureAwait(false);
        var one = await Store.Threads.ReadRootsAsync(Query(post) with { Size = 2, Pinned = 1 }, default).ConfigureAwait(false);
        var none = await Store.Threads.ReadRootsAsync(Query(post) with { Size = 2 }, default).ConfigureAwait(false);

        Assert.Equal([roots[1].Id, roots[3].Id, roots[5].Id], all.Pinned.Select(static b => b.Root.Id));
        Assert.Equal([roots[0].Id, roots[1].Id], all.Branches.Select(static b => b.Root.Id));
        Assert.All(all.Pinned, static b => Assert.Empty(b.Replies));
        Assert.Equal(1, all.Pinned[1].Root.ShownReplies);
        Assert.Equal([roots[5].Id], left.Pinned.Select(static b => b.Root.Id));
        Assert.Equal([roots[1].Id], one.Pinned.Select(static b => b.Root.Id));
        Assert.Empty(none.Pinned);
    }

    /// <summary>Replies after a comment that is gone begin at the beginning.</summary>
    [Fact]
    public async Task Replies_after_a_comment_that_is_gone_begin_at_the_beginning()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var root = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var first = await Store.AddCommentAsync(Sample, post, root).ConfigureAwait(false);
        var gone = await Store.AddCommentAsync(Sample, post, root).ConfigureAwait(false);
        await Store.PurgeAsync(gone.BlogId, gone.Id).ConfigureAwait(false);

        var page = await Store.Threads.ReadRepliesAsync(
            new RepliesQuery { BlogId = root.BlogId, Under = root.Id, After = gone.Id, Size = 5 }, default).ConfigureAwait(false);

        Assert.Equal([first.Id], page!.Replies.Select(static r => r.Id));
    }

    /// <summary>New replies do not shift what somebody reads on.</summary>
    [Fact]
    public async Task Replies_are_read_on_from_where_the_reader_was()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var root = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var early = await Store.AddCommentAsync(Sample, post, root).ConfigureAwait(false);
        var late = await Store.AddCommentAsync(Sample, post, root).ConfigureAwait(false);
        await Store.AddCommentAsync(Sample, post, root).ConfigureAwait(false);
        var between = await Store.AddCommentAsync(Sample, post, early).ConfigureAwait(false);

        var page = await Store.Threads.ReadRepliesAsync(
            new RepliesQuery { BlogId = root.BlogId, Under = root.Id, After = early.Id, Size = 2 }, default).ConfigureAwait(false);

        Assert.Equal([between.Id, late.Id], page!.Replies.Select(static r => r.Id));
        Assert.True(page.HasMore);
    }

    /// <summary>The newest comments of a blog are those that everybody may read, newest first.</summary>
    [Fact]
    public async Task The_newest_comments_of_a_blog_are_listed_across_its_posts()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var posts = new List<Post>();
        foreach (var visibility in Enum.GetValues<PostVisibility>())
        {
            posts.Add(await Store.AddPostAsync(Sample, blog, p => p with { Visibility = visibility }).ConfigureAwait(false));
        }

        posts.Add(await Store.AddPostAsync(Sample, blog, static p => p with { Status = PostStatus.Draft }).ConfigureAwait(false));
        var scheduled = await Store.AddPostAsync(
            Sample,
            blog,
            static p => p with { Status = PostStatus.Scheduled, PublishedAt = SampleData.Now.AddHours(1) }).ConfigureAwait(false);
        var open = await Store.AddPostAsync(Sample, blog).ConfigureAwait(false);
        var expected = new List<CommentId>();
        for (var i = 0; i < 5; i++)
        {
            expected.Insert(0, (await Store.AddCommentAsync(Sample, i % 2 == 0 ? posts[0] : open).ConfigureAwait(false)).Id);
            foreach (var post in posts[1..])
            {
                await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
            }

            await Store.AddCommentAsync(Sample, open, null, CommentStatus.Pending).ConfigureAwait(false);
        }

        var future = await Store.AddCommentAsync(Sample, scheduled).ConfigureAwait(false);
        await Store.AddCommentAsync(Sample, await Store.AddPostAsync(Sample).ConfigureAwait(false)).ConfigureAwait(false);

        await AssertAsync(null, 2, SampleData.Now, expected[..2], hasPrevious: false, hasNext: true).ConfigureAwait(false);
        await AssertAsync(expected[1], 2, SampleData.Now, expected[2..4], hasPrevious: true, hasNext: true).ConfigureAwait(false);
        await AssertAsync(expected[3], 2, SampleData.Now, expected[4..], hasPrevious: true, hasNext: false).ConfigureAwait(false);
        await AssertAsync(null, 100, SampleData.Now, expected, hasPrevious: false, hasNext: false).ConfigureAwait(false);
        await AssertAsync(null, 1, SampleData.Now.AddHours(1), [future.Id], hasPrevious: false, hasNext: true).ConfigureAwait(false);

        async Task AssertAsync(CommentId? before, int size, DateTimeOffset now, List<CommentId> ids, bool hasPrevious, bool hasNext)
        {
            var slice = await Store.Threads.ListNewestAsync(
                new NewestQuery { BlogId = blog.Id, Now = now, Size = size, Before = before }, default).ConfigureAwait(false);
            Assert.Equal(ids, slice.Items.Select(static i => i.Comment.Id));
            Assert.All(slice.Items, static i => Assert.Equal(i.Comment.PostId, i.Post.Id));
            Assert.Equal((hasPrevious, hasNext), (slice.HasPrevious, slice.HasNext));
        }
    }

    /// <summary>
    /// The newest comments of one post are listed whoever may read it, which the caller has checked; a post of another blog has none.
    /// </summary>
    [Fact]
    public async Task The_newest_comments_of_one_post_are_listed_whoever_may_read_it()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var post = await Store.AddPostAsync(
            Sample, blog, static p => p with { Visibility = PostVisibility.Unlisted }).ConfigureAwait(false);
        var other = await Store.AddPostAsync(Sample, blog).ConfigureAwait(false);
        var shown = new List<CommentId>();
        for (var i = 0; i < 5; i++)
        {
            shown.Insert(0, (await Store.AddCommentAsync(Sample, post).ConfigureAwait(false)).Id);
            await Store.AddCommentAsync(Sample, other).ConfigureAwait(false);
            await Store.AddCommentAsync(Sample, post, null, CommentStatus.Pending).ConfigureAwait(false);
        }

        var query = new NewestQuery { BlogId = blog.Id, PostId = post.Id, Now = SampleData.Now, Size = 2 };
        await AssertAsync(query, shown[..2], hasPrevious: false, hasNext: true).ConfigureAwait(false);
        await AssertAsync(query with { Before = shown[1] }, shown[2..4], hasPrevious: true, hasNext: true).ConfigureAwait(false);
        await AssertAsync(query with { Before = shown[3] }, shown[4..], hasPrevious: true, hasNext: false).ConfigureAwait(false);
        await AssertAsync(
            query with { BlogId = new BlogId(Sample.NextId()) }, [], hasPrevious: false, hasNext: false).ConfigureAwait(false);
        await AssertAsync(
            query with { PostId = new PostId(Sample.NextId()) }, [], hasPrevious: false, hasNext: false).ConfigureAwait(false);

        async Task AssertAsync(NewestQuery query, List<CommentId> ids, bool hasPrevious, bool hasNext)
        {
            var slice = await Store.Threads.ListNewestAsync(query, default).ConfigureAwait(false);
            Assert.Equal(ids, slice.Items.Select(static i => i.Comment.Id));
            Assert.All(slice.Items, i => Assert.Equal(new PostLink(post.Id, post.Slug, post.Title), i.Post));
            Assert.Equal((hasPrevious, hasNext), (slice.HasPrevious, slice.HasNext));
        }
    }

    /// <summary>Participants are those with a shown comment, each name once, most recent first.</summary>
    [Fact]
    public async Task Participants_are_listed_by_their_latest_shown_comment()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var ada = await AddAsync("Ada").ConfigureAwait(false);
        await AddAsync("Bo").ConfigureAwait(false);
        var cem = await AddAsync("Cem").ConfigureAwait(false);
        var bo = await AddAsync("Bo").ConfigureAwait(false);
        await AddAsync("Ada", CommentStatus.Pending).ConfigureAwait(false);
        await AddAsync("Eve", CommentStatus.Spam).ConfigureAwait(false);

        var all = await Store.Threads.ListParticipantsAsync(post.BlogId, post.Id, 10, default).ConfigureAwait(false);
        var two = await Store.Threads.ListParticipantsAsync(post.BlogId, post.Id, 2, default).ConfigureAwait(false);

        Assert.Equal([new("Bo", bo.Id), new("Cem", cem.Id), new ThreadParticipant("Ada", ada.Id)], all.AsEnumerable());
        Assert.Equal(all.Take(2), two.AsEnumerable());

        Task<Comment> AddAsync(string name, CommentStatus status = CommentStatus.Approved) =>
            Store.AddCommentAsync(Sample, post, null, status, c => c with { By = new Commenter { Name = name } });
    }

    /// <summary>A held comment is listed for its writer alone.</summary>
    [Fact]
    public async Task Held_comments_are_listed_for_their_owner()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var root = await AddAsync(null, CommentStatus.Approved, ActorKey.Parse("guest:me")).ConfigureAwait(false);
        var first = await AddAsync(root, CommentStatus.Pending, ActorKey.Parse("guest:me")).ConfigureAwait(false);
        await AddAsync(null, CommentStatus.Pending, ActorKey.Parse("guest:other")).ConfigureAwait(false);
        await AddAsync(null, CommentStatus.Pending, null).ConfigureAwait(false);
        await AddAsync(null, CommentStatus.Spam, ActorKey.Parse("guest:me")).ConfigureAwait(false);
        var second = await AddAsync(null, CommentStatus.Pending, ActorKey.Parse("guest:me")).ConfigureAwait(false);

        var held = await Store.Threads.ListHeldAsync(post.BlogId, post.Id, ActorKey.Parse("guest:me"), 10, default).ConfigureAwait(false);

        Assert.Equal([first.Id, second.Id], held.Select(static r => r.Id));
        Assert.Equal((first.Html, root.By.Name, CommentStatus.Pending), (held[0].Html, held[0].ParentName, held[0].Status));
        Assert.Single(await Store.Threads.ListHeldAsync(
            post.BlogId, post.Id, ActorKey.Parse("guest:me"), 1, default).ConfigureAwait(false));
        await Store.SetStatusAsync(first.BlogId, first.Id, CommentStatus.Approved).ConfigureAwait(false);
        Assert.Single(await Store.Threads.ListHeldAsync(
            post.BlogId, post.Id, ActorKey.Parse("guest:me"), 10, default).ConfigureAwait(false));

        Task<Comment> AddAsync(Comment? parent, CommentStatus status, ActorKey? owner) =>
            Store.AddCommentAsync(Sample, post, parent, status, c => c with { OwnerKey = owner });
    }

    private static RootsQuery Query(Post post) => new() { BlogId = post.BlogId, PostId = post.Id, Size = 10, RepliesPerRoot = 20 };

    private async Task<List<Comment>> RootsAsync(Post post, int count)
    {
        var roots = new List<Comment>();
        for (var i = 0; i < count; i++)
        {
            roots.Add(await Store.AddCommentAsync(Sample, post).ConfigureAwait(false));
        }

        return roots;
    }

    private Task CheckAsync(string because) => new StoreCheck(Store, because).EverythingAsync(2);
}

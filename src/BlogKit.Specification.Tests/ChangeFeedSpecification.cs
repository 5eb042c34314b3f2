using System.Collections.Concurrent;
using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>
/// Tests the contract of <see cref="IChangeStore"/>: every write of every role leaves its rows in the feed of its blog, whoever follows it
/// misses none, and whoever comes too late is told. That a write that dies leaves no row is among the tests of
/// <see cref="FaultSpecification"/>, which reads the feed too.
/// </summary>
public abstract class ChangeFeedSpecification : StoreSpecification
{
    private static readonly string[] s_readingVerbs = ["Find", "List", "Read", "Count", "Locate", "Search", "Open"];

    private static readonly Dictionary<string, string> s_withoutRow = new(StringComparer.Ordinal)
    {
        ["ILearningStore.SaveModelAsync"] = "A model may be of every blog, is learned again from the log, and its version is cheap.",
        ["ILearningStore.RemoveModelAsync"] = "As SaveModelAsync.",
        ["IChangeStore.DeleteChangesAsync"] = "It changes nothing that the feed is about.",
    };

    /// <summary>Each kind of write leaves exactly its rows, and repeated right after only when it wrote again.</summary>
    [Fact]
    public async Task Every_write_leaves_its_rows_and_one_that_changes_nothing_leaves_none()
    {
        var scene = await Scene.SetAsync(Store, Sample).ConfigureAwait(false);
        foreach (var call in scene.Writes())
        {
            var first = await RowsOfAsync(call, Store).ConfigureAwait(false);
            AreSame(call.Rows, first, call.Name);

            var again = await RowsOfAsync(call, Store).ConfigureAwait(false);
            AreSame(call.WritesAgain ? call.Rows : [], again, $"{call.Name}, made again,");
        }
    }

    /// <summary>
    /// Every writing method of every role of a store is among the writes that are checked, or has a reason to leave no row: one that is
    /// added later and forgotten fails here.
    /// </summary>
    [Fact]
    public async Task Every_writing_method_of_every_role_leaves_a_row_or_has_a_reason_not_to()
    {
        var store = new RecordedStore(Store);
        var scene = await Scene.SetAsync(Store, Sample).ConfigureAwait(false);
        var leaving = new HashSet<string>(StringComparer.Ordinal);
        foreach (var call in scene.Writes())
        {
            store.Calls.Clear();
            if ((await RowsOfAsync(call, store).ConfigureAwait(false)).Count > 0)
            {
                leaving.UnionWith(store.Calls);
            }
        }

        var writing = typeof(IBlogStore).Assembly.GetExportedTypes()
            .Where(static type => type.IsInterface && type.Name.EndsWith("Store", StringComparison.Ordinal))
            .Where(static type => type != typeof(IMediaStore)) // keeps files, of which no store knows
            .Where(static type => string.Equals(type.Namespace, typeof(IBlogStore).Namespace, StringComparison.Ordinal))
            .SelectMany(static type => type.GetMethods().Select(method => (Role: type.Name, method.Name)))
            .Where(static method => !Array.Exists(s_readingVerbs, verb => method.Name.StartsWith(verb, StringComparison.Ordinal)))
            .Select(static method => $"{method.Role}.{method.Name}");

        Assert.Equal(
            writing.Order(StringComparer.Ordinal), leaving.Concat(s_withoutRow.Keys).Order(StringComparer.Ordinal));
    }

    /// <summary>A write that is refused, that does not fit or whose thing is not there leaves no row.</summary>
    [Fact]
    public async Task A_refused_write_leaves_no_row()
    {
        var scene = await Scene.SetAsync(Store, Sample).ConfigureAwait(false);
        var before = await PositionsAsync().ConfigureAwait(false);
        var nowhere = new BlogId(Sample.NextId());
        var post = scene.Post;
        var orphan = Sample.Comment(post) with { ParentId = new CommentId(Sample.NextId()) };

        await Store.Blogs.SaveAsync(scene.Blog with { Version = 7 }, default).ConfigureAwait(false);
        await Store.Authors.SaveAsync(scene.Author with { Version = 7 }, default).ConfigureAwait(false);
        await Store.Authors.SaveAsync(Sample.Author(nowhere), default).ConfigureAwait(false);
        await Store.Taxonomy.SaveCategoryAsync(scene.Category with { ParentId = scene.Category.Id }, default).ConfigureAwait(false);
        await Store.Posts.SaveAsync(new PostSave(post with { Slug = scene.Other.Slug }, null), default).ConfigureAwait(false);
        await Store.Posts.DeleteAsync(post.BlogId, post.Id, 7, default).ConfigureAwait(false);
        await Store.CommentIntake.AddAsync(SampleData.Addition(orphan), default).ConfigureAwait(false);
        await Store.CommentIntake.AddAsync(
            SampleData.Addition(Sample.Comment(post)) with { CloseAfterCount = 1 }, default).ConfigureAwait(false);
        await Store.CommentChanges.UpdateAsync(
            StoreFill.ToStatus(scene.Root with { Version = 7 }, CommentStatus.Trashed), default).ConfigureAwait(false);
        await Store.Feedback.SetVoteAsync(
            scene.Pending.BlogId, scene.Pending.Id, ActorKey.Parse("voter"), Vote.Up, default).ConfigureAwait(false);
        await Store.Feedback.SetVoteAsync(
            scene.Leaf.BlogId, scene.Leaf.Id, ActorKey.Parse("voter"), Vote.Up, default).ConfigureAwait(false);
        await Store.Flags.SetFlagAsync(SampleData.Flag(scene.Leaf, "reader"), default).ConfigureAwait(false);
        await Store.Flags.SetFlagAsync(SampleData.Flag(scene.Pending, "reader"), default).ConfigureAwait(false);
        await Store.CommentIntake.ImportAsync([scene.Root, scene.Husk, orphan], default).ConfigureAwait(false);

        Assert.Equal(before, await PositionsAsync().ConfigureAwait(false));
    }

    /// <summary>Positions count from 1 in the order of the writes; a part begins behind the given one and has the size asked for.</summary>
    [Fact]
    public async Task The_feed_is_read_behind_a_position_in_the_order_of_the_writes()
    {
        var scene = await Scene.SetAsync(Store, Sample).ConfigureAwait(false);
        var blog = scene.Blog.Id;
        var all = await ReadAllAsync(blog).ConfigureAwait(false);

        Assert.Equal(FeedRow.Of(all[0]), new FeedRow(BlogChangeKind.Blog, null, null));
        Assert.Equal(Enumerable.Range(1, all.Count).Select(static n => (long)n), all.Select(static c => c.Position));
        Assert.Equal(all.Count, await Store.Changes.ReadChangePositionAsync(blog, default).ConfigureAwait(false));
        Assert.All(all, change => Assert.Equal(blog, change.BlogId));
        var pages = new List<StoredChange>();
        while (await Store.Changes.ReadChangesAsync(blog, pages.Count, 4, default).ConfigureAwait(false) is { Items.IsEmpty: false } page)
        {
            Assert.False(page.IsTrimmed);
            Assert.True(page.Items.Length == 4 || pages.Count + page.Items.Length == all.Count);
            pages.AddRange(page.Items);
        }

        Assert.Equal(all, pages);
    }

    /// <summary>A position below 0 and a part without a place for a change are refused.</summary>
    [Fact]
    public async Task A_position_below_0_and_a_limit_below_1_are_refused()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => Store.Changes.ReadChangesAsync(blog.Id, -1, 5, default)).ConfigureAwait(false);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => Store.Changes.ReadChangesAsync(blog.Id, 0, 0, default)).ConfigureAwait(false);
    }

    /// <summary>Each blog has a feed of its own, with positions of its own.</summary>
    [Fact]
    public async Task Blogs_have_feeds_of_their_own()
    {
        var first = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var second = await Store.AddBlogAsync(Sample, "second").ConfigureAwait(false);
        await Store.AddPostAsync(Sample, first).ConfigureAwait(false);
        await Store.AddPostAsync(Sample, second).ConfigureAwait(false);
        var ofSecond = await ReadAllAsync(second.Id).ConfigureAwait(false);

        await Store.AddPostAsync(Sample, first).ConfigureAwait(false);
        await Store.Changes.DeleteChangesAsync(first.Id, DateTimeOffset.MaxValue, default).ConfigureAwait(false);

        Assert.Equal([1L, 2L, 3L], ofSecond.Select(static c => c.Position));
        Assert.Equal(ofSecond, await ReadAllAsync(second.Id).ConfigureAwait(false));
        Assert.Equal(5, await Store.Changes.ReadChangePositionAsync(first.Id, default).ConfigureAwait(false));
    }

    /// <summary>A blog that is not there has no changes; whoever says to have read some is told.</summary>
    [Fact]
    public async Task A_blog_that_is_not_there_has_no_changes()
    {
        var nowhere = new BlogId(Sample.NextId());

        Assert.Equal(0, await Store.Changes.ReadChangePositionAsync(nowhere, default).ConfigureAwait(false));
        Assert.Equal(0, await Store.Changes.DeleteChangesAsync(nowhere, DateTimeOffset.MaxValue, default).ConfigureAwait(false));
        var fromFirst = await Store.Changes.ReadChangesAsync(nowhere, 0, 5, default).ConfigureAwait(false);
        Assert.Empty(fromFirst.Items);
        Assert.False(fromFirst.IsTrimmed);
        Assert.True((await Store.Changes.ReadChangesAsync(nowhere, 3, 5, default).ConfigureAwait(false)).IsTrimmed);
    }

    /// <summary>
    /// While many write, whoever follows the feed finds every change once, in the order of the positions, and finds what was written as
    /// soon as it is told.
    /// </summary>
    [Fact]
    public async Task Whoever_follows_the_feed_while_many_write_misses_nothing()
    {
        const int Writers = 8;
        const int Comments = 20;
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var start = await Store.Changes.ReadChangePositionAsync(post.BlogId, default).ConfigureAwait(false);
        var written = new ConcurrentBag<CommentId>();
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < Comments; i++)
            {
                var comment = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
                written.Add(comment.Id);
                await Store.Feedback.SetVoteAsync(
                    post.BlogId, comment.Id, ActorKey.Parse($"voter{writer}"), Vote.Up, default).ConfigureAwait(false);
            }
        })));

        var found = new List<StoredChange>();
        for (var isOver = false; ;)
        {
            var page = await Store.Changes.ReadChangesAsync(post.BlogId, start + found.Count, 7, default).ConfigureAwait(false);
            Assert.False(page.IsTrimmed);
            foreach (var change in page.Items)
            {
                Assert.NotNull(await Store.Comments.FindAsync(post.BlogId, change.CommentId!.Value, default).ConfigureAwait(false));
            }

            found.AddRange(page.Items);
            if (page.Items.IsEmpty)
            {
                if (isOver)
                {
                    break;
                }

                isOver = writing.IsCompleted;
                await Task.Yield();
            }
        }

        await writing.ConfigureAwait(false);
        Assert.Equal(Enumerable.Range(1, Writers * Comments * 2).Select(n => start + n), found.Select(static c => c.Position));
        Assert.Equal(
            written.Order(), found.Where(static c => c.Kind is BlogChangeKind.Thread).Select(static c => c.CommentId!.Value).Order());
        Assert.Equal(
            written.Order(), found.Where(static c => c.Kind is BlogChangeKind.Feedback).Select(static c => c.CommentId!.Value).Order());
        Assert.Equal(found, (await ReadAllAsync(post.BlogId).ConfigureAwait(false)).Skip((int)start));
    }

    /// <summary>
    /// Trimming takes the oldest, up to the last that is too old, and never the newest; positions go on, and whoever has not read what
    /// was taken is told.
    /// </summary>
    [Fact]
    public async Task Whoever_has_not_read_what_was_trimmed_is_told()
    {
        var scene = await Scene.SetAsync(Store, Sample).ConfigureAwait(false);
        var blog = scene.Blog.Id;
        var all = await ReadAllAsync(blog).ConfigureAwait(false);
        var middle = all[all.Count / 2].At;
        var kept = all.SkipWhile(c => c.At < middle && c != all[^1]).ToList();

        Assert.Equal(0, await Store.Changes.DeleteChangesAsync(blog, DateTimeOffset.MinValue, default).ConfigureAwait(false));
        Assert.Equal(
            all.Count - kept.Count, await Store.Changes.DeleteChangesAsync(blog, middle, default).ConfigureAwait(false));
        Assert.Equal(kept, (await Store.Changes.ReadChangesAsync(blog, kept[0].Position - 1, 1_000, default).ConfigureAwait(false)).Items);
        Assert.Equal(kept.Count - 1, await Store.Changes.DeleteChangesAsync(blog, DateTimeOffset.MaxValue, default).ConfigureAwait(false));
        Assert.Equal(0, await Store.Changes.DeleteChangesAsync(blog, DateTimeOffset.MaxValue, default).ConfigureAwait(false));

        await Store.RestartAsync().ConfigureAwait(false);
        Assert.Equal(all.Count, await Store.Changes.ReadChangePositionAsync(blog, default).ConfigureAwait(false));
        await Store.AddAuthorAsync(Sample, scene.Blog).ConfigureAwait(false);

        var late = await Store.Changes.ReadChangesAsync(blog, all.Count - 2, 10, default).ConfigureAwait(false);
        Assert.True(late.IsTrimmed);
        Assert.Equal([all.Count, all.Count + 1L], late.Items.Select(static c => c.Position));
        Assert.False((await Store.Changes.ReadChangesAsync(blog, all.Count - 1, 10, default).ConfigureAwait(false)).IsTrimmed);
        Assert.False((await Store.Changes.ReadChangesAsync(blog, all.Count + 1, 10, default).ConfigureAwait(false)).IsTrimmed);
    }

    /// <summary>Whoever has read further than the feed goes knows another state of the blog, as before a restore, and is told.</summary>
    [Fact]
    public async Task Whoever_has_read_further_than_the_feed_goes_is_told()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var newest = await Store.Changes.ReadChangePositionAsync(post.BlogId, default).ConfigureAwait(false);

        Assert.False((await Store.Changes.ReadChangesAsync(post.BlogId, newest, 5, default).ConfigureAwait(false)).IsTrimmed);
        Assert.True((await Store.Changes.ReadChangesAsync(post.BlogId, newest + 1, 5, default).ConfigureAwait(false)).IsTrimmed);
    }

    /// <summary>A post that stood below a deleted one stands alone, and the feed says so.</summary>
    [Fact]
    public async Task A_post_below_a_deleted_one_is_changed_too()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var above = await Store.AddPostAsync(Sample, blog).ConfigureAwait(false);
        var below = await Store.AddPostAsync(Sample, blog, post => post with { ParentId = above.Id }).ConfigureAwait(false);
        var deletion = StoreCall.Of("delete", (s, t) => s.Posts.DeleteAsync(blog.Id, above.Id, above.Version, t))
            .Leaving(BlogChangeKind.Post, above.Id)
            .Leaving(BlogChangeKind.Post, below.Id);

        AreSame(deletion.Rows, await RowsOfAsync(deletion, Store).ConfigureAwait(false), deletion.Name);
        Assert.Null((await Store.Posts.FindAsync(blog.Id, below.Id, default).ConfigureAwait(false))!.ParentId);
    }

    private static void AreSame(IEnumerable<FeedRow> expected, IEnumerable<FeedRow> found, string call)
    {
        var (wanted, left) = (Sorted(expected), Sorted(found));
        Assert.True(string.Equals(wanted, left, StringComparison.Ordinal), $"{call} left {left} instead of {wanted}");

        static string Sorted(IEnumerable<FeedRow> rows) =>
            string.Join("; ", rows.Select(static row => row.ToString()).Order(StringComparer.Ordinal));
    }

    private async Task<List<FeedRow>> RowsOfAsync(StoreCall call, StoreHarness store)
    {
        var before = await PositionsAsync().ConfigureAwait(false);
        await call.Run(store, default).ConfigureAwait(false);
        var rows = new List<FeedRow>();
        foreach (var blog in await Store.Blogs.ListAllAsync(default).ConfigureAwait(false))
        {
            var slice = await Store.Changes.ReadChangesAsync(
                blog.Id, before.GetValueOrDefault(blog.Id), 1_000, default).ConfigureAwait(false);
            rows.AddRange(slice.Items.Select(FeedRow.Of));
        }

        return rows;
    }

    private async Task<SortedDictionary<BlogId, long>> PositionsAsync()
    {
        var positions = new SortedDictionary<BlogId, long>();
        foreach (var blog in await Store.Blogs.ListAllAsync(default).ConfigureAwait(false))
        {
            positions.Add(blog.Id, await Store.Changes.ReadChangePositionAsync(blog.Id, default).ConfigureAwait(false));
        }

        return positions;
    }

    private async Task<List<StoredChange>> ReadAllAsync(BlogId blogId) =>
        [.. (await Store.Changes.ReadChangesAsync(blogId, 0, 10_000, default).ConfigureAwait(false)).Items];
}

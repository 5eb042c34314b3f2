using BlogKit.Moderation;
using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>
/// Tests that reading costs what is shown, not what is stored: a thread of a million comments is read with the commands a tiny one is read
/// with, at the beginning, in the middle and at the end.
/// </summary>
public abstract class HugeThreadSpecification : StoreSpecification
{
    private const int TinySize = 400;
    private const int BatchSize = 20_000;
    private const int PageSize = 50;

    /// <summary>
    /// The number of comments of the huge thread, a multiple of four. Override it where a million takes too long to import.
    /// </summary>
    protected virtual int HugeThreadSize => 1_000_000;

    /// <summary>
    /// Every read of a huge thread is right, keeps to the documented number of commands, and needs no more than a tiny thread does.
    /// </summary>
    [Fact]
    public async Task A_huge_thread_is_read_like_a_tiny_one()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var huge = await Shape.ImportAsync(Store, Sample, post, HugeThreadSize).ConfigureAwait(false);
        var tiny = await Shape.ImportAsync(
            Store, Sample, await Store.AddPostAsync(Sample).ConfigureAwait(false), TinySize).ConfigureAwait(false);

        Assert.Equal(HugeThreadSize, (await Store.Threads.CountAsync(post.BlogId, post.Id, default).ConfigureAwait(false)).Approved);
        foreach (var (name, most, read) in Readings())
        {
            var costOfTiny = await CountAsync(() => read(tiny)).ConfigureAwait(false);
            var costOfHuge = await CountAsync(() => read(huge)).ConfigureAwait(false);
            Assert.True(costOfHuge == costOfTiny, $"{name}: {costOfHuge} commands for the huge thread, {costOfTiny} for the tiny one.");
            Assert.True(costOfHuge <= most, $"{name}: {costOfHuge} commands, at most {most} are allowed.");
        }

        var added = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var last = await Store.Threads.ReadRootsAsync(Query(huge) with { Sort = ThreadSort.Newest }, default).ConfigureAwait(false);
        Assert.Equal((added.Id, (huge.Size / 4) + 1), (last.Branches[0].Root.Id, last.PresentRoots));
    }

    private static RootsQuery Query(Shape shape) =>
        new() { BlogId = shape.Post.BlogId, PostId = shape.Post.Id, Size = PageSize, RepliesPerRoot = 10 };

    private IEnumerable<(string Name, int MostCommands, Func<Shape, Task> Read)> Readings()
    {
        yield return ("the first page", 3, shape => PageAsync(shape, Query(shape), 0));
        yield return (
            "a page in the middle",
            3,
            shape => PageAsync(shape, Query(shape) with { Cursor = shape.Cursor(shape.Middle - 1) }, shape.Middle));
        yield return ("a page before the middle", 3, shape => PageAsync(
            shape, Query(shape) with { Cursor = shape.Cursor(shape.Middle) with { Backwards = true } }, shape.Middle - PageSize));
        yield return (
            "the page that holds a root",
            3,
            shape => PageAsync(shape, Query(shape) with { Holding = shape.Root(shape.Middle) }, shape.Middle / PageSize * PageSize));
        yield return ("the newest page", 3, async shape =>
        {
            var page = await Store.Threads.ReadRootsAsync(Query(shape) with { Sort = ThreadSort.Newest }, default).ConfigureAwait(false);
            Assert.Equal(shape.Root((shape.Size / 4) - 1), page.Branches[0].Root.Id);
        }
        );
        yield return ("the best page", 3, async shape =>
        {
            var page = await Store.Threads.ReadRootsAsync(Query(shape) with { Sort = ThreadSort.Best }, default).ConfigureAwait(false);
            Assert.Equal(PageSize, page.Branches.Length);
        }
        );
        yield return ("the first replies", 2, async shape =>
        {
            var replies = await Store.Threads.ReadRepliesAsync(
                new RepliesQuery { BlogId = shape.Post.BlogId, Under = shape.Root(0), Size = 20 }, default).ConfigureAwait(false);
            Assert.Equal((20, true), (replies!.Replies.Length, replies.HasMore));
        }
        );
        yield return ("replies in the middle", 2, async shape =>
        {
            var replies = await Store.Threads.ReadRepliesAsync(
                new RepliesQuery { BlogId = shape.Post.BlogId, Under = shape.Root(0), After = shape.Busy(shape.Middle), Size = 2 },
                default).ConfigureAwait(false);
            Assert.Equal([shape.Busy(shape.Middle + 1), shape.Busy(shape.Middle + 2)], replies!.Replies.Select(static r => r.Id));
        }
        );
        yield return ("all facts at once", 6, async shape =>
        {
            var facts = await Store.Moderation.ReadFactsAsync(Everything(shape), default).ConfigureAwait(false);
            Assert.Equal((50, 20), (facts.Conversation.Length, facts.Activity.Min(static a => a.Comments) >= 20 ? 20 : 0));
        }
        );
        yield return ("locating a reply", 3, async shape => Assert.Equal(
            new CommentPosition(shape.Post.Id, shape.Root(0), 30, shape.Busy(shape.Middle - 1)),
            await Store.Threads.LocateAsync(shape.Post.BlogId, shape.Busy(shape.Middle), 30, default).ConfigureAwait(false)));
        yield return ("locating a root", 3, async shape => Assert.Equal(
            new CommentPosition(shape.Post.Id, shape.Root(shape.Middle), 0, null),
            await Store.Threads.LocateAsync(shape.Post.BlogId, shape.Root(shape.Middle), 30, default).ConfigureAwait(false)));
    }

    private static ModerationFactsQuery Everything(Shape shape) => new()
    {
        BlogId = shape.Post.BlogId,
        PostId = shape.Post.Id,
        CommentId = shape.Root(1),
        PostTextLength = 1_000,
        ConversationSize = 50,
        Activity =
        [
            new ActivityWindow(ActivityScope.Address, "192.0.2.7", SampleData.Now),
            new ActivityWindow(ActivityScope.Post, "", SampleData.Now),
            new ActivityWindow(ActivityScope.Blog, "", SampleData.Now),
        ],
        Fingerprints = [1, 2, 3],
        BanKeys = ["user:1", "address:192.0.2.7/32"],
        LogPosition = true,
        Now = SampleData.Now,
    };

    private async Task PageAsync(Shape shape, RootsQuery query, int first)
    {
        var page = await Store.Threads.ReadRootsAsync(query, default).ConfigureAwait(false);
        Assert.Equal(Enumerable.Range(first, PageSize).Select(shape.Root), page.Branches.Select(static b => b.Root.Id));
        Assert.Equal(Enumerable.Range(first + 1, PageSize), page.Branches.Select(static b => b.Number));
        Assert.Equal((shape.Size / 4, shape.Size), (page.PresentRoots, page.Counts.Approved));
        Assert.All(page.Branches.Skip(first == 0 ? 1 : 0), static b => Assert.Equal((2, 2), (b.Replies.Length, b.Root.ShownReplies)));
    }

    private async Task<long> CountAsync(Func<Task> read)
    {
        if (Store.Instruments is null)
        {
            await read().ConfigureAwait(false);
            return 0;
        }

        using var counter = new CommandCounter(Store.Instruments.Meter);
        await read().ConfigureAwait(false);
        return counter.Count;
    }

    /// <summary>Fours of a root, a reply, an answer to the reply, and a reply to the very first root.</summary>
    private sealed record Shape(Post Post, int Size, CommentId[] Ids)
    {
        public int Middle => Size / 8;

        public static async Task<Shape> ImportAsync(StoreHarness store, SampleData sample, Post post, int size)
        {
            var ids = new CommentId[size];
            var model = sample.Comment(post) with { By = new Commenter { Name = "Guest" }, OwnerKey = null };
            var batch = new List<Comment>(BatchSize);
            for (var i = 0; i < size; i++)
            {
                ids[i] = new CommentId(sample.NextId());
                var (parent, root, depth) = (i % 4) switch
                {
                    0 => (-1, i, 0),
                    1 => (i - 1, i - 1, 1),
                    2 => (i - 1, i - 2, 2),
                    _ => (0, 0, 1),
                };
                batch.Add(model with { Id = ids[i], ParentId = parent < 0 ? null : ids[parent], RootId = ids[root], Depth = depth });
                if (batch.Count == BatchSize || i == size - 1)
                {
                    await store.ImportAsync(batch).ConfigureAwait(false);
                    batch.Clear();
                }
            }

            return new Shape(post, size, ids);
        }

        public CommentId Root(int number) => Ids[number * 4];

        /// <summary>A reply to the first root.</summary>
        public CommentId Busy(int number) => Ids[(number * 4) + 3];

        public RootsCursor Cursor(int root) => new(Root(root), 0, root + 1);
    }
}

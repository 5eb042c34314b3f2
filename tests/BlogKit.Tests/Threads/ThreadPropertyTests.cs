using BlogKit.Storage;

namespace BlogKit.Tests.Threads;

/// <summary>Random threads after random histories, compared with a recursion that knows nothing of rows, cursors and levels.</summary>
public sealed class ThreadPropertyTests
{
    public static TheoryData<int, int> Cases()
    {
        var data = new TheoryData<int, int>();
        foreach (var seed in Enumerable.Range(1, 8))
        {
            foreach (var depth in new[] { 1, 2, 3, 5, 20 })
            {
                data.Add(seed, depth);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_page_equals_the_naive_recursion(int seed, int depth)
    {
        await using var blog = await TestBlog.StartAsync(o => (o.Threads.DisplayDepth, o.Threads.RepliesPerRoot) = (depth, 200));
        var (post, comments) = await GrowAsync(blog, seed);

        var page = (await blog.Threads.ReadAsync(ThreadQuery.For(post) with { Size = 200 })).Value;

        Describe(page.Roots, "").Should().Be(Reference.Describe(comments, depth), "seed {0}", seed);
        page.ShownComments.Should().Be(comments.Count(c => c.Status is CommentStatus.Approved));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Walking_every_cursor_meets_every_present_comment_once_in_reading_order(int seed, int depth)
    {
        await using var blog = await TestBlog.StartAsync(o => (o.Threads.DisplayDepth, o.Threads.RepliesPerRoot) = (depth, 2));
        var (post, comments) = await GrowAsync(blog, seed);
        var met = new List<CommentId>();
        string? cursor = null;
        do
        {
            var page = (await blog.Threads.ReadAsync(ThreadQuery.For(post) with { Size = 3, Cursor = cursor })).Value;
            foreach (var root in page.Roots)
            {
                met.AddRange(Flatten(root));
                await FollowAsync(blog, root, comments, met);
            }

            cursor = page.Next;
        }
        while (cursor is not null);

        met.Should().Equal(Reference.Present(comments), "seed {0}", seed);
    }

    private static async Task FollowAsync(TestBlog blog, ThreadNode root, List<Comment> comments, List<CommentId> met)
    {
        for (var more = root.MoreReplies; more is not null;)
        {
            var left = comments.Count(
                c => c.RootId == root.Id && c.Id != root.Id && c.Status is CommentStatus.Approved && !met.Contains(c.Id));
            more.Count.Should().Be(left);
            var page = (await blog.Threads.ReadRepliesAsync(
                new RepliesPageQuery(blog.Blog.Id, root.Id) { Size = 2, Cursor = more.Cursor })).Value;
            met.AddRange(page.Replies.SelectMany(Flatten));
            more = page.More;
        }
    }

    private static IEnumerable<CommentId> Flatten(ThreadNode node) => node.Replies.SelectMany(Flatten).Prepend(node.Id);

    private static string Describe(IEnumerable<ThreadNode> nodes, string indent) => string.Concat(nodes.Select(n =>
        $"{indent}{n.Id} {n.Level} {(n.IsTombstone ? "tombstone" : n.Comment!.Name)} {n.AnswersTo?.Id} "
            + $"{n.AnswersTo?.Name}\n{Describe(n.Replies, indent + "  ")}"));

    private static async Task<(Post Post, List<Comment> Comments)> GrowAsync(TestBlog blog, int seed)
    {
        var random = new Random(seed);
        var post = await blog.PublishAsync();
        var ids = new List<CommentId>();
        for (var step = 0; step < 60; step++)
        {
            var shown = new List<CommentId>();
            foreach (var id in ids)
            {
                if (await blog.Get<ICommentStore>().FindAsync(
                    blog.Blog.Id, id, CancellationToken.None) is { Status: CommentStatus.Approved })
                {
                    shown.Add(id);
                }
            }

            CommentId? some = shown.Count == 0 ? null : shown[random.Next(shown.Count)];
            switch (random.Next(10))
            {
                case 0 when some is { } id: await blog.Moderation.TrashAsync(blog.Blog.Id, id, Actor.System); break;
                case 1 when some is { } id: await blog.Moderation.HoldAsync(blog.Blog.Id, id, Actor.System); break;
                case 2 when ids.Count > 0:
                    await blog.Moderation.RestoreAsync(blog.Blog.Id, ids[random.Next(ids.Count)], Actor.System);
                    break;
                case 3 when random.Next(3) == 0 && some is { } id: await blog.Moderation.PurgeAsync(blog.Blog.Id, id, Actor.System); break;
                default:
                    var parent = random.Next(5) == 0 ? null : some;
                    ids.Add((await blog.CommentAsync(post, parent: parent, with: c => c with { Name = $"Name {step}" })).Id);
                    break;
            }
        }

        var comments = new List<Comment>();
        foreach (var id in ids)
        {
            if (await blog.Get<ICommentStore>().FindAsync(blog.Blog.Id, id, CancellationToken.None) is { } comment)
            {
                comments.Add(comment);
            }
        }

        return (post, comments);
    }

    private static class Reference
    {
        public static IEnumerable<CommentId> Present(List<Comment> comments) => Below(comments, null).SelectMany(c => Walk(comments, c));

        public static string Describe(List<Comment> comments, int depth) =>
            string.Concat(Below(comments, null).Select(root => Describe(comments, root, 1, depth, "", null)));

        private static IEnumerable<CommentId> Walk(List<Comment> comments, Comment comment) =>
            Below(comments, comment.Id).SelectMany(c => Walk(comments, c)).Prepend(comment.Id);

        private static string Describe(List<Comment> comments, Comment comment, int level, int depth, string indent, Comment? answers)
        {
            var line =
                $"{indent}{comment.Id} {level} {Name(comment) ?? "tombstone"} {answers?.Id} {(answers is null ? null : Name(answers))}\n";
            if (level < depth)
            {
                return line
                    + string.Concat(Below(comments, comment.Id).Select(c => Describe(comments, c, level + 1, depth, indent + "  ", null)));
            }

            // On the last level everything below stands beside, in reading order. With one level alone that is below the root.
            var inner = depth == 1 && comment.ParentId is null ? indent + "  " : indent;
            return line + string.Concat(Below(comments, comment.Id).Select(c =>
                Describe(comments, c, level, depth, inner, depth == 1 && comment.ParentId is null ? null : comment)));
        }

        private static string? Name(Comment comment) => comment.Status is CommentStatus.Approved ? comment.By.Name : null;

        private static IEnumerable<Comment> Below(List<Comment> comments, CommentId? parent) =>
            comments.Where(c => c.ParentId == parent && IsPresent(comments, c)).OrderBy(c => c.Id);

        private static bool IsPresent(List<Comment> comments, Comment comment) =>
            comment.Status is CommentStatus.Approved || comments.Any(c => c.ParentId == comment.Id && IsPresent(comments, c));
    }
}

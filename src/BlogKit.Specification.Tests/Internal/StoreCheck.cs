using BlogKit.Moderation;
using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>
/// Recounts everything and compares every thread, page by page, with <see cref="ReferenceThread"/>: what must hold at any time, whatever
/// happened before.
/// </summary>
internal sealed class StoreCheck(StoreHarness store, string because)
{
    private static readonly CommentStatus[] s_statuses = Enum.GetValues<CommentStatus>();

    /// <summary>Every comment of a blog, by the lists of each status.</summary>
    public static async Task<List<Comment>> AllCommentsAsync(StoreHarness store, BlogId blogId)
    {
        var all = new List<Comment>();
        foreach (var status in s_statuses)
        {
            var query = new CommentQuery { BlogId = blogId, Status = status, Size = 500 };
            Slice<ListedComment> slice;
            do
            {
                slice = await store.Comments.ListAsync(query, default).ConfigureAwait(false);
                all.AddRange(slice.Items.Select(static i => i.Comment));
                query = query with { Before = slice.Items.IsEmpty ? null : slice.Items[^1].Comment.Id };
            }
            while (slice.HasNext);
        }

        return all;
    }

    public async Task EverythingAsync(params int[] sizes)
    {
        foreach (var blog in await store.Blogs.ListAllAsync(default).ConfigureAwait(false))
        {
            var comments = await AllCommentsAsync(store, blog.Id).ConfigureAwait(false);
            var flagged = 0;
            foreach (var comment in comments.Where(static c => c.Status is CommentStatus.Pending or CommentStatus.Approved))
            {
                flagged += (await store.Flags.ListAllFlagsAsync(
                    comment.BlogId, comment.Id, default).ConfigureAwait(false)).Any(static f => f.DismissedAt is null)
                    ? 1
                    : 0;
            }

            Compare(
                "counts of the blog",
                new ReferenceThread(comments).Counts with { Flagged = flagged },
                await store.Comments.CountAsync(blog.Id, default).ConfigureAwait(false));
            var posts = await store.Posts.ListForDeskAsync(
                new PostDeskQuery { BlogId = blog.Id, Size = 1_000 }, default).ConfigureAwait(false);
            foreach (var post in posts.Items)
            {
                var thread = new ReferenceThread(comments.Where(c => c.PostId == post.Id));
                Compare("shown comments of the post's summary", thread.Counts.Approved, post.ShownComments);
                await ThreadAsync(blog.Id, post.Id, thread, sizes.Length == 0 ? [2, 50] : sizes).ConfigureAwait(false);
            }
        }
    }

    public async Task ThreadAsync(BlogId blogId, PostId postId, ReferenceThread thread, params int[] sizes)
    {
        Compare("counts of the post", thread.Counts, await store.Threads.CountAsync(blogId, postId, default).ConfigureAwait(false));
        foreach (var size in sizes)
        {
            foreach (var sort in Enum.GetValues<ThreadSort>())
            {
                await PagesAsync(blogId, postId, thread, sort, size).ConfigureAwait(false);
            }

            await RepliesAsync(thread, size).ConfigureAwait(false);
        }

        await PositionsAsync(thread).ConfigureAwait(false);
        Compare(
            "participants",
            thread.Participants(),
            await store.Threads.ListParticipantsAsync(blogId, postId, 1_000, default).ConfigureAwait(false));
    }

    private async Task PagesAsync(BlogId blogId, PostId postId, ReferenceThread thread, ThreadSort sort, int size)
    {
        var roots = thread.Roots(sort);
        var query = new RootsQuery { BlogId = blogId, PostId = postId, Sort = sort, Size = size, RepliesPerRoot = size };
        for (var start = 0; start < roots.Count || start == 0; start += size)
        {
            var from = start == 0 ? null : Cursor(roots, start - 1, backwards: false);
            await PageAsync(thread, roots, query with { Cursor = from }, start, start + size).ConfigureAwait(false);
        }

        for (var end = roots.Count - 1; end > 0; end -= size)
        {
            var to = Cursor(roots, end, backwards: true);
            await PageAsync(thread, roots, query with { Cursor = to }, end - size, end).ConfigureAwait(false);
        }

        for (var place = 0; place < roots.Count && sort is not ThreadSort.Best; place++)
        {
            var start = place / size * size;
            await PageAsync(thread, roots, query with { Holding = roots[place].Id }, start, start + size).ConfigureAwait(false);
        }
    }

    private async Task PageAsync(ReferenceThread thread, List<Comment> roots, RootsQuery query, int start, int end)
    {
        start = Math.Max(0, start);
        end = Math.Min(end, roots.Count);
        var page = await store.Threads.ReadRootsAsync(query, default).ConfigureAwait(false);
        var what = $"page {start}..{end} of {roots.Count} by {query.Sort}, {(query.Holding is null ? "cursor" : "holding")}, "
            + $"backwards {query.Cursor?.Backwards}: ";
        Compare(what + "counts", thread.Counts, page.Counts);
        Compare(what + "present roots", roots.Count, page.PresentRoots);
        Compare(what + "something before", start > 0, page.HasPrevious);
        Compare(what + "something after", end < roots.Count, page.HasNext);
        Compare(what + "numbers", Enumerable.Range(start + 1, end - start), page.Branches.Select(static b => b.Number));
        Compare(
            what + "places",
            roots[start..end].Select(root => 1 + roots.Count(other => other.Id.CompareTo(root.Id) < 0)),
            page.Branches.Select(static b => b.Place));
        Compare(what + "roots", Lines(roots[start..end].Select(thread.Row)), Lines(page.Branches.Select(static b => b.Root)));
        for (var i = 0; i < page.Branches.Length; i++)
        {
            var below = thread.Below(roots[start + i]);
            var branch = page.Branches[i];
            Compare(what + "replies", Lines(below.Take(query.RepliesPerRoot).Select(thread.Row)), Lines(branch.Replies));
            Compare(what + "more replies", below.Count > query.RepliesPerRoot, branch.HasMoreReplies);
        }
    }

    private async Task RepliesAsync(ReferenceThread thread, int size)
    {
        foreach (var comment in thread.All)
        {
            if (!thread.IsPresent(comment))
            {
                Assert.Null(await store.Threads.ReadRepliesAsync(
                    new RepliesQuery { BlogId = comment.BlogId, Under = comment.Id, Size = size }, default).ConfigureAwait(false));
                continue;
            }

            var below = thread.Below(comment);
            for (var start = 0; start < below.Count || start == 0; start += size)
            {
                var query = new RepliesQuery
                {
                    BlogId = comment.BlogId,
                    Under = comment.Id,
                    Size = size,
                    After = start == 0
                    ? null
                    : below[start - 1].Id
                };
                var page = await store.Threads.ReadRepliesAsync(query, default).ConfigureAwait(false);
                Assert.NotNull(page);
                var what = $"replies {start}.. of {below.Count} under depth {comment.Depth}: ";
                Compare(what + "under", Line(thread.Row(comment)), Line(page.Under));
                Compare(what + "replies", Lines(below.Skip(start).Take(size).Select(thread.Row)), Lines(page.Replies));
                Compare(what + "more", below.Count > start + size, page.HasMore);
            }
        }
    }

    private async Task PositionsAsync(ReferenceThread thread)
    {
        const int CountUpTo = 7;
        foreach (var comment in thread.All)
        {
            var position = await store.Threads.LocateAsync(comment.BlogId, comment.Id, CountUpTo, default).ConfigureAwait(false);
            if (!thread.IsPresent(comment))
            {
                Assert.Null(position);
                continue;
            }

            var below = comment.ParentId is null ? [] : thread.Below(thread.All.First(c => c.Id == comment.RootId));
            var before = comment.ParentId is null ? 0 : below.FindIndex(c => c.Id == comment.Id);
            var expected = new CommentPosition(
                comment.PostId, comment.RootId, Math.Min(before, CountUpTo), before > 0 ? below[before - 1].Id : null);
            Compare($"position of a comment of depth {comment.Depth}", expected, position);
        }
    }

    private static RootsCursor Cursor(List<Comment> roots, int place, bool backwards) =>
        new(roots[place].Id, ReferenceThread.Score(roots[place]), place + 1, backwards);

    private void Compare<T>(string what, T expected, T actual)
    {
        var (wanted, found) = (expected as string ?? Same.Text(expected), actual as string ?? Same.Text(actual));
        if (!string.Equals(wanted, found, StringComparison.Ordinal))
        {
            Assert.Fail($"{because}: {what}{Environment.NewLine}expected {wanted}{Environment.NewLine}but got  {found}");
        }
    }

    private static string Lines(IEnumerable<ThreadRow> rows) => string.Join(Environment.NewLine, rows.Select(Line));

    // What a tombstone hides is not the thread's to promise.
    private static string Line(ThreadRow row) => row.Status is CommentStatus.Approved
        ? Same.Text(row)
        : Same.Text(new { row.Id, row.PostId, row.ParentId, row.RootId, row.Depth, row.Status, row.ShownReplies, row.Version });
}

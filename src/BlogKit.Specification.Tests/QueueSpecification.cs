using BlogKit.Moderation;
using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>Tests the contract of <see cref="IModerationStore"/> for queues, history and comments removed long ago.</summary>
public abstract class QueueSpecification : StoreSpecification
{
    private static readonly CommentStatus[] s_allButDeleted =
        [CommentStatus.Pending, CommentStatus.Approved, CommentStatus.Spam, CommentStatus.Trashed];

    /// <summary>A queue without filters has every comment but deleted ones, newest first, with its post.</summary>
    [Fact]
    public async Task A_queue_has_everything_but_what_is_deleted()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var expected = new List<Comment>();
        foreach (var status in Enum.GetValues<CommentStatus>())
        {
            expected.Insert(0, await Store.AddCommentAsync(Sample, post, null, status).ConfigureAwait(false));
        }

        await Store.AddCommentAsync(Sample, await Store.AddPostAsync(Sample).ConfigureAwait(false)).ConfigureAwait(false);
        var husk = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var answer = await Store.AddCommentAsync(Sample, post, husk).ConfigureAwait(false);
        await Store.PurgeAsync(husk.BlogId, husk.Id).ConfigureAwait(false);

        var all = await ListAsync(new QueueQuery { BlogId = post.BlogId, Size = 50 }).ConfigureAwait(false);
        var deleted = await ListAsync(
            new QueueQuery { BlogId = post.BlogId, Statuses = [CommentStatus.Deleted], Size = 50 }).ConfigureAwait(false);

        Same.Content(
            [answer, .. expected.Where(static c => c.Status is not CommentStatus.Deleted)],
            all.Items.Select(static i => i.Comment).ToList());
        Same.Content([expected[0]], deleted.Items.Select(static i => i.Comment).ToList());
        Assert.Equal(new PostLink(post.Id, post.Slug, post.Title), all.Items[0].Post);
        Assert.Equal((false, false), (all.HasPrevious, all.HasNext));
    }

    /// <summary>
    /// Every filter works with every other, in every order, page by page: each matching comment is listed once, and in its place.
    /// </summary>
    [Theory]
    [InlineData(QueueOrder.Newest)]
    [InlineData(QueueOrder.Oldest)]
    [InlineData(QueueOrder.Points)]
    [InlineData(QueueOrder.FewestPoints)]
    public async Task Every_filter_works_with_every_other_in_pages(QueueOrder order)
    {
        var (blogId, comments) = await FillAsync().ConfigureAwait(false);
        var appealed = comments.First(static c => c.Appeal is { AnsweredAt: null });
        var flagged = new HashSet<CommentId>();
        foreach (var comment in comments.Where(static (c, i) => i % 3 > 0 && c.Status is CommentStatus.Approved))
        {
            await Store.Flags.SetFlagAsync(SampleData.Flag(comment, "reader"), default).ConfigureAwait(false);
            flagged.Add(comment.Id);
        }

        (string Name, Func<QueueQuery, QueueQuery> Ask, Func<Comment, bool> Has)[] filters =
        [
            (
                "statuses",
                q => q with { Statuses = [CommentStatus.Spam, CommentStatus.Pending] },
                static c => c.Status is CommentStatus.Spam or CommentStatus.Pending),
            (
                "policy",
                q => q with { Policy = "links" },
                static c => c.Decision.Findings.Any(static f => string.Equals(f.Policy, "links", StringComparison.Ordinal))),
            ("holder", q => q with { HeldBy = CommentHolder.Readers }, static c => c.Hold is { By: CommentHolder.Readers }),
            (
                "writer",
                q => q with { HistoryKey = appealed.By.HistoryKey },
                c => string.Equals(c.By.HistoryKey, appealed.By.HistoryKey, StringComparison.Ordinal)),
            ("post", q => q with { PostId = appealed.PostId }, c => c.PostId == appealed.PostId),
            ("from", q => q with { From = SampleData.Now.AddMinutes(5) }, static c => c.CreatedAt >= SampleData.Now.AddMinutes(5)),
            ("until", q => q with { Until = SampleData.Now.AddMinutes(20) }, static c => c.CreatedAt < SampleData.Now.AddMinutes(20)),
            ("points", q => q with { MinimumPoints = 0.5 }, static c => c.Decision.Points >= 0.5),
            ("flagged", q => q with { Flagged = true }, c => flagged.Contains(c.Id)),
            ("appeals", q => q with { OpenAppeals = true }, static c => c.Appeal is { AnsweredAt: null }),
        ];
        for (var choice = 0; choice < 1 << filters.Length; choice++)
        {
            var chosen = filters.Where((_, i) => (choice & (1 << i)) != 0).ToList();
            var query = chosen.Aggregate(new QueueQuery { BlogId = blogId, Order = order, Size = 7 }, static (q, f) => f.Ask(q));
            var wanted = comments.Where(c => chosen.TrueForAll(f => f.Has(c)) && s_allButDeleted.Contains(c.Status));
            var expected = InOrder(wanted, order).Select(static c => c.Id).ToList();
            await PagesAsync(query, expected, $"{order}: {string.Join(", ", chosen.Select(static f => f.Name))}").ConfigureAwait(false);
        }
    }

    /// <summary>A page continues behind its cursor when the comment of the cursor is gone.</summary>
    [Theory]
    [InlineData(QueueOrder.Newest)]
    [InlineData(QueueOrder.Oldest)]
    [InlineData(QueueOrder.Points)]
    [InlineData(QueueOrder.FewestPoints)]
    public async Task A_page_goes_on_behind_a_comment_that_left_the_queue(QueueOrder order)
    {
        var (blogId, comments) = await FillAsync().ConfigureAwait(false);
        var query = new QueueQuery { BlogId = blogId, Statuses = [CommentStatus.Pending], Order = order, Size = 3 };
        var expected = InOrder(comments.Where(static c => c.Status is CommentStatus.Pending), order).ToList();
        var place = expected[2];
        await Store.PurgeAsync(place.BlogId, place.Id).ConfigureAwait(false);

        var page = await ListAsync(query with { After = new QueueCursor(place.Id, place.Decision.Points) }).ConfigureAwait(false);

        Assert.Equal(expected[3..6].Select(static c => c.Id), page.Items.Select(static i => i.Comment.Id));
        Assert.True(page.HasPrevious);
    }

    /// <summary>The history has every unpurged comment, whatever its status, oldest first.</summary>
    [Fact]
    public async Task The_history_is_every_comment_by_identity()
    {
        var (blogId, comments) = await FillAsync().ConfigureAwait(false);
        var imported = Sample.Comment(
            await Store.AddPostAsync(Sample, (await Store.Blogs.FindAsync(blogId, default).ConfigureAwait(false))!).ConfigureAwait(false));
        await Store.ImportAsync([imported]).ConfigureAwait(false);
        await Store.PurgeAsync(comments[4].BlogId, comments[4].Id).ConfigureAwait(false);
        var expected = comments.Where(c => c.Id != comments[4].Id).Append(imported with { Version = 1 }).ToList();
        var since = SampleData.Now.AddMinutes(5);
        var query = new HistoryQuery { BlogId = blogId, Size = 11 };

        var seen = new List<Comment>();
        for (var page = await PageAsync(query).ConfigureAwait(false); page.Count > 0; page = await PageAsync(
            query with { After = page[^1].Id }).ConfigureAwait(false))
        {
            Assert.True(page.Count <= 11);
            seen.AddRange(page);
        }

        Same.Content(expected, seen);
        Same.Content(
            expected.Where(c => c.CreatedAt >= since && c.Id > expected[3].Id).Take(11).ToList(),
            await PageAsync(query with { Since = since, After = expected[3].Id }).ConfigureAwait(false));
        Assert.Empty(await PageAsync(query with { BlogId = new BlogId(Sample.NextId()) }).ConfigureAwait(false));

        async Task<List<Comment>> PageAsync(HistoryQuery query) =>
            [.. await Store.Moderation.ListHistoryAsync(query, default).ConfigureAwait(false)];
    }

    /// <summary>
    /// Removed comments are listed by the time their status changed, or they were created; the moment itself is not before it.
    /// </summary>
    [Theory]
    [InlineData(CommentStatus.Pending)]
    [InlineData(CommentStatus.Spam)]
    [InlineData(CommentStatus.Trashed)]
    [InlineData(CommentStatus.Deleted)]
    public async Task What_was_removed_longest_ago_comes_first(CommentStatus status)
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var late = await ChangedAsync(9).ConfigureAwait(false);
        var early = await ChangedAsync(3).ConfigureAwait(false);
        var never = await Store.AddCommentAsync(
            Sample, post, null, status, static c => c with { CreatedAt = SampleData.Now.AddMinutes(5) }).ConfigureAwait(false);
        var imported = Sample.Comment(post, null, status) with { StatusChangedAt = SampleData.Now.AddMinutes(4) };
        await Store.ImportAsync([imported]).ConfigureAwait(false);
        await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var husk = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        await Store.AddCommentAsync(Sample, post, husk).ConfigureAwait(false);
        await Store.PurgeAsync(husk.BlogId, husk.Id).ConfigureAwait(false);

        Assert.Equal([early, imported.Id, never.Id, late], await IdsAsync(10, 50).ConfigureAwait(false));
        Assert.Equal([early, imported.Id, never.Id], await IdsAsync(9, 50).ConfigureAwait(false));
        Assert.Equal([early, imported.Id], await IdsAsync(9, 2).ConfigureAwait(false));
        Assert.Empty(await IdsAsync(3, 50).ConfigureAwait(false));

        async Task<CommentId> ChangedAsync(int minute)
        {
            var other = status is CommentStatus.Trashed ? CommentStatus.Spam : CommentStatus.Trashed;
            var comment = await Store.AddCommentAsync(Sample, post, null, other).ConfigureAwait(false);
            var change = StoreFill.ToStatus(comment, status);
            change = change with { Record = change.Record! with { At = SampleData.Now.AddMinutes(minute) } };
            Assert.Equal(SaveOutcome.Saved, await Store.CommentChanges.UpdateAsync(change, default).ConfigureAwait(false));
            return comment.Id;
        }

        async Task<IEnumerable<CommentId>> IdsAsync(int before, int limit) =>
            (await Store.Moderation.ListRemovedAsync(
                post.BlogId, status, SampleData.Now.AddMinutes(before), limit, default).ConfigureAwait(false)).Select(static c => c.Id);
    }

    private static IOrderedEnumerable<Comment> InOrder(IEnumerable<Comment> comments, QueueOrder order) => order switch
    {
        QueueOrder.Newest => comments.OrderByDescending(static c => c.Id),
        QueueOrder.Oldest => comments.OrderBy(static c => c.Id),
        QueueOrder.FewestPoints => comments.OrderBy(static c => c.Decision.Points).ThenBy(static c => c.Id),
        _ => comments.OrderByDescending(static c => c.Decision.Points).ThenByDescending(static c => c.Id),
    };

    private async Task<(BlogId BlogId, List<Comment> Comments)> FillAsync()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        Post[] posts =
        [
            await Store.AddPostAsync(Sample, blog).ConfigureAwait(false),
            await Store.AddPostAsync(Sample, blog).ConfigureAwait(false),
        ];
        var random = new Random(7);
        var comments = new List<Comment>();
        for (var i = 0; i < 60; i++)
        {
            var decision = SampleData.Decision();
            comments.Add(await Store.AddCommentAsync(Sample, posts[random.Next(2)], null, (CommentStatus)random.Next(5), c => c with
            {
                By = new Commenter { Kind = CommenterKind.User, Name = "U", UserKey = random.Next(3) == 0 ? "often" : "other" },
                CreatedAt = SampleData.Now.AddMinutes(random.Next(30)),
                Appeal = random.Next(3) == 0
                    ? null
                    : new CommentAppeal("Please.", SampleData.Now, random.Next(3) == 0 ? SampleData.Now : null),
                Hold = i % 4 < 2
                    ? new CommentHold { By = (CommentHolder)(i % 4), Reason = "Wait.", OutcomeBefore = ModerationOutcome.Approve }
                    : null,
                Decision = decision with
                {
                    Points = random.Next(5) * 0.25,
                    Findings = random.Next(4) switch
                    {
                        0 => [],
                        1 => [decision.Findings[0], decision.Findings[0] with { Policy = "links" }],
                        2 => [decision.Findings[0] with { Policy = "links" }],
                        _ => decision.Findings,
                    },
                },
            }).ConfigureAwait(false));
        }

        return (blog.Id, comments);
    }

    private async Task PagesAsync(QueueQuery query, List<CommentId> expected, string because)
    {
        var seen = new List<CommentId>();
        QueueCursor? after = null;
        Slice<ListedComment> page;
        do
        {
            page = await ListAsync(query with { After = after }).ConfigureAwait(false);
            Assert.True(page.HasPrevious == (seen.Count > 0), $"{because}: something before after {seen.Count}");
            seen.AddRange(page.Items.Select(static i => i.Comment.Id));
            Assert.True(page.HasNext == (seen.Count < expected.Count), $"{because}: something after {seen.Count} of {expected.Count}");
            after = page.Items.IsEmpty ? null : new QueueCursor(page.Items[^1].Comment.Id, page.Items[^1].Comment.Decision.Points);
        }
        while (page.HasNext && seen.Count <= expected.Count);

        Assert.True(expected.SequenceEqual(seen), $"{because}: expected {string.Join(' ', expected)}, but got {string.Join(' ', seen)}");
    }

    private Task<Slice<ListedComment>> ListAsync(QueueQuery query) => Store.Moderation.ListQueueAsync(query, default);
}

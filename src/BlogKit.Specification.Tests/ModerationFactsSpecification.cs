using BlogKit.Moderation;
using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>
/// Tests the contract of <see cref="IModerationStore.ReadFactsAsync"/>, and the limits that <see cref="ICommentIntakeStore.AddAsync"/>
/// counts by the same windows.
/// </summary>
public abstract class ModerationFactsSpecification : StoreSpecification
{
    /// <summary>Facts that are not asked for are not read.</summary>
    [Fact]
    public async Task What_nobody_asked_for_is_not_read()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        await Store.Bans.AddBanAsync(SampleData.Ban(post.BlogId, "user:1"), default).ConfigureAwait(false);

        Same.Content(ModerationFacts.None, await Store.Moderation.ReadFactsAsync(Query(post), default).ConfigureAwait(false));
    }

    /// <summary>A post that does not exist, or is another blog's, has no text and no conversation; its windows count 0.</summary>
    [Fact]
    public async Task A_post_of_another_blog_tells_nothing()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var other = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var window = new ActivityWindow(ActivityScope.Address, "192.0.2.7", SampleData.Now);
        var query = Query(post) with { PostTextLength = 100, ConversationSize = 10, Activity = [window], LogPosition = true };
        var nothing = ModerationFacts.None with { Activity = [new ActivityCount(window, 0)] };

        Same.Content(nothing, await Store.Moderation.ReadFactsAsync(query with { BlogId = other.BlogId }, default).ConfigureAwait(false));
        Same.Content(
            nothing,
            await Store.Moderation.ReadFactsAsync(query with { BlogId = new BlogId(Sample.NextId()) }, default).ConfigureAwait(false));
    }

    /// <summary>The text of the post has at most the length asked for, and no half of a character.</summary>
    [Theory]
    [InlineData(5, "Bees ")]
    [InlineData(6, "Bees ")]
    [InlineData(7, "Bees \U0001F41D")]
    [InlineData(100, "Bees \U0001F41D dance.")]
    public async Task The_text_of_the_post_is_as_long_as_asked(int length, string expected)
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var post = await Store.AddPostAsync(Sample, blog, p => p with
        {
            Tags = [Tag.From("Zucker"), Tag.From("Art")],
            Rendered = p.Rendered with { PlainText = "Bees \U0001F41D dance." },
        }).ConfigureAwait(false);

        var facts = await Store.Moderation.ReadFactsAsync(Query(post) with { PostTextLength = length }, default).ConfigureAwait(false);

        Same.Content(new PostText(post.Title, expected, ["Zucker", "Art"], post.Version), facts.Post);
    }

    /// <summary>The conversation has the shown comments, newest first, without the one that is judged.</summary>
    [Fact]
    public async Task The_conversation_is_what_is_shown_newest_first()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var root = await Store.AddCommentAsync(Sample, post, change: c => c with
        {
            By = new Commenter { Kind = CommenterKind.Author, Name = "Bea", AuthorId = post.AuthorIds[0] },
        }).ConfigureAwait(false);
        await Store.AddCommentAsync(Sample, post, status: CommentStatus.Pending).ConfigureAwait(false);
        var reply = await Store.AddCommentAsync(Sample, post, root).ConfigureAwait(false);
        var judged = await Store.AddCommentAsync(Sample, post, root).ConfigureAwait(false);
        var last = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        ConversationComment[] expected = [Line(last), Line(reply), Line(root) with { ByAuthor = true }];

        var query = Query(post) with { CommentId = judged.Id, ConversationSize = 10 };
        var all = await Store.Moderation.ReadFactsAsync(query, default).ConfigureAwait(false);
        var some = await Store.Moderation.ReadFactsAsync(query with { ConversationSize = 2 }, default).ConfigureAwait(false);

        Same.Content(expected, all.Conversation.ToArray());
        Same.Content(expected[..2], some.Conversation.ToArray());

        static ConversationComment Line(Comment c) => new() { Id = c.Id, ParentId = c.ParentId, Name = c.By.Name, PlainText = c.PlainText };
    }

    /// <summary>
    /// Windows count comments in every status from their moment on, but neither those of another blog, nor the one that is judged, nor
    /// purged ones.
    /// </summary>
    [Fact]
    public async Task Comments_are_counted_by_address_writer_post_and_blog()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var blog = (await Store.Blogs.FindAsync(post.BlogId, default).ConfigureAwait(false))!;
        var beside = await Store.AddPostAsync(Sample, blog).ConfigureAwait(false);
        var foreign = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var by = new Commenter { Name = "Ada", Email = "Ädä@Reader.example" };
        foreach (var status in Enum.GetValues<CommentStatus>())
        {
            await AddAsync(post, (int)status, status).ConfigureAwait(false);
        }

        var judged = await AddAsync(beside, 2, CommentStatus.Approved).ConfigureAwait(false);
        await AddAsync(beside, 2, CommentStatus.Approved).ConfigureAwait(false);
        await AddAsync(foreign, 2, CommentStatus.Approved).ConfigureAwait(false);
        var husk = await AddAsync(post, 3, CommentStatus.Approved).ConfigureAwait(false);
        await Store.AddCommentAsync(
            Sample, post, husk, change: c => c with { CreatedAt = SampleData.Now, RemoteAddress = null }).ConfigureAwait(false);
        await Store.PurgeAsync(husk.BlogId, husk.Id).ConfigureAwait(false);

        var facts = await Store.Moderation.ReadFactsAsync(
            Query(post) with
            {
                CommentId = judged.Id,
                Activity =
                [
                    Window(ActivityScope.Address, "198.51.100.1", 0),
                    Window(ActivityScope.Address, "198.51.100.1", 2),
                    Window(ActivityScope.Writer, by.HistoryKey!, 2),
                    Window(ActivityScope.Post, "", 1),
                    Window(ActivityScope.Blog, "", 1),
                    Window(ActivityScope.Blog, "", 9),
                    Window(ActivityScope.Address, "192.0.2.99", 0),
                    Window(ActivityScope.Writer, "198.51.100.1", 0),
                ],
            },
            default).ConfigureAwait(false);

        Assert.Equal([6, 4, 4, 4, 5, 0, 0, 0], facts.Activity.Select(static a => a.Comments));
        Assert.Equal((ActivityScope.Post, ""), (facts.Activity[3].Window.Scope, facts.Activity[3].Window.Key));

        Task<Comment> AddAsync(
            Post under, int minute, CommentStatus status) => Store.AddCommentAsync(Sample, under, null, status, c => c with
            {
                By = by,
                RemoteAddress = "198.51.100.1",
                CreatedAt = SampleData.Now.AddMinutes(minute),
            });
    }

    /// <summary>
    /// The addresses of an IPv6 /64 count as one, in whatever spelling, because one line has a whole /64; an IPv4 address counts alone.
    /// </summary>
    [Fact]
    public async Task A_window_of_an_address_counts_its_network()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        string?[] addresses =
        [
            "2001:db8:0:7::1", "2001:DB8:0:7:ffff:eeee:1:2", "2001:db8:0:7::", "2001:db8:0:8::1", "198.51.100.4", "::ffff:198.51.100.4",
            "198.51.100.5", null,
        ];
        foreach (var address in addresses)
        {
            await Store.AddCommentAsync(
                Sample,
                post,
                null,
                CommentStatus.Approved,
                c => c with { RemoteAddress = address, CreatedAt = SampleData.Now }).ConfigureAwait(false);
        }

        var moved = await Store.AddCommentAsync(
            Sample,
            post,
            null,
            CommentStatus.Approved,
            c => c with { RemoteAddress = "2001:db8:0:7::9", CreatedAt = SampleData.Now }).ConfigureAwait(false);
        await Store.PurgeAsync(moved.BlogId, moved.Id).ConfigureAwait(false);

        var facts = await Store.Moderation.ReadFactsAsync(
            Query(post) with
            {
                Activity = [.. new[]
            {
                "2001:db8:0:7::/64",
                "2001:db8:0:8::/64",
                "198.51.100.4",
                "198.51.100.5",
                "2001:db8:0:7::1",
                NetworkAddress.Unknown,
            }.Select(static key => Window(ActivityScope.Address, key, 0))]
            },
            default).ConfigureAwait(false);

        Assert.Equal([3, 1, 2, 1, 0, 0], facts.Activity.Select(static a => a.Comments));
    }

    /// <summary>A comment at the beginning of a window is counted, one before it is not.</summary>
    [Fact]
    public async Task A_window_begins_exactly_at_its_moment()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var at = comment.CreatedAt;

        var facts = await Store.Moderation.ReadFactsAsync(
            Query(post) with
            {
                Activity =
            [
                new(ActivityScope.Blog, "", at),
                new(ActivityScope.Blog, "", at.AddTicks(1)),
                new(ActivityScope.Post, "", at),
                new(ActivityScope.Post, "", at.AddTicks(1)),
            ]
            },
            default).ConfigureAwait(false);

        Assert.Equal([1, 0, 1, 0], facts.Activity.Select(static a => a.Comments));
    }

    /// <summary>A comment after the end of a window is not counted: it was sent before a clock was set back.</summary>
    [Fact]
    public async Task A_window_ends_exactly_at_its_moment()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var (at, since) = (comment.CreatedAt, comment.CreatedAt.AddMinutes(-1));
        var query = Query(post) with
        {
            Activity =
            [
                new(ActivityScope.Blog, "", since) { Until = at },
                new(ActivityScope.Blog, "", since) { Until = at.AddTicks(-1) },
                new(ActivityScope.Post, "", since) { Until = DateTimeOffset.MaxValue },
                new(ActivityScope.Post, "", since) { Until = since.AddMinutes(-1) },
            ],
        };

        var facts = await Store.Moderation.ReadFactsAsync(query, default).ConfigureAwait(false);
        var own = await Store.Moderation.ReadFactsAsync(query with { CommentId = comment.Id }, default).ConfigureAwait(false);

        Assert.Equal([1, 0, 1, 0], facts.Activity.Select(static a => a.Comments));
        Assert.Equal([0, 0, 0, 0], own.Activity.Select(static a => a.Comments));
    }

    /// <summary>The last comment within a limit is taken; the next is refused and leaves no trace.</summary>
    [Theory]
    [InlineData(ActivityScope.Address)]
    [InlineData(ActivityScope.Writer)]
    [InlineData(ActivityScope.Post)]
    [InlineData(ActivityScope.Blog)]
    public async Task A_limit_is_exact(ActivityScope scope)
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var by = new Commenter { Kind = CommenterKind.User, Name = "Flo", UserKey = "Flo" };
        var key = scope switch { ActivityScope.Address => "192.0.2.7", ActivityScope.Writer => "user:Flo", _ => "" };
        var since = SampleData.Now.AddMinutes(1);
        var wide = new ActivityLimit(new ActivityWindow(ActivityScope.Blog, "", SampleData.Now), 100);
        var limit = new ActivityLimit(new ActivityWindow(scope, key, since), 2);
        await AddAsync(c => c with { CreatedAt = since.AddTicks(-1) }).ConfigureAwait(false);

        Assert.Equal(AdditionOutcome.Added, await AddAsync(c => c with { CreatedAt = since }).ConfigureAwait(false));
        Assert.Equal(AdditionOutcome.Added, await AddAsync(static c => c).ConfigureAwait(false));
        Assert.Equal(AdditionOutcome.Flooded, await AddAsync(static c => c).ConfigureAwait(false));

        Assert.Equal(3, (await Store.Comments.CountAsync(post.BlogId, default).ConfigureAwait(false)).Approved);
        Assert.Equal(
            3,
            (await Store.ModerationLog.ListAsync(new LogQuery { BlogId = post.BlogId, Size = 10 }, default).ConfigureAwait(false)).Length);
        await new StoreCheck(Store, "after a flood").EverythingAsync().ConfigureAwait(false);

        async Task<AdditionOutcome> AddAsync(Func<Comment, Comment> change)
        {
            var addition = SampleData.Addition(change(Sample.Comment(post) with { By = by })) with { Limits = [wide, limit] };
            return (await Store.CommentIntake.AddAsync(addition, default).ConfigureAwait(false)).Outcome;
        }
    }

    /// <summary>A limit above a thousand is exact too.</summary>
    [Fact]
    public async Task A_limit_may_be_high()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comments = Enumerable.Range(0, 1_005).Select(_ => Sample.Comment(post)).ToList();
        await Store.ImportAsync(comments).ConfigureAwait(false);
        var window = new ActivityWindow(ActivityScope.Blog, "", SampleData.Now);

        var taken = SampleData.Addition(Sample.Comment(post)) with { Limits = [new ActivityLimit(window, 1_006)] };
        var refused = SampleData.Addition(Sample.Comment(post)) with { Limits = [new ActivityLimit(window, 1_006)] };

        Assert.Equal(AdditionOutcome.Added, (await Store.CommentIntake.AddAsync(taken, default).ConfigureAwait(false)).Outcome);
        Assert.Equal(AdditionOutcome.Flooded, (await Store.CommentIntake.AddAsync(refused, default).ConfigureAwait(false)).Outcome);
        var facts = await Store.Moderation.ReadFactsAsync(Query(post) with { Activity = [window] }, default).ConfigureAwait(false);
        Assert.InRange(facts.Activity[0].Comments, 1_000, 1_006);
    }

    /// <summary>Comments that share at least one fingerprint are found, each once, newest first, in every status.</summary>
    [Fact]
    public async Task Alike_comments_are_found_by_any_shared_fingerprint()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var blog = (await Store.Blogs.FindAsync(post.BlogId, default).ConfigureAwait(false))!;
        var beside = await Store.AddPostAsync(Sample, blog).ConfigureAwait(false);
        var foreign = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var extremes = await AddAsync(post, CommentStatus.Approved, long.MinValue, long.MaxValue, -1, 0, 0).ConfigureAwait(false);
        var spam = await AddAsync(beside, CommentStatus.Spam, 7, 8).ConfigureAwait(false);
        var judged = await AddAsync(post, CommentStatus.Pending, 7).ConfigureAwait(false);
        await AddAsync(post, CommentStatus.Approved, 9).ConfigureAwait(false);
        await AddAsync(foreign, CommentStatus.Approved, 7, 8).ConfigureAwait(false);
        await AddAsync(post, CommentStatus.Approved).ConfigureAwait(false);
        var withdrawn = await AddAsync(post, CommentStatus.Deleted, 8).ConfigureAwait(false);
        var query = Query(post) with { CommentId = judged.Id, Fingerprints = [7, 8, long.MinValue, 77] };

        Same.Content(new[] { Alike(withdrawn), Alike(spam), Alike(extremes) }, await SimilarAsync(query).ConfigureAwait(false));
        Same.Content(new[] { Alike(withdrawn), Alike(spam) }, await SimilarAsync(query with { MaximumSimilar = 2 }).ConfigureAwait(false));
        Same.Content(new[] { Alike(spam) }, await SimilarAsync(query with { Fingerprints = [7] }).ConfigureAwait(false));
        Same.Content(new[] { Alike(extremes) }, await SimilarAsync(query with { Fingerprints = [long.MaxValue] }).ConfigureAwait(false));
        Same.Content(
            new[] { Alike(withdrawn), Alike(spam) },
            await SimilarAsync(query with
            {
                Fingerprints = [.. Enumerable.Range(8, 50).Select(static i => (long)(i == 9 ? 100 : i))],
            }).ConfigureAwait(false));
        Assert.Empty(await SimilarAsync(query with { Fingerprints = [77] }).ConfigureAwait(false));

        Task<Comment> AddAsync(Post under, CommentStatus status, params long[] fingerprints) =>
            Store.AddAsync(SampleData.Addition(Sample.Comment(under, null, status)) with { Fingerprints = [.. fingerprints] });

        static SimilarComment Alike(Comment c) =>
            new() { Id = c.Id, PostId = c.PostId, HistoryKey = c.By.HistoryKey, Status = c.Status, PlainText = c.PlainText };
    }

    /// <summary>A new text replaces the fingerprints; any other change keeps them; a purge deletes them.</summary>
    [Fact]
    public async Task Fingerprints_follow_the_text()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = await Store.AddAsync(SampleData.Addition(Sample.Comment(post)) with { Fingerprints = [1, 2] }).ConfigureAwait(false);
        await Store.AddCommentAsync(Sample, post, comment).ConfigureAwait(false);
        var gone = await Store.AddAsync(SampleData.Addition(Sample.Comment(post)) with { Fingerprints = [1] }).ConfigureAwait(false);
        Assert.Equal([gone.Id, comment.Id], await IdsAsync(1).ConfigureAwait(false));

        await Store.PurgeAsync(gone.BlogId, gone.Id).ConfigureAwait(false);
        comment = await Store.SetStatusAsync(comment.BlogId, comment.Id, CommentStatus.Spam).ConfigureAwait(false);
        Assert.Equal([comment.Id], await IdsAsync(1).ConfigureAwait(false));

        await Store.CommentChanges.UpdateAsync(
            new CommentChange(comment, null) { Fingerprints = [2, 3, 3] }, default).ConfigureAwait(false);
        Assert.Empty(await IdsAsync(1).ConfigureAwait(false));
        Assert.Equal([comment.Id], await IdsAsync(2).ConfigureAwait(false));
        Assert.Equal([comment.Id], await IdsAsync(3).ConfigureAwait(false));

        await Store.CommentChanges.UpdateAsync(
            new CommentChange(comment with { Version = 3 }, null) { Fingerprints = [] }, default).ConfigureAwait(false);
        Assert.Empty(await IdsAsync(2, 3).ConfigureAwait(false));

        await Store.CommentChanges.UpdateAsync(
            new CommentChange(comment with { Version = 4 }, null) { Fingerprints = [5] }, default).ConfigureAwait(false);
        await Store.PurgeAsync(comment.BlogId, comment.Id).ConfigureAwait(false);
        Assert.Empty(await IdsAsync(5).ConfigureAwait(false));

        async Task<IEnumerable<CommentId>> IdsAsync(params long[] fingerprints) =>
            (await SimilarAsync(Query(post) with { Fingerprints = [.. fingerprints] }).ConfigureAwait(false)).Select(static s => s.Id);
    }

    /// <summary>Deleting a post deletes the fingerprints of its comments.</summary>
    [Fact]
    public async Task A_deleted_post_leaves_no_fingerprints()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        await Store.AddAsync(SampleData.Addition(Sample.Comment(post)) with { Fingerprints = [1, 2] }).ConfigureAwait(false);

        Assert.Equal(SaveOutcome.Saved, await Store.Posts.DeleteAsync(post.BlogId, post.Id, post.Version, default).ConfigureAwait(false));

        Assert.Empty(await SimilarAsync(Query(post) with { Fingerprints = [1, 2] }).ConfigureAwait(false));
    }

    /// <summary>A ban of the blog in force at the moment is found by any of the keys; of several the newest.</summary>
    [Fact]
    public async Task A_ban_in_force_is_found_by_any_key()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var post = await Store.AddPostAsync(Sample, blog).ConfigureAwait(false);
        var endless = SampleData.Ban(blog.Id, "user:1", SampleData.Now.AddHours(-2));
        var limited =
            SampleData.Ban(blog.Id, "address:192.0.2.0/24", SampleData.Now.AddHours(-1)) with { Until = SampleData.Now.AddHours(1) };
        foreach (var ban in new[]
        {
            endless,
            limited,
            SampleData.Ban((await Store.AddBlogAsync(Sample).ConfigureAwait(false)).Id, "user:2"),
        })
        {
            await Store.Bans.AddBanAsync(ban, default).ConfigureAwait(false);
        }

        Same.Content(endless, await BanAsync(SampleData.Now, "user:0", "user:1").ConfigureAwait(false));
        Same.Content(limited, await BanAsync(SampleData.Now, "user:1", "address:192.0.2.0/24").ConfigureAwait(false));
        Same.Content(endless, await BanAsync(SampleData.Now.AddHours(1), "user:1", "address:192.0.2.0/24").ConfigureAwait(false));
        Assert.Null(await BanAsync(SampleData.Now, "user:2", "USER:1").ConfigureAwait(false));
        Assert.Null(await BanAsync(SampleData.Now.AddHours(-3), "user:1").ConfigureAwait(false));

        await Store.Bans.LiftBanAsync(blog.Id, "user:1", ActorKey.User("moderator"), SampleData.Now, default).ConfigureAwait(false);
        Assert.Null(await BanAsync(SampleData.Now, "user:1").ConfigureAwait(false));

        async Task<Ban?> BanAsync(DateTimeOffset now, params string[] keys) =>
            (await Store.Moderation.ReadFactsAsync(Query(post) with { BanKeys = [.. keys], Now = now }, default).ConfigureAwait(false)).Ban;
    }

    /// <summary>The position of the log is that of the blog's newest record; another blog's records do not change it.</summary>
    [Fact]
    public async Task The_position_of_the_log_is_that_of_the_newest_record()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        Assert.Equal(0, await PositionAsync().ConfigureAwait(false));

        var comment = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        await Store.SetStatusAsync(comment.BlogId, comment.Id, CommentStatus.Pending).ConfigureAwait(false);
        var newest = (await Store.ModerationLog.ListAllOfCommentAsync(comment.BlogId, comment.Id, default).ConfigureAwait(false))[^1];
        await Store.AddCommentAsync(Sample, await Store.AddPostAsync(Sample).ConfigureAwait(false)).ConfigureAwait(false);

        Assert.Equal(newest.Position, await PositionAsync().ConfigureAwait(false));

        async Task<long> PositionAsync() =>
            (await Store.Moderation.ReadFactsAsync(Query(post) with { LogPosition = true }, default).ConfigureAwait(false)).LogPosition;
    }

    private static ModerationFactsQuery Query(Post post) => new() { BlogId = post.BlogId, PostId = post.Id, Now = SampleData.Now };

    private static ActivityWindow Window(ActivityScope scope, string key, int minute) => new(scope, key, SampleData.Now.AddMinutes(minute));

    private async Task<SimilarComment[]> SimilarAsync(ModerationFactsQuery query) =>
        [.. (await Store.Moderation.ReadFactsAsync(query, default).ConfigureAwait(false)).Similar];
}

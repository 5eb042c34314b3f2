using BlogKit.Moderation;
using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>Tests a store that many tasks use at once.</summary>
public abstract class ConcurrencySpecification : StoreSpecification
{
    /// <summary>The number of tasks that run at once.</summary>
    protected virtual int Tasks => 8;

    /// <summary>Additions and changes of status by many tasks lose nothing, and every counter equals a recount.</summary>
    [Fact]
    public async Task Counters_equal_a_recount_after_additions_and_decisions_at_once()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        Post[] posts =
        [
            await Store.AddPostAsync(Sample, blog).ConfigureAwait(false),
            await Store.AddPostAsync(Sample, blog).ConfigureAwait(false),
        ];
        var roots = new List<Comment>();
        foreach (var post in posts)
        {
            roots.Add(await Store.AddCommentAsync(Sample, post).ConfigureAwait(false));
        }

        await AtOnceAsync(async task =>
        {
            var random = new Random(task);
            var own = new List<Comment>();
            for (var i = 0; i < 20; i++)
            {
                var root = roots[random.Next(2)];
                var post = posts.Single(p => p.Id == root.PostId);
                own.Add(await Store.AddCommentAsync(
                    Sample, post, i % 3 == 0 ? null : root, (CommentStatus)random.Next(2)).ConfigureAwait(false));
                await Store.SetStatusAsync(
                    post.BlogId, own[random.Next(own.Count)].Id, (CommentStatus)random.Next(5)).ConfigureAwait(false);
                await Store.Feedback.SetVoteAsync(
                    root.BlogId, root.Id, ActorKey.Parse($"voter{task}"), (Vote)(random.Next(-1, 2)), default).ConfigureAwait(false);
            }

            return own.Count;
        }).ConfigureAwait(false);

        var all = await StoreCheck.AllCommentsAsync(Store, blog.Id).ConfigureAwait(false);
        Assert.Equal((Tasks * 20) + 2, all.Count);
        await new StoreCheck(Store, "after additions and decisions at once").EverythingAsync(7).ConfigureAwait(false);
    }

    /// <summary>The same submission from many tasks is stored once, and the others are told which comment it is.</summary>
    [Fact]
    public async Task The_same_submission_key_from_many_tasks_is_one_comment()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);

        var results = await AtOnceAsync(_ => Store.CommentIntake.AddAsync(
            SampleData.Addition(Sample.Comment(post)) with { SubmissionKey = "once", RequestHash = "hash" },
            default)).ConfigureAwait(false);

        Assert.Single(results, static r => r.Outcome is AdditionOutcome.Added);
        Assert.Equal(Tasks - 1, results.Count(static r => r.Outcome is AdditionOutcome.Replayed));
        Assert.Single(results.Where(static r => r.Stored is not null).Select(static r => r.Stored!.Comment.Id).Distinct());
        Assert.Equal(1, (await Store.Threads.CountAsync(post.BlogId, post.Id, default).ConfigureAwait(false)).Approved);
    }

    /// <summary>One of many posts gets a slug, and one of many authors, blogs and categories a name.</summary>
    [Fact]
    public async Task A_race_for_a_name_has_one_winner()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var author = await Store.AddAuthorAsync(Sample, blog).ConfigureAwait(false);

        AssertOneWinner(SaveOutcome.Duplicate, await AtOnceAsync(
            _ => Store.Posts.SaveAsync(new PostSave(Sample.Post(blog.Id, author.Id, "Same"), null), default)).ConfigureAwait(false));
        AssertOneWinner(SaveOutcome.Duplicate, await AtOnceAsync(
            _ => Store.Authors.SaveAsync(Sample.Author(blog.Id) with { UserKey = "same" }, default)).ConfigureAwait(false));
        AssertOneWinner(
            SaveOutcome.Duplicate, await AtOnceAsync(_ => Store.Blogs.SaveAsync(Sample.Blog("same"), default)).ConfigureAwait(false));
        AssertOneWinner(
            SaveOutcome.Duplicate,
            await AtOnceAsync(_ => Store.Taxonomy.SaveCategoryAsync(Sample.Category(blog.Id, "Same"), default)).ConfigureAwait(false));
    }

    /// <summary>One of many changes based on the same version is saved.</summary>
    [Fact]
    public async Task A_race_of_changes_has_one_winner()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);

        AssertOneWinner(SaveOutcome.Conflict, await AtOnceAsync(i => Store.Posts.SaveAsync(
            new PostSave(post with { Title = $"Title {i}" }, Sample.Revision(post, "x")), default)).ConfigureAwait(false));
        AssertOneWinner(SaveOutcome.Conflict, await AtOnceAsync(
            i => Store.CommentChanges.UpdateAsync(StoreFill.ToStatus(comment, (CommentStatus)(i % 5)), default)).ConfigureAwait(false));

        Assert.Single(await Store.Posts.ListRevisionsAsync(post.BlogId, post.Id, 100, default).ConfigureAwait(false));
        Assert.Equal(
            2, (await Store.ModerationLog.ListAllOfCommentAsync(comment.BlogId, comment.Id, default).ConfigureAwait(false)).Length);
        await new StoreCheck(Store, "after races").EverythingAsync().ConfigureAwait(false);
    }

    /// <summary>A window takes no more comments than its limit, however many come at once.</summary>
    [Theory]
    [InlineData(ActivityScope.Address)]
    [InlineData(ActivityScope.Writer)]
    [InlineData(ActivityScope.Post)]
    [InlineData(ActivityScope.Blog)]
    public async Task A_limit_is_not_passed_by_many_at_once(ActivityScope scope)
    {
        const int Maximum = 5;
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var by = new Commenter { Name = "Flo", Email = "flo@reader.example" };
        var key = scope switch { ActivityScope.Address => "192.0.2.7", ActivityScope.Writer => by.HistoryKey!, _ => "" };
        var limit = new ActivityLimit(new ActivityWindow(scope, key, SampleData.Now), Maximum);

        var outcomes = await AtOnceAsync(async _ =>
        {
            var own = new List<AdditionOutcome>();
            for (var i = 0; i < 4; i++)
            {
                var addition = SampleData.Addition(Sample.Comment(post) with { By = by }) with { Limits = [limit] };
                own.Add((await Store.CommentIntake.AddAsync(addition, default).ConfigureAwait(false)).Outcome);
            }

            return own;
        }).ConfigureAwait(false);

        Assert.Equal(Maximum, outcomes.SelectMany(static o => o).Count(static o => o is AdditionOutcome.Added));
        Assert.Equal((Tasks * 4) - Maximum, outcomes.SelectMany(static o => o).Count(static o => o is AdditionOutcome.Flooded));
        Assert.Equal(Maximum, (await Store.Threads.CountAsync(post.BlogId, post.Id, default).ConfigureAwait(false)).Approved);
    }

    /// <summary>Reading the log on from a position misses no record while many tasks write.</summary>
    [Fact]
    public async Task The_log_is_read_on_without_missing_a_record_while_many_write()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var writing = AtOnceAsync(async _ =>
        {
            for (var i = 0; i < 20; i++)
            {
                await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
            }

            return true;
        });

        var seen = new List<ModerationRecord>();
        bool isOver;
        do
        {
            isOver = writing.IsCompleted;
            var position = seen.Count == 0 ? 0 : seen[^1].Position;
            var next = await Store.ModerationLog.ListAfterAsync(post.BlogId, position, 7, default).ConfigureAwait(false);
            seen.AddRange(next.Select(static l => l.Record));
            isOver &= next.IsEmpty;
        }
        while (!isOver);

        await writing.ConfigureAwait(false);
        Assert.Equal(Tasks * 20, seen.Select(static r => r.CommentId).Distinct().Count());
        Assert.Equal(Tasks * 20, seen.Count);
    }

    /// <summary>One of many bans of a key is in force, and every flag of many readers counts.</summary>
    [Fact]
    public async Task Bans_and_flags_of_many_at_once_are_all_kept()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);

        await AtOnceAsync(async task =>
        {
            await Store.Flags.SetFlagAsync(SampleData.Flag(comment, $"reader{task}"), default).ConfigureAwait(false);
            await Store.Bans.AddBanAsync(
                SampleData.Ban(post.BlogId, "user:1", SampleData.Now.AddMinutes(task)), default).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);

        Assert.Equal(Tasks, (await Store.Flags.ListAllFlagsAsync(comment.BlogId, comment.Id, default).ConfigureAwait(false)).Length);
        Assert.Equal(Tasks, (await Store.Bans.ListBansAsync(post.BlogId, null, 100, default).ConfigureAwait(false)).Length);
        Assert.Single(await Store.Bans.ListBansAsync(post.BlogId, SampleData.Now.AddDays(1), 100, default).ConfigureAwait(false));
        AssertOneWinner(
            SaveOutcome.Duplicate,
            await AtOnceAsync(_ => Store.Learning.SaveModelAsync(SampleData.Model("model"), default)).ConfigureAwait(false));
        AssertOneWinner(SaveOutcome.Conflict, await AtOnceAsync(
            _ => Store.Learning.SaveModelAsync(SampleData.Model("model") with { Version = 1 }, default)).ConfigureAwait(false));
    }

    /// <summary>A thread takes no more comments than its limit, however many come at once.</summary>
    [Fact]
    public async Task A_full_thread_is_not_overfilled_by_many_at_once()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);

        var results = await AtOnceAsync(_ => Store.CommentIntake.AddAsync(
            SampleData.Addition(Sample.Comment(post)) with { CloseAfterCount = 3 }, default)).ConfigureAwait(false);

        Assert.Equal(3, results.Count(static r => r.Outcome is AdditionOutcome.Added));
        Assert.Equal(Tasks - 3, results.Count(static r => r.Outcome is AdditionOutcome.Full));
    }

    /// <summary>Replies, removals and purges of one branch at once leave a whole thread.</summary>
    [Fact]
    public async Task Replies_and_removals_at_once_leave_a_whole_thread()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        for (var round = 0; round < 10; round++)
        {
            var root = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
            var parent = await Store.AddCommentAsync(Sample, post, root).ConfigureAwait(false);
            await AtOnceAsync<object>(async task => (task % 4) switch
            {
                0 => await Store.CommentChanges.PurgeAsync(
                    parent.BlogId, parent.Id, 1, SampleData.Record(parent, ModerationAction.Purged), default).ConfigureAwait(false),
                1 => await Store.CommentChanges.UpdateAsync(StoreFill.ToStatus(root, CommentStatus.Trashed), default).ConfigureAwait(false),
                _ => await Store.CommentIntake.AddAsync(SampleData.Addition(Sample.Comment(post, parent)), default).ConfigureAwait(false),
            }).ConfigureAwait(false);
        }

        await new StoreCheck(Store, "after replies and removals at once").EverythingAsync(5).ConfigureAwait(false);
    }

    /// <summary>Two moves at once that are fine each, and make a circle together, are not both done.</summary>
    [Fact]
    public async Task Branches_moved_below_each_other_at_once_make_no_circle()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        for (var round = 0; round < 10; round++)
        {
            var left = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
            var right = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);

            var outcomes = await Task.WhenAll(
                Task.Run(() => MoveAsync(left, right)),
                Task.Run(() => MoveAsync(right, left))).ConfigureAwait(false);

            // The other one finds a circle, or its version gone up with the branch it is in by now.
            Assert.Single(outcomes, static o => o is SaveOutcome.Saved);
        }

        await new StoreCheck(Store, "after moves at once").EverythingAsync(5).ConfigureAwait(false);

        Task<SaveOutcome> MoveAsync(Comment comment, Comment below) => Store.CommentChanges.RelocateAsync(
            new CommentRelocation
            {
                BlogId = comment.BlogId,
                CommentId = comment.Id,
                Version = comment.Version,
                PostId = post.Id,
                ParentId = below.Id,
                Record = SampleData.Record(comment, ModerationAction.Moved),
            },
            default);
    }

    /// <summary>A page shows one committed state: counts and rows agree while others write.</summary>
    [Fact]
    public async Task A_page_is_of_one_moment()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var root = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var reply = await Store.AddCommentAsync(Sample, post, root).ConfigureAwait(false);
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 60; i++)
            {
                await Store.SetStatusAsync(
                    reply.BlogId, reply.Id, i % 2 == 0 ? CommentStatus.Trashed : CommentStatus.Approved).ConfigureAwait(false);
                await Store.AddCommentAsync(Sample, post, i % 3 == 0 ? null : root).ConfigureAwait(false);
            }
        });

        do
        {
            var page = await Store.Threads.ReadRootsAsync(
                new RootsQuery { BlogId = post.BlogId, PostId = post.Id, Size = 100, RepliesPerRoot = 100 }, default).ConfigureAwait(false);
            var rows = page.Branches.SelectMany(static b => b.Replies.Prepend(b.Root)).ToList();
            Assert.Equal(page.Counts.Approved, rows.Count(static r => r.Status is CommentStatus.Approved));
            Assert.Equal(page.Counts.Approved, page.Branches.Sum(static b => b.Root.ShownReplies + 1));
            Assert.Equal(page.PresentRoots, page.Branches.Length);
        }
        while (!writing.IsCompleted);

        await writing.ConfigureAwait(false);
    }

    /// <summary>Roots that are present all the time are each read once while others are added and taken away.</summary>
    [Theory]
    [InlineData(ThreadSort.Oldest, false)]
    [InlineData(ThreadSort.Oldest, true)]
    [InlineData(ThreadSort.Newest, false)]
    [InlineData(ThreadSort.Newest, true)]
    public async Task Paging_under_concurrent_inserts_neither_repeats_nor_leaves_out(ThreadSort sort, bool backwards)
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var steady = new List<CommentId>();
        var passing = new List<CommentId>();
        for (var i = 0; i < 60; i++)
        {
            var comment = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
            (i % 3 == 0 ? passing : steady).Add(comment.Id);
        }

        using var done = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !done.IsCancellationRequested; i++)
            {
                await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
                await Store.SetStatusAsync(
                    post.BlogId,
                    passing[i % passing.Count],
                    i / passing.Count % 2 == 0 ? CommentStatus.Spam : CommentStatus.Approved).ConfigureAwait(false);
            }
        });

        var seen = new List<CommentId>();
        RootsCursor? cursor = backwards ? new RootsCursor(sort is ThreadSort.Oldest ? Last() : First(), 0, 0, true) : null;
        ThreadRoots page;
        do
        {
            page = await Store.Threads.ReadRootsAsync(
                new RootsQuery { BlogId = post.BlogId, PostId = post.Id, Sort = sort, Size = 4, RepliesPerRoot = 0, Cursor = cursor },
                default).ConfigureAwait(false);
            seen.AddRange(page.Branches.Select(static b => b.Root.Id));
            var place = page.Branches.IsEmpty ? null : backwards ? page.Branches[0] : page.Branches[^1];
            cursor = place is null ? null : new RootsCursor(place.Root.Id, 0, place.Number, backwards);
        }
        while (cursor is not null && (backwards ? page.HasPrevious : page.HasNext) && seen.Count < 10_000);

        await done.CancelAsync().ConfigureAwait(false);
        await writing.ConfigureAwait(false);

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Empty(steady.Except(seen));

        static CommentId Last() => new(new Guid("ffffffff-ffff-7fff-bfff-ffffffffffff"));

        static CommentId First() => new(Guid.Empty);
    }

    private static void AssertOneWinner(SaveOutcome loser, SaveOutcome[] outcomes)
    {
        Assert.Single(outcomes, static o => o is SaveOutcome.Saved);
        Assert.Equal(outcomes.Length - 1, outcomes.Count(o => o == loser));
    }

    private async Task<T[]> AtOnceAsync<T>(Func<int, Task<T>> run)
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = Enumerable.Range(0, Tasks).Select(async i =>
        {
            await go.Task.ConfigureAwait(false);
            return await Task.Run(() => run(i)).ConfigureAwait(false);
        }).ToList();
        go.SetResult();
        return await Task.WhenAll(running).ConfigureAwait(false);
    }
}

using BlogKit.Moderation;
using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>
/// Tests that blogs are separate: a call with the identity of something in another blog answers as if it did not exist, and changes
/// nothing.
/// </summary>
public abstract class BlogBoundarySpecification : StoreSpecification
{
    /// <summary>A comment is not found in another blog: alone, in a list, by its log or by its earlier texts.</summary>
    [Fact]
    public async Task A_comment_is_not_found_in_another_blog()
    {
        var (scene, other) = await SetAsync().ConfigureAwait(false);
        await EditAsync(scene.Reply).ConfigureAwait(false);

        Assert.NotNull(await Store.Comments.FindAsync(scene.Blog.Id, scene.Reply.Id, default).ConfigureAwait(false));
        Assert.NotEmpty(await Store.Comments.ListAllRevisionsAsync(scene.Blog.Id, scene.Reply.Id, default).ConfigureAwait(false));
        Assert.NotEmpty(await Store.ModerationLog.ListAllOfCommentAsync(scene.Blog.Id, scene.Reply.Id, default).ConfigureAwait(false));

        Assert.Null(await Store.Comments.FindAsync(other.Id, scene.Reply.Id, default).ConfigureAwait(false));
        Assert.Empty(await Store.Comments.FindManyAsync(other.Id, [scene.Reply.Id], default).ConfigureAwait(false));
        Assert.Empty(await Store.Comments.ListAllRevisionsAsync(other.Id, scene.Reply.Id, default).ConfigureAwait(false));
        Assert.Empty(await Store.ModerationLog.ListAllOfCommentAsync(other.Id, scene.Reply.Id, default).ConfigureAwait(false));
    }

    /// <summary>
    /// Intake finds nothing of another blog: neither the post, nor the comment answered, nor an earlier submission, nor the writer's
    /// history.
    /// </summary>
    [Fact]
    public async Task A_submission_finds_nothing_in_another_blog()
    {
        var (scene, other) = await SetAsync().ConfigureAwait(false);
        var before = await Store.AddAsync(
            SampleData.Addition(Sample.Comment(scene.Post)) with { SubmissionKey = "key", RequestHash = "hash" }).ConfigureAwait(false);
        var query = new IntakeQuery
        {
            BlogId = scene.Blog.Id,
            PostId = scene.Post.Id,
            ParentId = scene.Root.Id,
            SubmissionKey = "key",
            HistoryKey = before.By.HistoryKey,
            NamelessUserKey = "user-1",
            GuestNameKey = NameKey.From(scene.Author.DisplayName),
        };

        var own = await Store.CommentIntake.ReadIntakeAsync(query, default).ConfigureAwait(false);
        Assert.True(own
            is { Post: not null, Parent: not null, Stored: not null, DisplayName: not null, NameIsAuthors: true, History.Approved: > 0 });

        Same.Content(
            new IntakeFacts(), await Store.CommentIntake.ReadIntakeAsync(query with { BlogId = other.Id }, default).ConfigureAwait(false));
    }

    /// <summary>A change from another blog has the outcome of a comment that does not exist.</summary>
    [Fact]
    public async Task A_comment_is_not_changed_from_another_blog()
    {
        var (scene, other) = await SetAsync().ConfigureAwait(false);
        var elsewhere = await Store.AddPostAsync(Sample, other).ConfigureAwait(false);
        var before = await DumpAsync(scene).ConfigureAwait(false);
        var moved = new CommentRelocation
        {
            BlogId = other.Id,
            CommentId = scene.Reply.Id,
            Version = 1,
            PostId = scene.Other.Id,
            Record = SampleData.Record(scene.Reply, ModerationAction.Moved),
        };

        Assert.Equal(
            SaveOutcome.Missing,
            await Store.CommentChanges.UpdateAsync(
                StoreFill.ToStatus(scene.Pending with { BlogId = other.Id }, CommentStatus.Approved), default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Missing,
            await Store.CommentChanges.PurgeAsync(
                other.Id, scene.Leaf.Id, 1, SampleData.Record(scene.Leaf, ModerationAction.Purged), default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Missing, await Store.CommentChanges.RelocateAsync(moved, default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Missing, await Store.CommentChanges.RelocateAsync(
            moved with { BlogId = scene.Blog.Id, PostId = elsewhere.Id }, default).ConfigureAwait(false));
        Assert.Equal(0, await Store.CommentChanges.MergeAsync(
            other.Id, scene.Post.Id, scene.Other.Id, ActorKey.System, SampleData.Now, default).ConfigureAwait(false));
        Assert.Equal(0, await Store.CommentChanges.MergeAsync(
            scene.Blog.Id, scene.Post.Id, elsewhere.Id, ActorKey.System, SampleData.Now, default).ConfigureAwait(false));
        await Store.CommentUpkeep.SaveRenderingsAsync(
            [
                new StaleRendering
                {
                    BlogId = other.Id,
                    CommentId = scene.Leaf.Id,
                    Revision = 1,
                    Html = "<p>New.</p>",
                    PlainText = "New.",
                    RendererVersion = 2,
                },
            ],
            default).ConfigureAwait(false);

        Assert.Equal(before, await DumpAsync(scene).ConfigureAwait(false));
    }

    /// <summary>A comment whose blog is not its post's is refused, new or imported.</summary>
    [Fact]
    public async Task A_comment_is_not_added_under_a_post_of_another_blog()
    {
        var (scene, other) = await SetAsync().ConfigureAwait(false);
        var before = await DumpAsync(scene).ConfigureAwait(false);
        var comment = Sample.Comment(scene.Post) with { BlogId = other.Id };

        Assert.Equal(
            new AdditionResult(AdditionOutcome.PostMissing),
            await Store.CommentIntake.AddAsync(SampleData.Addition(comment), default).ConfigureAwait(false));
        Assert.Equal(
            new CommentImportResult(CommentImportOutcome.PostMissing),
            Assert.Single(await Store.CommentIntake.ImportAsync([comment], default).ConfigureAwait(false)));

        Assert.Equal(before, await DumpAsync(scene).ConfigureAwait(false));
    }

    /// <summary>A thread is empty in another blog, and its comments are not present there.</summary>
    [Fact]
    public async Task A_thread_is_not_read_from_another_blog()
    {
        var (scene, other) = await SetAsync().ConfigureAwait(false);
        var roots = new RootsQuery { BlogId = scene.Blog.Id, PostId = scene.Post.Id, Size = 5, RepliesPerRoot = 5, Pinned = 5 };
        var replies = new RepliesQuery { BlogId = scene.Blog.Id, Under = scene.Root.Id, Size = 5 };
        var owner = scene.Pending.OwnerKey!;

        Assert.NotEmpty((await Store.Threads.ReadRootsAsync(roots, default).ConfigureAwait(false)).Branches);
        Assert.NotNull(await Store.Threads.ReadRepliesAsync(replies, default).ConfigureAwait(false));
        Assert.NotNull(await Store.Threads.LocateAsync(scene.Blog.Id, scene.Reply.Id, 5, default).ConfigureAwait(false));
        Assert.NotEmpty(await Store.Threads.ListParticipantsAsync(scene.Blog.Id, scene.Post.Id, 5, default).ConfigureAwait(false));
        Assert.NotEmpty(await Store.Threads.ListHeldAsync(scene.Blog.Id, scene.Post.Id, owner!.Value, 5, default).ConfigureAwait(false));

        var nothing = new ThreadRoots { Counts = ThreadCounts.None, PresentRoots = 0, Branches = [] };
        foreach (var query in new[]
        {
            roots,
            roots with { Holding = scene.Root.Id },
            roots with { Sort = ThreadSort.Best, Cursor = new RootsCursor(scene.Root.Id, 0, 1) },
        })
        {
            Same.Content(nothing, await Store.Threads.ReadRootsAsync(query with { BlogId = other.Id }, default).ConfigureAwait(false));
        }

        Assert.Null(await Store.Threads.ReadRepliesAsync(replies with { BlogId = other.Id }, default).ConfigureAwait(false));
        Assert.Null(await Store.Threads.LocateAsync(other.Id, scene.Reply.Id, 5, default).ConfigureAwait(false));
        Assert.Equal(ThreadCounts.None, await Store.Threads.CountAsync(other.Id, scene.Post.Id, default).ConfigureAwait(false));
        Assert.Empty(await Store.Threads.ListParticipantsAsync(other.Id, scene.Post.Id, 5, default).ConfigureAwait(false));
        Assert.Empty(await Store.Threads.ListHeldAsync(other.Id, scene.Post.Id, owner!.Value, 5, default).ConfigureAwait(false));
        var newest = new NewestQuery { BlogId = other.Id, PostId = scene.Post.Id, Now = SampleData.Now, Size = 5 };
        Assert.Empty((await Store.Threads.ListNewestAsync(newest, default).ConfigureAwait(false)).Items);
    }

    /// <summary>Votes and reactions are neither given nor read from another blog.</summary>
    [Fact]
    public async Task Feedback_is_neither_given_nor_read_from_another_blog()
    {
        var (scene, other) = await SetAsync().ConfigureAwait(false);
        var before = await DumpAsync(scene).ConfigureAwait(false);

        Assert.NotEmpty(
            await Store.Feedback.ReadOwnAsync(scene.Blog.Id, [scene.Leaf.Id], ActorKey.Parse("voter"), default).ConfigureAwait(false));
        Assert.Empty(await Store.Feedback.ReadOwnAsync(other.Id, [scene.Leaf.Id], ActorKey.Parse("voter"), default).ConfigureAwait(false));
        Assert.Null(
            await Store.Feedback.SetVoteAsync(other.Id, scene.Leaf.Id, ActorKey.Parse("other"), Vote.Up, default).ConfigureAwait(false));
        Assert.Null(
            await Store.Feedback.SetVoteAsync(other.Id, scene.Leaf.Id, ActorKey.Parse("voter"), Vote.None, default).ConfigureAwait(false));
        Assert.Null(
            await Store.Feedback.SetReactionAsync(other.Id, scene.Leaf.Id, ActorKey.Parse("other"), "bee", default).ConfigureAwait(false));

        Assert.Equal(before, await DumpAsync(scene).ConfigureAwait(false));
    }

    /// <summary>Flags are neither set, taken back, listed nor dismissed from another blog.</summary>
    [Fact]
    public async Task Flags_are_out_of_reach_from_another_blog()
    {
        var (scene, other) = await SetAsync().ConfigureAwait(false);
        var before = await DumpAsync(scene).ConfigureAwait(false);

        Assert.NotEmpty(await Store.Flags.ListAllFlagsAsync(scene.Blog.Id, scene.Leaf.Id, default).ConfigureAwait(false));
        Assert.Empty(await Store.Flags.ListAllFlagsAsync(other.Id, scene.Leaf.Id, default).ConfigureAwait(false));
        Assert.Null(await Store.Flags.SetFlagAsync(
            SampleData.Flag(scene.Leaf, "another") with { BlogId = other.Id }, default).ConfigureAwait(false));
        Assert.Null(await Store.Flags.RemoveFlagAsync(other.Id, scene.Leaf.Id, ActorKey.Parse("reader"), default).ConfigureAwait(false));
        Assert.Equal(0, await Store.Flags.DismissFlagsAsync(other.Id, scene.Leaf.Id, SampleData.Now, default).ConfigureAwait(false));

        Assert.Equal(before, await DumpAsync(scene).ConfigureAwait(false));
    }

    /// <summary>Imports and origins are neither found, changed nor deleted from another blog.</summary>
    [Fact]
    public async Task Origins_are_out_of_reach_from_another_blog()
    {
        var (scene, other) = await SetAsync().ConfigureAwait(false);
        var before = await DumpAsync(scene).ConfigureAwait(false);
        var run = await Store.Origins.FindImportAsync(scene.Blog.Id, 1, default).ConfigureAwait(false);

        Assert.NotNull(run);
        Assert.Null(await Store.Origins.FindImportAsync(other.Id, 1, default).ConfigureAwait(false));
        Assert.Empty(await Store.Origins.ListImportsAsync(other.Id, null, 5, default).ConfigureAwait(false));
        Assert.Empty(await Store.Origins.ListOriginsOfImportAsync(other.Id, 1, null, 5, default).ConfigureAwait(false));
        Assert.Empty(await Store.Origins.FindManyOriginsOfItemsAsync(
            other.Id, OriginKind.Post, [scene.Post.Id.Value], default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Missing,
            await Store.Origins.SaveImportAsync(run with { BlogId = other.Id }, default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Missing,
            await Store.Origins.SaveOriginsAsync(
                other.Id, [SampleData.Origin(other.Id, "1", OriginKind.Post, scene.Post.Id.Value)], default).ConfigureAwait(false));
        Assert.Equal(
            0,
            await Store.Origins.DeleteOriginsAsync(
                other.Id, SampleData.ImportSource, OriginKind.Post, ["1"], default).ConfigureAwait(false));

        Assert.Equal(before, await DumpAsync(scene).ConfigureAwait(false));
    }

    /// <summary>A post is not found in another blog: alone, in a list, by its revisions or by its neighbours.</summary>
    [Fact]
    public async Task A_post_is_not_found_in_another_blog()
    {
        var (scene, other) = await SetAsync().ConfigureAwait(false);
        var before = await Store.AddPostAsync(
            Sample, scene.Blog, p => p with { SeriesId = scene.Series.Id, SeriesPosition = -1 }).ConfigureAwait(false);
        var revision = (await Store.Posts.ListRevisionsAsync(scene.Blog.Id, scene.Post.Id, 5, default).ConfigureAwait(false))[0];

        Assert.NotNull(await Store.Posts.FindAsync(scene.Blog.Id, scene.Post.Id, default).ConfigureAwait(false));
        Assert.NotNull(await Store.Posts.FindRevisionAsync(scene.Blog.Id, revision.Id, default).ConfigureAwait(false));
        var neighbours = await Store.Posts.ReadNeighboursAsync(scene.Blog.Id, scene.Post.Id, SampleData.Now, default).ConfigureAwait(false);
        Assert.Equal(before.Id, neighbours.Previous?.Id);

        Assert.Null(await Store.Posts.FindAsync(other.Id, scene.Post.Id, default).ConfigureAwait(false));
        Assert.Empty(await Store.Posts.FindManyAsync(other.Id, [scene.Post.Id], default).ConfigureAwait(false));
        Assert.Empty(await Store.Posts.ListRevisionsAsync(other.Id, scene.Post.Id, 5, default).ConfigureAwait(false));
        Assert.Null(await Store.Posts.FindRevisionAsync(other.Id, revision.Id, default).ConfigureAwait(false));
        Assert.Equal(
            PostNeighbours.None,
            await Store.Posts.ReadNeighboursAsync(other.Id, scene.Post.Id, SampleData.Now, default).ConfigureAwait(false));
    }

    /// <summary>A post is neither saved (which would move it) nor deleted from another blog, whatever version is given.</summary>
    [Fact]
    public async Task A_post_is_not_changed_from_another_blog()
    {
        var (scene, other) = await SetAsync().ConfigureAwait(false);
        var before = await DumpAsync(scene).ConfigureAwait(false);
        var taken = scene.Post with { BlogId = other.Id, Slug = Slug.From("taken") };

        Assert.Equal(SaveOutcome.Missing, await Store.Posts.SaveAsync(new PostSave(taken, null), default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Missing,
            await Store.Posts.SaveAsync(new PostSave(taken with { Version = 9 }, null), default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Missing, await Store.Posts.DeleteAsync(other.Id, scene.Post.Id, scene.Post.Version, default).ConfigureAwait(false));
        Assert.Equal(
            SaveOutcome.Missing,
            await Store.Autosaves.SaveAutosaveAsync(SampleData.Autosave(other.Id, scene.Post.Id), default).ConfigureAwait(false));
        Assert.Null(
            await Store.Autosaves.FindAutosaveAsync(other.Id, scene.Post.Id, ActorKey.Parse("author:1"), default).ConfigureAwait(false));
        Assert.False(
            await Store.Autosaves.DeleteAutosaveAsync(other.Id, scene.Post.Id, ActorKey.Parse("author:1"), default).ConfigureAwait(false));

        Assert.Equal(before, await DumpAsync(scene).ConfigureAwait(false));
    }

    /// <summary>
    /// Authors, categories, series and footer blocks are neither found, deleted nor saved (which would move them) from another blog.
    /// </summary>
    [Fact]
    public async Task What_a_blog_lists_whole_is_out_of_reach_from_another_blog()
    {
        var (scene, other) = await SetAsync().ConfigureAwait(false);
        var before = await DumpAsync(scene).ConfigureAwait(false);

        Assert.Empty(await Store.Authors.FindManyAsync(other.Id, [scene.Author.Id], default).ConfigureAwait(false));
        foreach (var version in new long[] { 1, 9 })
        {
            Assert.Equal(
                SaveOutcome.Missing,
                await Store.Authors.SaveAsync(scene.Author with { BlogId = other.Id, Version = version }, default).ConfigureAwait(false));
            var category = scene.Category with { BlogId = other.Id, ParentId = null, Version = version };
            Assert.Equal(SaveOutcome.Missing, await Store.Taxonomy.SaveCategoryAsync(category, default).ConfigureAwait(false));
            var series = scene.Series with { BlogId = other.Id, Version = version };
            Assert.Equal(SaveOutcome.Missing, await Store.Taxonomy.SaveSeriesAsync(series, default).ConfigureAwait(false));
            Assert.Equal(
                SaveOutcome.Missing,
                await Store.Footers.SaveAsync(scene.Footer with { BlogId = other.Id, Version = version }, default).ConfigureAwait(false));
            Assert.Equal(
                SaveOutcome.Missing,
                await Store.Taxonomy.DeleteCategoryAsync(other.Id, scene.Category.Id, version, default).ConfigureAwait(false));
            Assert.Equal(
                SaveOutcome.Missing,
                await Store.Taxonomy.DeleteSeriesAsync(other.Id, scene.Series.Id, version, default).ConfigureAwait(false));
            Assert.Equal(
                SaveOutcome.Missing, await Store.Footers.DeleteAsync(other.Id, scene.Footer.Id, version, default).ConfigureAwait(false));
        }

        Assert.Equal(before, await DumpAsync(scene).ConfigureAwait(false));
    }

    /// <summary>
    /// Deleting a category, a series or a footer block leaves the posts of another blog that name it as they are, in their lists too, and
    /// no row in that blog's feed.
    /// </summary>
    [Theory]
    [InlineData("category")]
    [InlineData("series")]
    [InlineData("footer")]
    public async Task What_is_deleted_in_a_blog_stays_named_by_the_posts_of_another(string deleted)
    {
        var (scene, other) = await SetAsync().ConfigureAwait(false);
        var post = await Store.AddPostAsync(Sample, other, p => p with
        {
            CategoryIds = [scene.Category.Id],
            SeriesId = scene.Series.Id,
            FooterBlockIds = [scene.Footer.Id],
        }).ConfigureAwait(false);
        var before = await Store.Changes.ReadChangePositionAsync(other.Id, default).ConfigureAwait(false);
        var stored = await Store.Posts.FindAsync(other.Id, post.Id, default).ConfigureAwait(false);
        Assert.Equal([post.Id], await ListedAsync().ConfigureAwait(false));

        var outcome = deleted switch
        {
            "category" => await Store.Taxonomy.DeleteCategoryAsync(scene.Blog.Id, scene.Category.Id, 1, default).ConfigureAwait(false),
            "series" => await Store.Taxonomy.DeleteSeriesAsync(scene.Blog.Id, scene.Series.Id, 1, default).ConfigureAwait(false),
            _ => await Store.Footers.DeleteAsync(scene.Blog.Id, scene.Footer.Id, 1, default).ConfigureAwait(false),
        };

        Assert.Equal(SaveOutcome.Saved, outcome);
        Assert.Equal(Same.Text(stored), Same.Text(await Store.Posts.FindAsync(other.Id, post.Id, default).ConfigureAwait(false)));
        Assert.Equal([post.Id], await ListedAsync().ConfigureAwait(false));
        Assert.Equal(before, await Store.Changes.ReadChangePositionAsync(other.Id, default).ConfigureAwait(false));

        async Task<IEnumerable<PostId>> ListedAsync()
        {
            var query = new PublishedPostQuery { BlogId = other.Id, Now = SampleData.Now.AddDays(1), Size = 5 };
            query = deleted is "category"
                ? query with { Categories = [scene.Category.Id] }
                : query with { Series = scene.Series.Id };
            return (await Store.Posts.ListPublishedAsync(query, default).ConfigureAwait(false)).Items.Select(static p => p.Id);
        }
    }

    /// <summary>Neither text, conversation, activity nor queue of a post is read from another blog.</summary>
    [Fact]
    public async Task Moderators_of_another_blog_are_told_nothing_of_a_post()
    {
        var (scene, other) = await SetAsync().ConfigureAwait(false);
        var query = new ModerationFactsQuery
        {
            BlogId = scene.Blog.Id,
            PostId = scene.Post.Id,
            PostTextLength = 100,
            ConversationSize = 10,
            Activity =
            [
                new ActivityWindow(ActivityScope.Post, "", SampleData.Now),
                new ActivityWindow(ActivityScope.Blog, "", SampleData.Now),
            ],
            Fingerprints = [1, 2],
            BanKeys = ["user:1"],
            Now = SampleData.Now.AddDays(1),
            LogPosition = true,
        };

        var own = await Store.Moderation.ReadFactsAsync(query, default).ConfigureAwait(false);
        Assert.True(own is { Post: not null, Conversation.IsEmpty: false, Similar.IsEmpty: false, Ban: not null, LogPosition: > 0 });
        Assert.All(own.Activity, static a => Assert.True(a.Comments > 0));

        var told = await Store.Moderation.ReadFactsAsync(query with { BlogId = other.Id }, default).ConfigureAwait(false);
        Assert.True(told is { Post: null, Conversation.IsEmpty: true, Similar.IsEmpty: true, Ban: null, LogPosition: 0 });
        Assert.All(told.Activity, static a => Assert.Equal(0, a.Comments));
        var queue = new QueueQuery { BlogId = other.Id, PostId = scene.Post.Id, Size = 5 };
        Assert.Empty((await Store.Moderation.ListQueueAsync(queue, default).ConfigureAwait(false)).Items);
    }

    private async Task<(Scene Scene, Blog Other)> SetAsync() =>
        (await Scene.SetAsync(Store, Sample).ConfigureAwait(false), await Store.AddBlogAsync(Sample).ConfigureAwait(false));

    private Task<string> DumpAsync(Scene scene) => StoreDump.TextAsync(Store, scene.CommentIds);

    private async Task EditAsync(Comment comment)
    {
        var change = new CommentChange(
            comment with { Markdown = "Two.", Html = "<p>Two.</p>", PlainText = "Two.", Revision = 2 },
            SampleData.Record(comment, ModerationAction.Edited),
            new CommentRevision
            {
                CommentId = comment.Id,
                Revision = 1,
                Markdown = comment.Markdown,
                ReplacedAt = SampleData.Now,
                ReplacedBy = ActorKey.Parse("x"),
            });
        Assert.Equal(SaveOutcome.Saved, await Store.CommentChanges.UpdateAsync(change, default).ConfigureAwait(false));
    }
}

using BlogKit.Moderation;
using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>Tests the contract of the roles of comments for purging, moving and merging comments.</summary>
public abstract class CommentRemovalSpecification : StoreSpecification
{
    /// <summary>A purged comment without answers loses its row; its log stays.</summary>
    [Fact]
    public async Task A_purged_comment_without_answers_is_gone_but_for_its_log()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        await Store.Feedback.SetVoteAsync(comment.BlogId, comment.Id, ActorKey.Parse("v"), Vote.Up, default).ConfigureAwait(false);

        await Store.PurgeAsync(comment.BlogId, comment.Id).ConfigureAwait(false);

        Assert.Null(await Store.Comments.FindAsync(comment.BlogId, comment.Id, default).ConfigureAwait(false));
        Assert.Empty(await Store.Feedback.ReadOwnAsync(comment.BlogId, [comment.Id], ActorKey.Parse("v"), default).ConfigureAwait(false));
        var log = await Store.ModerationLog.ListAllOfCommentAsync(comment.BlogId, comment.Id, default).ConfigureAwait(false);
        Assert.Equal([ModerationAction.Submitted, ModerationAction.Purged], log.Select(static r => r.Action));
        Same.Content(comment.Decision.WithoutText(), log[0].Decision);
        Assert.Equal(ThreadCounts.None, await Store.Threads.CountAsync(post.BlogId, post.Id, default).ConfigureAwait(false));
        await CheckAsync("after a purge").ConfigureAwait(false);
    }

    /// <summary>A purged comment with answers leaves an empty row that holds its place.</summary>
    [Fact]
    public async Task A_purged_comment_with_answers_leaves_an_empty_one()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = await Store.AddCommentAsync(Sample, post, null, CommentStatus.Approved, static c => c with
        {
            IsPinned = true,
            Hold = new CommentHold { By = CommentHolder.Moderator, Reason = "Wax.", OutcomeBefore = ModerationOutcome.Approve },
            Appeal = new CommentAppeal("Why?", SampleData.Now),
        }).ConfigureAwait(false);
        await Store.AddCommentAsync(Sample, post, comment).ConfigureAwait(false);
        await Store.CommentChanges.UpdateAsync(
            new CommentChange(comment with { Markdown = "Two.", Revision = 2 }, null, new CommentRevision
            {
                CommentId = comment.Id,
                Revision = 1,
                Markdown = "One.",
                ReplacedAt = SampleData.Now,
                ReplacedBy = ActorKey.Parse("x"),
            }),
            default).ConfigureAwait(false);
        await Store.Feedback.SetVoteAsync(comment.BlogId, comment.Id, ActorKey.Parse("v"), Vote.Up, default).ConfigureAwait(false);
        await Store.Feedback.SetReactionAsync(comment.BlogId, comment.Id, ActorKey.Parse("v"), "like", default).ConfigureAwait(false);

        await Store.PurgeAsync(comment.BlogId, comment.Id).ConfigureAwait(false);

        var empty = await Store.GetAsync(comment.BlogId, comment.Id).ConfigureAwait(false);
        Assert.Equal((CommentStatus.Deleted, 3L, SampleData.Now.AddMinutes(2)), (empty.Status, empty.Version, empty.PurgedAt));
        Assert.Equal(("", "", "", ""), (empty.Markdown, empty.Html, empty.PlainText, empty.By.Name));
        Assert.Null(empty.By.Email);
        Assert.Null(empty.By.Url);
        Assert.Null(empty.By.HistoryKey);
        Assert.Null(empty.OwnerKey);
        Assert.Null(empty.RemoteAddress);
        Assert.Null(empty.UserAgent);
        Assert.Null(empty.Hold);
        Assert.Null(empty.Appeal);
        Assert.Equal(SampleData.Now.AddMinutes(2), empty.StatusChangedAt);
        Same.Content(comment.Decision.WithoutText(), empty.Decision);
        Assert.Equal((0, 0, 0), (empty.UpVotes, empty.DownVotes, empty.Reactions.Length));
        Assert.Empty(await Store.Comments.ListAllRevisionsAsync(comment.BlogId, comment.Id, default).ConfigureAwait(false));
        Assert.Empty(await Store.Feedback.ReadOwnAsync(comment.BlogId, [comment.Id], ActorKey.Parse("v"), default).ConfigureAwait(false));
        await CheckAsync("after a purge under an answer").ConfigureAwait(false);
    }

    /// <summary>Empty rows are deleted as soon as no comment answers them, however many there are.</summary>
    [Fact]
    public async Task Empty_comments_above_go_with_their_last_answer()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var root = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var kept = await Store.AddCommentAsync(Sample, post, root).ConfigureAwait(false);
        var upper = await Store.AddCommentAsync(Sample, post, kept).ConfigureAwait(false);
        var lower = await Store.AddCommentAsync(Sample, post, upper).ConfigureAwait(false);
        var last = await Store.AddCommentAsync(Sample, post, lower).ConfigureAwait(false);

        await Store.PurgeAsync(upper.BlogId, upper.Id).ConfigureAwait(false);
        await Store.PurgeAsync(lower.BlogId, lower.Id).ConfigureAwait(false);
        await CheckAsync("with two empty ones").ConfigureAwait(false);
        await Store.PurgeAsync(last.BlogId, last.Id).ConfigureAwait(false);

        Assert.Null(await Store.Comments.FindAsync(last.BlogId, last.Id, default).ConfigureAwait(false));
        Assert.Null(await Store.Comments.FindAsync(lower.BlogId, lower.Id, default).ConfigureAwait(false));
        Assert.Null(await Store.Comments.FindAsync(upper.BlogId, upper.Id, default).ConfigureAwait(false));
        Assert.NotNull(await Store.Comments.FindAsync(kept.BlogId, kept.Id, default).ConfigureAwait(false));
        await CheckAsync("after the last answer went").ConfigureAwait(false);
    }

    /// <summary>An addition that is sent again after its comment was purged does not bring the text back, wherever it was moved.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_addition_that_is_sent_again_after_a_purge_stores_nothing(bool isMoved)
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        var post = await Store.AddPostAsync(Sample, blog).ConfigureAwait(false);
        var other = await Store.AddPostAsync(Sample, blog).ConfigureAwait(false);
        var addition = SampleData.Addition(Sample.Comment(post)) with { SubmissionKey = "key", RequestHash = "hash" };
        var id = addition.Comment.Id;
        await Store.AddAsync(addition).ConfigureAwait(false);
        if (isMoved)
        {
            await Store.RelocateAsync(blog.Id, id, other.Id, null).ConfigureAwait(false);
        }

        await Store.PurgeAsync(blog.Id, id).ConfigureAwait(false);
        var position = await Store.Changes.ReadChangePositionAsync(blog.Id, default).ConfigureAwait(false);

        var again = await Store.CommentIntake.AddAsync(addition, default).ConfigureAwait(false);

        Assert.Equal(AdditionOutcome.Duplicate, again.Outcome);
        Assert.Null(await Store.Comments.FindAsync(blog.Id, id, default).ConfigureAwait(false));
        Assert.Equal(position, await Store.Changes.ReadChangePositionAsync(blog.Id, default).ConfigureAwait(false));
    }

    /// <summary>A purge based on another version changes nothing.</summary>
    [Fact]
    public async Task A_purge_based_on_another_version_is_a_conflict()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var record = SampleData.Record(comment, ModerationAction.Purged);

        Assert.Equal(
            SaveOutcome.Conflict,
            await Store.CommentChanges.PurgeAsync(comment.BlogId, comment.Id, 8, record, default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Missing, await Store.CommentChanges.PurgeAsync(
            comment.BlogId, new CommentId(Sample.NextId()), 1, record, default).ConfigureAwait(false));
        Same.Content(comment, await Store.GetAsync(comment.BlogId, comment.Id).ConfigureAwait(false));
    }

    /// <summary>Moving a branch to another post keeps every identity.</summary>
    [Fact]
    public async Task A_branch_is_moved_to_another_post()
    {
        var (from, into) = await TwoPostsAsync().ConfigureAwait(false);
        var root = await Store.AddCommentAsync(Sample, from).ConfigureAwait(false);
        var branch = await Store.AddCommentAsync(Sample, from, root).ConfigureAwait(false);
        var leaf = await Store.AddCommentAsync(Sample, from, branch).ConfigureAwait(false);
        var hidden = await Store.AddCommentAsync(Sample, from, leaf, CommentStatus.Spam).ConfigureAwait(false);

        await Store.RelocateAsync(branch.BlogId, branch.Id, into.Id, null).ConfigureAwait(false);

        var moved = await Store.GetAsync(branch.BlogId, branch.Id).ConfigureAwait(false);
        Same.Content(branch with { PostId = into.Id, ParentId = null, RootId = branch.Id, Depth = 0, Version = 2 }, moved);
        Same.Content(
            leaf with { PostId = into.Id, RootId = branch.Id, Depth = 1, Version = 2 },
            await Store.GetAsync(leaf.BlogId, leaf.Id).ConfigureAwait(false));
        Same.Content(
            hidden with { PostId = into.Id, RootId = branch.Id, Depth = 2, Version = 2 },
            await Store.GetAsync(hidden.BlogId, hidden.Id).ConfigureAwait(false));
        Same.Content(root, await Store.GetAsync(root.BlogId, root.Id).ConfigureAwait(false));
        var log = await Store.ModerationLog.ListAllOfCommentAsync(branch.BlogId, branch.Id, default).ConfigureAwait(false);
        Assert.Equal([ModerationAction.Submitted, ModerationAction.Moved], log.Select(static r => r.Action));
        Assert.Single(await Store.ModerationLog.ListAllOfCommentAsync(leaf.BlogId, leaf.Id, default).ConfigureAwait(false));
        await CheckAsync("after a move to another post").ConfigureAwait(false);
    }

    /// <summary>A root can be moved below a comment, and back to the top.</summary>
    [Fact]
    public async Task A_root_becomes_a_reply_and_a_root_again()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var first = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var second = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var reply = await Store.AddCommentAsync(Sample, post, second).ConfigureAwait(false);

        await Store.RelocateAsync(second.BlogId, second.Id, post.Id, first.Id).ConfigureAwait(false);
        await CheckAsync("below another root").ConfigureAwait(false);
        Assert.Equal(
            (first.Id, 2), (await Store.GetAsync(reply.BlogId, reply.Id).ConfigureAwait(false)) is var r ? (r.RootId, r.Depth) : default);

        await Store.RelocateAsync(second.BlogId, second.Id, post.Id, null).ConfigureAwait(false);
        await CheckAsync("a root again").ConfigureAwait(false);
    }

    /// <summary>Every refusal of a move.</summary>
    [Fact]
    public async Task A_move_to_where_a_comment_cannot_be_is_missing()
    {
        var (post, other) = await TwoPostsAsync().ConfigureAwait(false);
        var foreign = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var root = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var reply = await Store.AddCommentAsync(Sample, post, root).ConfigureAwait(false);
        var leaf = await Store.AddCommentAsync(Sample, post, reply).ConfigureAwait(false);
        var there = await Store.AddCommentAsync(Sample, other).ConfigureAwait(false);
        var nowhere = new CommentId(Sample.NextId());

        Assert.Equal(SaveOutcome.Missing, await MoveAsync(root, post.Id, root.Id).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Missing, await MoveAsync(root, post.Id, leaf.Id).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Missing, await MoveAsync(root, post.Id, there.Id).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Missing, await MoveAsync(root, post.Id, nowhere).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Missing, await MoveAsync(root, new PostId(Sample.NextId()), null).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Missing, await MoveAsync(root, foreign.Id, null).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Missing, await MoveAsync(root with { Id = nowhere }, post.Id, null).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Conflict, await MoveAsync(root with { Version = 5 }, other.Id, null).ConfigureAwait(false));
        Same.Content(root, await Store.GetAsync(root.BlogId, root.Id).ConfigureAwait(false));
        await CheckAsync("after refused moves").ConfigureAwait(false);
    }

    /// <summary>Merging moves every comment of one thread to another and keeps every identity.</summary>
    [Fact]
    public async Task Two_threads_are_merged_with_every_identity()
    {
        var (from, into) = await TwoPostsAsync().ConfigureAwait(false);
        var root = await Store.AddCommentAsync(Sample, from).ConfigureAwait(false);
        var there = await Store.AddCommentAsync(Sample, into).ConfigureAwait(false);
        var reply = await Store.AddCommentAsync(Sample, from, root, CommentStatus.Pending).ConfigureAwait(false);
        await Store.AddCommentAsync(Sample, from, null, CommentStatus.Trashed).ConfigureAwait(false);

        Assert.Equal(3, await Store.CommentChanges.MergeAsync(
            from.BlogId, from.Id, into.Id, ActorKey.User("moderator"), SampleData.Now, default).ConfigureAwait(false));

        Assert.Equal(new ThreadCounts
        {
            Approved = 2,
            Pending = 1,
            Trashed = 1,
        }, await Store.Threads.CountAsync(into.BlogId, into.Id, default).ConfigureAwait(false));
        Assert.Equal(ThreadCounts.None, await Store.Threads.CountAsync(from.BlogId, from.Id, default).ConfigureAwait(false));
        var moved = await Store.GetAsync(reply.BlogId, reply.Id).ConfigureAwait(false);
        Assert.Equal(
            (into.Id, (CommentId?)root.Id, root.Id, 1, 2L), (moved.PostId, moved.ParentId, moved.RootId, moved.Depth, moved.Version));
        Same.Content(there, await Store.GetAsync(there.BlogId, there.Id).ConfigureAwait(false));
        var log = await Store.ModerationLog.ListAllOfCommentAsync(root.BlogId, root.Id, default).ConfigureAwait(false);
        var line = log[^1];
        Assert.Equal([ModerationAction.Submitted, ModerationAction.Moved], log.Select(static r => r.Action));
        Assert.Single(await Store.ModerationLog.ListAllOfCommentAsync(reply.BlogId, reply.Id, default).ConfigureAwait(false));
        Assert.Equal((ModerationAction.Moved, ActorKey.User("moderator"), SampleData.Now), (line.Action, line.ActorKey, line.At));
        await CheckAsync("after a merge").ConfigureAwait(false);
    }

    /// <summary>A merge of nothing, or to no post, moves nothing.</summary>
    [Fact]
    public async Task A_merge_that_cannot_be_moves_nothing()
    {
        var (from, into) = await TwoPostsAsync().ConfigureAwait(false);
        var foreign = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        await Store.AddCommentAsync(Sample, from).ConfigureAwait(false);

        Assert.Equal(0, await MergeAsync(from.BlogId, into.Id, from.Id).ConfigureAwait(false));
        Assert.Equal(0, await MergeAsync(from.BlogId, from.Id, from.Id).ConfigureAwait(false));
        Assert.Equal(0, await MergeAsync(from.BlogId, from.Id, foreign.Id).ConfigureAwait(false));
        Assert.Equal(0, await MergeAsync(from.BlogId, from.Id, new PostId(Sample.NextId())).ConfigureAwait(false));
        Assert.Equal(0, await MergeAsync(from.BlogId, new PostId(Sample.NextId()), into.Id).ConfigureAwait(false));
        await CheckAsync("after merges that moved nothing").ConfigureAwait(false);
    }

    private async Task<(Post From, Post Into)> TwoPostsAsync()
    {
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        return (await Store.AddPostAsync(Sample, blog).ConfigureAwait(false), await Store.AddPostAsync(Sample, blog).ConfigureAwait(false));
    }

    private Task<SaveOutcome> MoveAsync(Comment comment, PostId postId, CommentId? parentId) =>
        Store.CommentChanges.RelocateAsync(
            new CommentRelocation
            {
                BlogId = comment.BlogId,
                CommentId = comment.Id,
                Version = comment.Version,
                PostId = postId,
                ParentId = parentId,
                Record = SampleData.Record(comment, ModerationAction.Moved),
            },
            default);

    private Task<int> MergeAsync(BlogId blogId, PostId from, PostId into) =>
        Store.CommentChanges.MergeAsync(blogId, from, into, ActorKey.System, SampleData.Now, default);

    private Task CheckAsync(string because) => new StoreCheck(Store, because).EverythingAsync();
}

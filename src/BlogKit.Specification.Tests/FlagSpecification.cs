using BlogKit.Moderation;
using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>Tests the contract of <see cref="IFlagStore"/>.</summary>
public abstract class FlagSpecification : StoreSpecification
{
    /// <summary>Every field of a flag is found again; the totals include the new flag.</summary>
    [Fact]
    public async Task Flags_are_kept_and_added_up()
    {
        var (_, comment) = await CommentAsync().ConfigureAwait(false);
        var late = SampleData.Flag(comment, "b", 0.5) with { At = SampleData.Now.AddMinutes(9) };
        var early = SampleData.Flag(comment, "c", 1.25) with { Note = null, Kind = FlagKind.Private };
        var same = SampleData.Flag(comment, "a", 2);

        Assert.Equal(new FlagTotals(1, 0.5), await SetAsync(late with { DismissedAt = SampleData.Now }).ConfigureAwait(false));
        Assert.Equal(new FlagTotals(2, 1.75), await SetAsync(early).ConfigureAwait(false));
        Assert.Equal(new FlagTotals(3, 3.75), await SetAsync(same).ConfigureAwait(false));

        Same.Content([same, early, late], await ListAsync(comment).ConfigureAwait(false));
        Assert.Empty(await ListAsync(comment with { Id = new CommentId(Sample.NextId()) }).ConfigureAwait(false));
    }

    /// <summary>A reader has one flag per comment, which can be taken back.</summary>
    [Fact]
    public async Task A_second_flag_replaces_the_first_and_can_be_taken_back()
    {
        var (post, comment) = await CommentAsync().ConfigureAwait(false);
        var other = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        await SetAsync(SampleData.Flag(comment, "a", 2)).ConfigureAwait(false);
        await SetAsync(SampleData.Flag(other, "a", 2)).ConfigureAwait(false);
        var second = SampleData.Flag(comment, "a", 0.5) with { Kind = FlagKind.Spam, Note = null, At = SampleData.Now.AddMinutes(7) };

        Assert.Equal(new FlagTotals(1, 0.5), await SetAsync(second).ConfigureAwait(false));
        Same.Content([second], await ListAsync(comment).ConfigureAwait(false));
        Assert.Equal(new FlagTotals(1, 0.5), await RemoveAsync(comment, "b").ConfigureAwait(false));
        Assert.Equal(new FlagTotals(0, 0), await RemoveAsync(comment, "a").ConfigureAwait(false));
        Assert.Empty(await ListAsync(comment).ConfigureAwait(false));
        Assert.Single(await ListAsync(other).ConfigureAwait(false));
    }

    /// <summary>A dismissed flag stays: neither a new flag of that reader nor taking it back changes it.</summary>
    [Fact]
    public async Task A_dismissed_flag_counts_no_more_and_stays()
    {
        var (_, comment) = await CommentAsync().ConfigureAwait(false);
        var flag = SampleData.Flag(comment, "a", 2);
        await SetAsync(flag).ConfigureAwait(false);
        await SetAsync(SampleData.Flag(comment, "b", 2)).ConfigureAwait(false);
        var dismissed = SampleData.Now.AddHours(1);

        Assert.Equal(2, await Store.Flags.DismissFlagsAsync(comment.BlogId, comment.Id, dismissed, default).ConfigureAwait(false));
        Assert.Equal(
            0, await Store.Flags.DismissFlagsAsync(comment.BlogId, comment.Id, dismissed.AddHours(1), default).ConfigureAwait(false));
        Assert.Equal(new FlagTotals(0, 0), await SetAsync(flag with { Weight = 9 }).ConfigureAwait(false));
        Assert.Equal(new FlagTotals(0, 0), await RemoveAsync(comment, "a").ConfigureAwait(false));
        Assert.Equal(new FlagTotals(1, 0.5), await SetAsync(SampleData.Flag(comment, "c", 0.5)).ConfigureAwait(false));
        Assert.Equal(
            1, await Store.Flags.DismissFlagsAsync(comment.BlogId, comment.Id, dismissed.AddHours(2), default).ConfigureAwait(false));

        var flags = await ListAsync(comment).ConfigureAwait(false);
        Same.Content(flag with { DismissedAt = dismissed }, flags[0]);
        Assert.Equal([dismissed, dismissed, dismissed.AddHours(2)], flags.Select(static f => f.DismissedAt));
    }

    /// <summary>
    /// The guests of one network have one flag together on each comment, that of the last of them, because another secret costs nothing.
    /// </summary>
    [Fact]
    public async Task The_guests_of_a_network_have_one_flag()
    {
        var (_, comment) = await CommentAsync().ConfigureAwait(false);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(new FlagTotals(1, 0.5), await SetAsync(Guest($"guest:{i}", "n1")).ConfigureAwait(false));
        }

        Assert.Equal(new FlagTotals(2, 1), await SetAsync(Guest("guest:far", "n2")).ConfigureAwait(false));
        Assert.Equal(new FlagTotals(3, 1.5), await SetAsync(Guest("user:1", null)).ConfigureAwait(false));
        Assert.Equal(new FlagTotals(4, 2), await SetAsync(Guest("user:2", null)).ConfigureAwait(false));
        Assert.Equal(new FlagTotals(4, 2), await RemoveAsync(comment, "guest:0").ConfigureAwait(false));
        Same.Content(
            [Guest("guest:4", "n1"), Guest("guest:far", "n2"), Guest("user:1", null), Guest("user:2", null)],
            await ListAsync(comment).ConfigureAwait(false));

        Assert.Equal(4, await Store.Flags.DismissFlagsAsync(comment.BlogId, comment.Id, SampleData.Now, default).ConfigureAwait(false));
        Assert.Equal(new FlagTotals(0, 0), await SetAsync(Guest("guest:new", "n1")).ConfigureAwait(false));
        Assert.Equal(new FlagTotals(1, 0.5), await SetAsync(Guest("guest:new", "n3")).ConfigureAwait(false));
        Assert.Equal(new FlagTotals(1, 0.5), await SetAsync(Guest("guest:new", "n1")).ConfigureAwait(false));
        Assert.Equal("n3", (await ListAsync(comment).ConfigureAwait(false)).Single(static f => f.DismissedAt is null).FlaggerNetwork);

        CommentFlag Guest(string key, string? network) => SampleData.Flag(comment, key, 0.5) with { FlaggerNetwork = network };
    }

    /// <summary>A change that dismisses flags does so in its own transaction, or not at all.</summary>
    [Fact]
    public async Task A_change_dismisses_the_flags_that_count()
    {
        var (_, comment) = await CommentAsync().ConfigureAwait(false);
        await SetAsync(SampleData.Flag(comment, "a")).ConfigureAwait(false);
        var (first, second) = (SampleData.Now.AddHours(1), SampleData.Now.AddHours(2));

        Assert.Equal(SaveOutcome.Conflict, await Store.CommentChanges.UpdateAsync(
            new CommentChange(comment with { Version = 9 }, null) { DismissFlagsAt = first }, default).ConfigureAwait(false));
        Assert.Null((await ListAsync(comment).ConfigureAwait(false))[0].DismissedAt);
        Assert.Equal(SaveOutcome.Saved, await Store.CommentChanges.UpdateAsync(
            new CommentChange(comment, null) { DismissFlagsAt = first }, default).ConfigureAwait(false));
        await SetAsync(SampleData.Flag(comment, "b")).ConfigureAwait(false);
        Assert.Equal(
            SaveOutcome.Saved,
            await Store.CommentChanges.UpdateAsync(new CommentChange(comment with { Version = 2 }, null), default).ConfigureAwait(false));
        Assert.Equal([first, null], (await ListAsync(comment).ConfigureAwait(false)).Select(static f => f.DismissedAt));
        Assert.Equal(SaveOutcome.Saved, await Store.CommentChanges.UpdateAsync(
            new CommentChange(comment with { Version = 3 }, null) { DismissFlagsAt = second }, default).ConfigureAwait(false));

        Assert.Equal([first, second], (await ListAsync(comment).ConfigureAwait(false)).Select(static f => f.DismissedAt));
    }

    /// <summary>
    /// A comment is counted and listed as flagged from its first flag on, until the flag is dismissed or taken back, or the comment is
    /// taken down.
    /// </summary>
    [Fact]
    public async Task Flagged_comments_are_counted_and_listed()
    {
        var (post, shown) = await CommentAsync().ConfigureAwait(false);
        var held = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var taken = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var back = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var elsewhere = await Store.AddCommentAsync(Sample, await Store.AddPostAsync(Sample).ConfigureAwait(false)).ConfigureAwait(false);
        foreach (var comment in new[] { shown, held, taken, back, elsewhere })
        {
            await SetAsync(SampleData.Flag(comment, "a")).ConfigureAwait(false);
            await SetAsync(SampleData.Flag(comment, "b")).ConfigureAwait(false);
        }

        await Store.SetStatusAsync(held.BlogId, held.Id, CommentStatus.Pending).ConfigureAwait(false);
        await Store.SetStatusAsync(taken.BlogId, taken.Id, CommentStatus.Spam).ConfigureAwait(false);
        await RemoveAsync(back, "a").ConfigureAwait(false);
        await RemoveAsync(back, "b").ConfigureAwait(false);

        Assert.Equal(2, (await Store.Comments.CountAsync(post.BlogId, default).ConfigureAwait(false)).Flagged);
        Assert.Equal([held.Id, shown.Id], await QueueAsync(CommentStatus.Pending, CommentStatus.Approved).ConfigureAwait(false));
        Assert.Equal([taken.Id], await QueueAsync(CommentStatus.Spam).ConfigureAwait(false));
        await Store.Flags.DismissFlagsAsync(shown.BlogId, shown.Id, SampleData.Now, default).ConfigureAwait(false);
        Assert.Equal(1, (await Store.Comments.CountAsync(post.BlogId, default).ConfigureAwait(false)).Flagged);
        Assert.Equal([held.Id], await QueueAsync(CommentStatus.Pending, CommentStatus.Approved).ConfigureAwait(false));
        Assert.Equal(0, (await Store.Comments.CountAsync(new BlogId(Sample.NextId()), default).ConfigureAwait(false)).Flagged);

        async Task<IEnumerable<CommentId>> QueueAsync(params CommentStatus[] statuses) =>
            (await Store.Moderation.ListQueueAsync(
                new QueueQuery { BlogId = post.BlogId, Statuses = [.. statuses], Flagged = true, Size = 9 }, default).ConfigureAwait(false))
                .Items.Select(static i => i.Comment.Id);
    }

    /// <summary>A comment that is not shown takes no flags; its earlier flags stay.</summary>
    [Theory]
    [InlineData(CommentStatus.Pending)]
    [InlineData(CommentStatus.Spam)]
    [InlineData(CommentStatus.Trashed)]
    [InlineData(CommentStatus.Deleted)]
    public async Task A_comment_that_is_not_shown_takes_no_flags(CommentStatus status)
    {
        var (_, comment) = await CommentAsync().ConfigureAwait(false);
        await SetAsync(SampleData.Flag(comment, "a")).ConfigureAwait(false);
        await Store.SetStatusAsync(comment.BlogId, comment.Id, status).ConfigureAwait(false);

        Assert.Null(await SetAsync(SampleData.Flag(comment, "b")).ConfigureAwait(false));
        Assert.Null(await RemoveAsync(comment, "a").ConfigureAwait(false));
        Assert.Null(await SetAsync(SampleData.Flag(comment with { Id = new CommentId(Sample.NextId()) }, "a")).ConfigureAwait(false));
        Assert.Single(await ListAsync(comment).ConfigureAwait(false));
        Assert.Equal(1, await Store.Flags.DismissFlagsAsync(comment.BlogId, comment.Id, SampleData.Now, default).ConfigureAwait(false));
    }

    /// <summary>Purging a comment deletes its flags, with its row or without it.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_purged_comment_has_no_flags(bool isAnswered)
    {
        var (post, comment) = await CommentAsync().ConfigureAwait(false);
        if (isAnswered)
        {
            await Store.AddCommentAsync(Sample, post, comment).ConfigureAwait(false);
        }

        await SetAsync(SampleData.Flag(comment, "a")).ConfigureAwait(false);

        await Store.PurgeAsync(comment.BlogId, comment.Id).ConfigureAwait(false);

        Assert.Empty(await ListAsync(comment).ConfigureAwait(false));
        Assert.Equal(0, await Store.Flags.DismissFlagsAsync(comment.BlogId, comment.Id, SampleData.Now, default).ConfigureAwait(false));
    }

    /// <summary>Deleting a post deletes the flags of its comments.</summary>
    [Fact]
    public async Task A_deleted_post_leaves_no_flags()
    {
        var (post, comment) = await CommentAsync().ConfigureAwait(false);
        await SetAsync(SampleData.Flag(comment, "a")).ConfigureAwait(false);

        Assert.Equal(SaveOutcome.Saved, await Store.Posts.DeleteAsync(post.BlogId, post.Id, post.Version, default).ConfigureAwait(false));

        Assert.Empty(await ListAsync(comment).ConfigureAwait(false));
    }

    private async Task<(Post Post, Comment Comment)> CommentAsync()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        return (post, await Store.AddCommentAsync(Sample, post).ConfigureAwait(false));
    }

    /// <summary>All who are nobody would have one flag together.</summary>
    [Fact]
    public async Task Nobody_flags()
    {
        var (_, comment) = await CommentAsync().ConfigureAwait(false);

        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => SetAsync(SampleData.Flag(comment, ActorKey.Anonymous.ToString()))).ConfigureAwait(false);

        Assert.Empty(await ListAsync(comment).ConfigureAwait(false));
    }

    private Task<FlagTotals?> SetAsync(CommentFlag flag) => Store.Flags.SetFlagAsync(flag, default);

    private Task<FlagTotals?> RemoveAsync(Comment comment, string flagger) =>
        Store.Flags.RemoveFlagAsync(comment.BlogId, comment.Id, ActorKey.Parse(flagger), default);

    private async Task<CommentFlag[]> ListAsync(Comment comment) =>
        [.. await Store.Flags.ListAllFlagsAsync(comment.BlogId, comment.Id, default).ConfigureAwait(false)];
}

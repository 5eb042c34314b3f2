using Xunit;

namespace BlogKit.Specification;

/// <summary>What <see cref="IFlagStore"/> promises.</summary>
public abstract class FlagSpecification : StoreSpecification
{
    /// <summary>Every field survives; the totals are those after the flag.</summary>
    [Fact]
    public async Task Flags_are_kept_and_added_up()
    {
        var (_, comment) = await CommentAsync().ConfigureAwait(false);
        var late = SampleData.Flag(comment.Id, "b", 0.5) with { At = SampleData.Now.AddMinutes(9) };
        var early = SampleData.Flag(comment.Id, "c", 1.25) with { Note = null, Kind = FlagKind.Private };
        var same = SampleData.Flag(comment.Id, "a", 2);

        Assert.Equal(new FlagTotals(1, 0.5), await SetAsync(late with { DismissedAt = SampleData.Now }).ConfigureAwait(false));
        Assert.Equal(new FlagTotals(2, 1.75), await SetAsync(early).ConfigureAwait(false));
        Assert.Equal(new FlagTotals(3, 3.75), await SetAsync(same).ConfigureAwait(false));

        Same.Content([same, early, late], await ListAsync(comment.Id).ConfigureAwait(false));
        Assert.Empty(await ListAsync(new CommentId(Sample.NextId())).ConfigureAwait(false));
    }

    /// <summary>A reader has one flag per comment.</summary>
    [Fact]
    public async Task A_second_flag_replaces_the_first_and_can_be_taken_back()
    {
        var (post, comment) = await CommentAsync().ConfigureAwait(false);
        var other = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        await SetAsync(SampleData.Flag(comment.Id, "a", 2)).ConfigureAwait(false);
        await SetAsync(SampleData.Flag(other.Id, "a", 2)).ConfigureAwait(false);
        var second = SampleData.Flag(comment.Id, "a", 0.5) with { Kind = FlagKind.Spam, Note = null, At = SampleData.Now.AddMinutes(7) };

        Assert.Equal(new FlagTotals(1, 0.5), await SetAsync(second).ConfigureAwait(false));
        Same.Content([second], await ListAsync(comment.Id).ConfigureAwait(false));
        Assert.Equal(new FlagTotals(1, 0.5), await RemoveAsync(comment.Id, "b").ConfigureAwait(false));
        Assert.Equal(new FlagTotals(0, 0), await RemoveAsync(comment.Id, "a").ConfigureAwait(false));
        Assert.Empty(await ListAsync(comment.Id).ConfigureAwait(false));
        Assert.Single(await ListAsync(other.Id).ConfigureAwait(false));
    }

    /// <summary>What a moderator decided is not said again: neither a new flag of that reader nor taking it back changes a dismissed one.</summary>
    [Fact]
    public async Task A_dismissed_flag_counts_no_more_and_stays()
    {
        var (_, comment) = await CommentAsync().ConfigureAwait(false);
        var flag = SampleData.Flag(comment.Id, "a", 2);
        await SetAsync(flag).ConfigureAwait(false);
        await SetAsync(SampleData.Flag(comment.Id, "b", 2)).ConfigureAwait(false);
        var dismissed = SampleData.Now.AddHours(1);

        Assert.Equal(2, await Store.Flags.DismissFlagsAsync(comment.Id, dismissed, default).ConfigureAwait(false));
        Assert.Equal(0, await Store.Flags.DismissFlagsAsync(comment.Id, dismissed.AddHours(1), default).ConfigureAwait(false));
        Assert.Equal(new FlagTotals(0, 0), await SetAsync(flag with { Weight = 9 }).ConfigureAwait(false));
        Assert.Equal(new FlagTotals(0, 0), await RemoveAsync(comment.Id, "a").ConfigureAwait(false));
        Assert.Equal(new FlagTotals(1, 0.5), await SetAsync(SampleData.Flag(comment.Id, "c", 0.5)).ConfigureAwait(false));
        Assert.Equal(1, await Store.Flags.DismissFlagsAsync(comment.Id, dismissed.AddHours(2), default).ConfigureAwait(false));

        var flags = await ListAsync(comment.Id).ConfigureAwait(false);
        Same.Content(flag with { DismissedAt = dismissed }, flags[0]);
        Assert.Equal([dismissed, dismissed, dismissed.AddHours(2)], flags.Select(static f => f.DismissedAt));
    }

    /// <summary>Only what readers see can be flagged; what was said stays when it is hidden.</summary>
    [Theory]
    [InlineData(CommentStatus.Pending)]
    [InlineData(CommentStatus.Spam)]
    [InlineData(CommentStatus.Trashed)]
    [InlineData(CommentStatus.Deleted)]
    public async Task A_comment_that_is_not_shown_takes_no_flags(CommentStatus status)
    {
        var (_, comment) = await CommentAsync().ConfigureAwait(false);
        await SetAsync(SampleData.Flag(comment.Id, "a")).ConfigureAwait(false);
        await Store.SetStatusAsync(comment.Id, status).ConfigureAwait(false);

        Assert.Null(await SetAsync(SampleData.Flag(comment.Id, "b")).ConfigureAwait(false));
        Assert.Null(await RemoveAsync(comment.Id, "a").ConfigureAwait(false));
        Assert.Null(await SetAsync(SampleData.Flag(new CommentId(Sample.NextId()), "a")).ConfigureAwait(false));
        Assert.Single(await ListAsync(comment.Id).ConfigureAwait(false));
        Assert.Equal(1, await Store.Flags.DismissFlagsAsync(comment.Id, SampleData.Now, default).ConfigureAwait(false));
    }

    /// <summary>With the row or without it.</summary>
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

        await SetAsync(SampleData.Flag(comment.Id, "a")).ConfigureAwait(false);

        await Store.PurgeAsync(comment.Id).ConfigureAwait(false);

        Assert.Empty(await ListAsync(comment.Id).ConfigureAwait(false));
        Assert.Equal(0, await Store.Flags.DismissFlagsAsync(comment.Id, SampleData.Now, default).ConfigureAwait(false));
    }

    /// <summary>A deleted post takes the flags of its comments along.</summary>
    [Fact]
    public async Task A_deleted_post_leaves_no_flags()
    {
        var (post, comment) = await CommentAsync().ConfigureAwait(false);
        await SetAsync(SampleData.Flag(comment.Id, "a")).ConfigureAwait(false);

        Assert.Equal(SaveOutcome.Saved, await Store.Posts.DeleteAsync(post.Id, post.Version, default).ConfigureAwait(false));

        Assert.Empty(await ListAsync(comment.Id).ConfigureAwait(false));
    }

    private async Task<(Post Post, Comment Comment)> CommentAsync()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        return (post, await Store.AddCommentAsync(Sample, post).ConfigureAwait(false));
    }

    private Task<FlagTotals?> SetAsync(CommentFlag flag) => Store.Flags.SetFlagAsync(flag, default);

    private Task<FlagTotals?> RemoveAsync(CommentId id, string flagger) => Store.Flags.RemoveFlagAsync(id, flagger, default);

    private async Task<CommentFlag[]> ListAsync(CommentId id) => [.. await Store.Flags.ListFlagsAsync(id, default).ConfigureAwait(false)];
}

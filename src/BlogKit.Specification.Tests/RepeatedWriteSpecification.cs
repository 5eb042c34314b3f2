using BlogKit.Moderation;
using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>
/// Tests that a write whose answer was lost after the commit can be sent again: it is recognised, answered as before, and written once.
/// Another change that is based on the same version is a conflict as ever.
/// </summary>
public abstract class RepeatedWriteSpecification : StoreSpecification
{
    private static readonly Dictionary<string, string> s_notRecognised = new(StringComparer.Ordinal)
    {
        ["insert a blog"] = "It has no record and no revision: the caller reads what is stored.",
        ["change a blog"] = "As inserting one.",
        ["insert an author"] = "As inserting a blog.",
        ["change an author"] = "As inserting a blog.",
        ["insert a category"] = "As inserting a blog.",
        ["insert a series"] = "As inserting a blog.",
        ["insert a footer block"] = "As inserting a blog.",
        ["insert a model"] = "As inserting a blog.",
        ["change a model"] = "As inserting a blog.",
        ["delete a footer block"] = "What is gone is missing, whoever deleted it.",
        ["delete a category"] = "As deleting a footer block.",
        ["delete a series"] = "As deleting a footer block.",
        ["delete a post with its thread"] = "As deleting a footer block.",
        ["remove a model"] = "As deleting a footer block.",
        ["lift a ban"] = "It tells whether there was one to lift.",
        ["forget what was typed"] = "It tells whether there was something to forget.",
        ["forget a name"] = "As forgetting what was typed.",
        ["forget old typing"] = "It tells how many there were.",
        ["begin an import"] = "Every import has a number of its own.",
        ["delete an origin"] = "As forgetting old typing.",
        ["delete redirects"] = "As forgetting old typing.",
        ["dismiss flags"] = "As forgetting old typing.",
        ["import"] = "It tells what is there already.",
        ["import a newer text"] = "As importing.",
        ["write a copy"] = "As importing.",
        ["merge two threads"] = "As forgetting old typing.",
        ["trim the feed"] = "As forgetting old typing.",
        ["add a comment"] = "It is told to be a repetition, with the comment that is stored.",
        ["add a comment with a name to keep"] = "It has no submission key: its identity is taken.",
    };

    /// <summary>
    /// Every kind of write is sent twice: the second changes nothing that is read back, and is answered as the first, but for those that
    /// have nothing to be recognised by.
    /// </summary>
    [Fact]
    public async Task A_write_that_is_sent_again_is_answered_as_before_and_written_once()
    {
        var scene = await Scene.SetAsync(Store, Sample).ConfigureAwait(false);
        var notRecognised = new List<string>();
        foreach (var call in scene.Writes())
        {
            var first = Same.Text(await call.Run(Store, default).ConfigureAwait(false));
            var before = await StoreDump.TextAsync(Store, scene.CommentIds).ConfigureAwait(false);

            var second = Same.Text(await call.Run(Store, default).ConfigureAwait(false));

            if (!string.Equals(first, second, StringComparison.Ordinal))
            {
                notRecognised.Add(call.Name);
            }

            if (!call.WritesAgain)
            {
                var after = await StoreDump.TextAsync(Store, scene.CommentIds).ConfigureAwait(false);
                Assert.True(
                    string.Equals(before, after, StringComparison.Ordinal), $"{call.Name} changed something when it was sent again.");
            }
        }

        Assert.Equal(s_notRecognised.Keys.Order(StringComparer.Ordinal), notRecognised.Order(StringComparer.Ordinal));
    }

    /// <summary>A change is recognised after later ones too, and takes none of them back.</summary>
    [Fact]
    public async Task A_change_that_comes_again_after_later_ones_takes_nothing_back()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var trashing = StoreFill.ToStatus(comment, CommentStatus.Trashed);
        Assert.Equal(SaveOutcome.Saved, await Store.CommentChanges.UpdateAsync(trashing, default).ConfigureAwait(false));
        await Store.SetStatusAsync(comment.BlogId, comment.Id, CommentStatus.Approved).ConfigureAwait(false);

        Assert.Equal(SaveOutcome.Saved, await Store.CommentChanges.UpdateAsync(trashing, default).ConfigureAwait(false));

        var stored = await Store.GetAsync(comment.BlogId, comment.Id).ConfigureAwait(false);
        Assert.Equal((CommentStatus.Approved, 3L), (stored.Status, stored.Version));
        Assert.Equal(3, (await Store.RecordsAsync(comment.BlogId, comment.Id).ConfigureAwait(false)).Count);
    }

    /// <summary>A change that was made is recognised when the comment was purged since, whether its row is still there or not.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_change_and_a_purge_of_a_comment_that_was_purged_since_are_recognised(bool isAnswered)
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        if (isAnswered)
        {
            await Store.AddCommentAsync(Sample, post, comment).ConfigureAwait(false);
        }

        var change = new CommentChange(comment with { IsPinned = true }, SampleData.Record(comment, ModerationAction.Pinned));
        var record = SampleData.Record(comment, ModerationAction.Purged);
        Assert.Equal(SaveOutcome.Saved, await Store.CommentChanges.UpdateAsync(change, default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Saved, await PurgeAsync(record).ConfigureAwait(false));

        Assert.Equal(SaveOutcome.Saved, await Store.CommentChanges.UpdateAsync(change, default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Saved, await PurgeAsync(record).ConfigureAwait(false));
        Assert.Equal(
            isAnswered ? SaveOutcome.Conflict : SaveOutcome.Missing,
            await PurgeAsync(SampleData.Record(comment, ModerationAction.Purged)).ConfigureAwait(false));
        Assert.Equal(3, (await Store.RecordsAsync(comment.BlogId, comment.Id).ConfigureAwait(false)).Count);

        Task<SaveOutcome> PurgeAsync(ModerationRecord purging) =>
            Store.CommentChanges.PurgeAsync(comment.BlogId, comment.Id, 2, purging, default);
    }

    /// <summary>Another change that is based on an old version is a conflict, also one that differs in nothing but its identity.</summary>
    [Fact]
    public async Task Another_change_with_the_old_version_is_a_conflict()
    {
        var scene = await Scene.SetAsync(Store, Sample).ConfigureAwait(false);
        var (comment, post) = (scene.Root, scene.Post);
        var save = new PostSave(post, Sample.Revision(post, "Second"));
        await Store.CommentChanges.UpdateAsync(StoreFill.ToStatus(comment, CommentStatus.Trashed), default).ConfigureAwait(false);
        await Store.Posts.SaveAsync(save, default).ConfigureAwait(false);
        var before = await StoreDump.TextAsync(Store, scene.CommentIds).ConfigureAwait(false);

        Assert.Equal(SaveOutcome.Conflict, await Store.CommentChanges.UpdateAsync(
            StoreFill.ToStatus(comment, CommentStatus.Trashed), default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Conflict, await Store.CommentChanges.UpdateAsync(
            StoreFill.ToStatus(comment, CommentStatus.Trashed) with { Record = null }, default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Conflict, await Store.CommentChanges.PurgeAsync(
            comment.BlogId, comment.Id, 1, SampleData.Record(comment, ModerationAction.Purged), default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Conflict, await Store.CommentChanges.RelocateAsync(
            new CommentRelocation
            {
                BlogId = comment.BlogId,
                CommentId = comment.Id,
                Version = 1,
                PostId = scene.Other.Id,
                ParentId = null,
                Record = SampleData.Record(comment, ModerationAction.Moved),
            },
            default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Conflict, await Store.Posts.SaveAsync(
            new PostSave(post, Sample.Revision(post, "Second")), default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Conflict, await Store.Posts.SaveAsync(new PostSave(post, null), default).ConfigureAwait(false));
        Assert.Equal(before, await StoreDump.TextAsync(Store, scene.CommentIds).ConfigureAwait(false));
    }

    /// <summary>A change is not recognised by a record or revision of another blog, comment or post.</summary>
    [Fact]
    public async Task A_record_or_revision_of_something_else_recognises_nothing()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var other = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var second = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var change = StoreFill.ToStatus(comment, CommentStatus.Trashed);
        var revision = Sample.Revision(post, "First");
        await Store.CommentChanges.UpdateAsync(change, default).ConfigureAwait(false);
        await Store.Posts.SaveAsync(new PostSave(post, revision), default).ConfigureAwait(false);

        Assert.Equal(SaveOutcome.Missing, await Store.CommentChanges.UpdateAsync(
            change with { Comment = change.Comment with { BlogId = other.BlogId } }, default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Conflict, await Store.CommentChanges.UpdateAsync(
            change with { Comment = second with { Version = 7 } }, default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Missing, await Store.Posts.SaveAsync(
            new PostSave(post with { BlogId = other.BlogId }, revision), default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Conflict, await Store.Posts.SaveAsync(
            new PostSave(other with { Version = 7 }, revision), default).ConfigureAwait(false));
    }

    /// <summary>Another change or save is not answered as the one that was made, even when it has the same identity.</summary>
    [Theory]
    [InlineData("action")]
    [InlineData("status")]
    [InlineData("actor")]
    [InlineData("time")]
    public async Task Another_change_with_the_identity_of_one_that_was_made_is_a_conflict(string different)
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var change = StoreFill.ToStatus(comment, CommentStatus.Trashed);
        var record = change.Record!;
        var other = different switch
        {
            "action" => record with { Action = ModerationAction.Held },
            "status" => record with { To = CommentStatus.Spam },
            "actor" => record with { ActorKey = ActorKey.Parse("user:somebody-else") },
            _ => record with { At = record.At.AddTicks(1) },
        };
        Assert.Equal(SaveOutcome.Saved, await Store.CommentChanges.UpdateAsync(change, default).ConfigureAwait(false));

        Assert.Equal(
            SaveOutcome.Conflict, await Store.CommentChanges.UpdateAsync(change with { Record = other }, default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Saved, await Store.CommentChanges.UpdateAsync(change, default).ConfigureAwait(false));
    }

    /// <summary>An update, a purge and a move are not recognised by the record of one another.</summary>
    [Fact]
    public async Task A_change_is_not_recognised_by_the_record_of_another_kind_of_change()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var other = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var trashing = StoreFill.ToStatus(comment, CommentStatus.Trashed);
        var purging = SampleData.Record(comment, ModerationAction.Purged);
        Assert.Equal(SaveOutcome.Saved, await Store.CommentChanges.UpdateAsync(trashing, default).ConfigureAwait(false));

        Assert.Equal(SaveOutcome.Conflict, await Store.CommentChanges.PurgeAsync(
            comment.BlogId, comment.Id, 1, trashing.Record!, default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Conflict, await Store.CommentChanges.RelocateAsync(
            new CommentRelocation
            {
                BlogId = comment.BlogId,
                CommentId = comment.Id,
                Version = 1,
                PostId = other.Id,
                ParentId = null,
                Record = trashing.Record!,
            },
            default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Saved, await Store.CommentChanges.PurgeAsync(
            comment.BlogId, comment.Id, 2, purging, default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Missing, await Store.CommentChanges.UpdateAsync(
            trashing with { Record = purging }, default).ConfigureAwait(false));
    }

    /// <summary>A save of other content is not answered as the one that was made, even when its revision has the same identity.</summary>
    [Theory]
    [InlineData("title")]
    [InlineData("markdown")]
    [InlineData("excerpt")]
    public async Task Another_save_with_the_revision_of_one_that_was_made_is_a_conflict(string different)
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var revision = Sample.Revision(post, "First");
        var other = different switch
        {
            "title" => revision with { Title = "Other" },
            "markdown" => revision with { Markdown = "Other" },
            _ => revision with { Excerpt = "Other" },
        };
        Assert.Equal(SaveOutcome.Saved, await Store.Posts.SaveAsync(new PostSave(post, revision), default).ConfigureAwait(false));

        Assert.Equal(SaveOutcome.Conflict, await Store.Posts.SaveAsync(new PostSave(post, other), default).ConfigureAwait(false));
        Assert.Equal(SaveOutcome.Saved, await Store.Posts.SaveAsync(new PostSave(post, revision), default).ConfigureAwait(false));
    }

    /// <summary>A record without an identity is refused, with the name of the member, and nothing is written.</summary>
    [Fact]
    public async Task A_record_without_an_identity_is_refused()
    {
        var scene = await Scene.SetAsync(Store, Sample).ConfigureAwait(false);
        var comment = scene.Root;
        var record = SampleData.Record(comment, ModerationAction.Purged) with { Id = default };
        var addition = SampleData.Addition(Sample.Comment(scene.Post));
        var before = await StoreDump.TextAsync(Store, scene.CommentIds).ConfigureAwait(false);

        await RefusesAsync(() => Store.CommentIntake.AddAsync(
            addition with { Record = addition.Record with { Id = default } }, default)).ConfigureAwait(false);
        await RefusesAsync(() => Store.CommentChanges.UpdateAsync(new CommentChange(comment, record), default)).ConfigureAwait(false);
        await RefusesAsync(() => Store.CommentChanges.PurgeAsync(
            comment.BlogId, comment.Id, comment.Version, record, default)).ConfigureAwait(false);
        await RefusesAsync(() => Store.CommentChanges.RelocateAsync(
            new CommentRelocation
            {
                BlogId = comment.BlogId,
                CommentId = comment.Id,
                Version = comment.Version,
                PostId = scene.Other.Id,
                ParentId = null,
                Record = record,
            },
            default)).ConfigureAwait(false);
        Assert.Equal(before, await StoreDump.TextAsync(Store, scene.CommentIds).ConfigureAwait(false));

        static async Task RefusesAsync(Func<Task> write) =>
            Assert.Equal("record.Id", (await Assert.ThrowsAsync<ArgumentException>(write).ConfigureAwait(false)).ParamName);
    }

    /// <summary>Many that send one change at once are all told that it is saved, and it is written once.</summary>
    [Fact]
    public async Task One_change_sent_by_many_at_once_is_written_once()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var comment = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var before = await Store.Changes.ReadChangePositionAsync(post.BlogId, default).ConfigureAwait(false);
        var change = StoreFill.ToStatus(comment, CommentStatus.Spam);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => Task.Run(() => Store.CommentChanges.UpdateAsync(change, default)))).ConfigureAwait(false);

        Assert.All(outcomes, static outcome => Assert.Equal(SaveOutcome.Saved, outcome));
        Assert.Equal(2, (await Store.GetAsync(comment.BlogId, comment.Id).ConfigureAwait(false)).Version);
        Assert.Equal(2, (await Store.RecordsAsync(comment.BlogId, comment.Id).ConfigureAwait(false)).Count);
        Assert.Equal(before + 1, await Store.Changes.ReadChangePositionAsync(post.BlogId, default).ConfigureAwait(false));
    }
}

using BlogKit.Moderation;
using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>
/// Tests random histories of submitting, deciding, purging, moving and voting over deep trees: at every turn each page of each thread
/// equals a naive reference that knows the contracts and no store.
/// </summary>
public abstract class RandomHistorySpecification : StoreSpecification
{
    /// <summary>The number of operations in one history.</summary>
    protected virtual int Length => 120;

    /// <summary>The number of operations after which everything is compared.</summary>
    protected virtual int CheckEvery => 12;

    /// <summary>Every page equals the reference in one history; the seed is part of every failure's message.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(13)]
    [InlineData(21)]
    [InlineData(34)]
    public async Task Every_page_equals_the_reference_at_every_turn_of_a_random_history(int seed)
    {
        var random = new Random(seed);
        var reference = new ReferenceBlog();
        var blog = await Store.AddBlogAsync(Sample).ConfigureAwait(false);
        Post[] posts =
        [
            await Store.AddPostAsync(Sample, blog).ConfigureAwait(false),
            await Store.AddPostAsync(Sample, blog).ConfigureAwait(false),
        ];
        for (var step = 1; step <= Length; step++)
        {
            await ActAsync(random, reference, posts).ConfigureAwait(false);
            if (step % CheckEvery == 0)
            {
                await CheckAsync(reference, blog, posts, $"seed {seed}, step {step}").ConfigureAwait(false);
            }
        }
    }

    private async Task ActAsync(Random random, ReferenceBlog reference, Post[] posts)
    {
        var all = reference.Comments.ToList();
        var shown = all.Where(static c => c.Status is CommentStatus.Approved).ToList();
        var unpurged = all.Where(static c => c.PurgedAt is null).ToList();
        var action = random.Next(20);
        if (action < 8 || unpurged.Count < 6)
        {
            await SubmitAsync(random, reference, posts, shown).ConfigureAwait(false);
        }
        else if (action < 14)
        {
            var change = reference.ToStatus(
                Any(random, unpurged).Id, random.Next(2) == 0 ? CommentStatus.Approved : (CommentStatus)random.Next(5));
            Assert.Equal(SaveOutcome.Saved, await Store.CommentChanges.UpdateAsync(change, default).ConfigureAwait(false));
        }
        else if (action < 16)
        {
            var comment = Any(random, unpurged);
            var record = SampleData.Record(comment, ModerationAction.Purged, comment.Status, CommentStatus.Deleted);
            Assert.Equal(
                SaveOutcome.Saved,
                await Store.CommentChanges.PurgeAsync(comment.BlogId, comment.Id, comment.Version, record, default).ConfigureAwait(false));
            reference.Purge(comment.Id, record.At);
        }
        else if (action < 18)
        {
            await MoveAsync(random, reference, posts, all).ConfigureAwait(false);
        }
        else if (shown.Count > 0)
        {
            var comment = Any(random, shown);
            var (voter, vote) = ($"voter{random.Next(4)}", random.Next(-1, 2));
            Assert.NotNull(await Store.Feedback.SetVoteAsync(
                comment.BlogId, comment.Id, ActorKey.Parse(voter), (Vote)vote, default).ConfigureAwait(false));
            reference.Vote(comment.Id, voter, vote);
        }
    }

    private async Task SubmitAsync(Random random, ReferenceBlog reference, Post[] posts, List<Comment> shown)
    {
        // Answers prefer the latest, so that trees grow deep.
        var parent = shown.Count == 0 || random.Next(5) == 0 ? null : shown[^random.Next(1, Math.Min(shown.Count, 4) + 1)];
        var post = parent is null ? posts[random.Next(posts.Length)] : posts.Single(p => p.Id == parent.PostId);
        var comment = Sample.Comment(post, parent, (CommentStatus)(random.Next(5) == 0 ? 0 : 1));
        var result = await Store.CommentIntake.AddAsync(SampleData.Addition(comment), default).ConfigureAwait(false);
        Assert.Equal(AdditionOutcome.Added, result.Outcome);
        reference.Add(comment);
    }

    private async Task MoveAsync(Random random, ReferenceBlog reference, Post[] posts, List<Comment> all)
    {
        var comment = Any(random, all);
        var parent = random.Next(3) == 0 ? null : Any(random, all);
        parent = parent is null || reference.IsWithin(parent.Id, comment.Id) ? null : parent;
        var postId = parent?.PostId ?? posts[random.Next(posts.Length)].Id;
        var relocation = new CommentRelocation
        {
            BlogId = comment.BlogId,
            CommentId = comment.Id,
            Version = comment.Version,
            PostId = postId,
            ParentId = parent?.Id,
            Record = SampleData.Record(comment, ModerationAction.Moved),
        };
        Assert.Equal(SaveOutcome.Saved, await Store.CommentChanges.RelocateAsync(relocation, default).ConfigureAwait(false));
        reference.Move(comment.Id, postId, parent?.Id);
    }

    private async Task CheckAsync(ReferenceBlog reference, Blog blog, Post[] posts, string because)
    {
        var stored = await StoreCheck.AllCommentsAsync(Store, blog.Id).ConfigureAwait(false);
        Assert.True(
            string.Equals(Text(reference.Comments), Text(stored), StringComparison.Ordinal),
            $"{because}: the comments stored are not those predicted{Environment.NewLine}expected "
                + $"{Text(reference.Comments)}{Environment.NewLine}but got  {Text(stored)}");
        var check = new StoreCheck(Store, because);
        foreach (var post in posts)
        {
            await check.ThreadAsync(
                post.BlogId,
                post.Id,
                new ReferenceThread(reference.Comments.Where(c => c.PostId == post.Id)),
                1,
                3,
                50).ConfigureAwait(false);
        }

        var newest = await Store.Threads.ListNewestAsync(
            new NewestQuery { BlogId = blog.Id, Now = SampleData.Now, Size = 1_000 }, default).ConfigureAwait(false);
        Assert.Equal(
            reference.Comments.Where(static c => c.Status is CommentStatus.Approved).Select(static c => c.Id).Reverse(),
            newest.Items.Select(static i => i.Comment.Id));
        Assert.Equal(
            new ReferenceThread(reference.Comments).Counts, await Store.Comments.CountAsync(blog.Id, default).ConfigureAwait(false));
        await CheckModerationAsync(reference, blog, posts[0], because).ConfigureAwait(false);
    }

    private async Task CheckModerationAsync(ReferenceBlog reference, Blog blog, Post post, string because)
    {
        var left = reference.Comments.Where(static c => c.PurgedAt is null).ToList();
        var history = await Store.Moderation.ListHistoryAsync(
            new HistoryQuery { BlogId = blog.Id, Size = 1_000 }, default).ConfigureAwait(false);
        var queue = await Store.Moderation.ListQueueAsync(new QueueQuery { BlogId = blog.Id, Size = 1_000 }, default).ConfigureAwait(false);
        var windows = new[] { ActivityScope.Address, ActivityScope.Post, ActivityScope.Blog }.Select(
            static s => new ActivityWindow(s, "192.0.2.7", SampleData.Now));
        var facts = await Store.Moderation.ReadFactsAsync(
            new ModerationFactsQuery
            {
                BlogId = blog.Id,
                PostId = post.Id,
                Activity = [.. windows],
                ConversationSize = 200,
                Now = SampleData.Now,
            },
            default).ConfigureAwait(false);
        var log = await Store.ModerationLog.ListAfterAsync(blog.Id, 0, 10_000, default).ConfigureAwait(false);

        Assert.True(Text(left).Equals(Text(history), StringComparison.Ordinal), $"{because}: the history is not that of the comments left");
        Assert.Equal(
            left.Where(static c => c.Status is not CommentStatus.Deleted).Select(static c => c.Id).Reverse(),
            queue.Items.Select(static i => i.Comment.Id));
        Assert.Equal([left.Count, left.Count(c => c.PostId == post.Id), left.Count], facts.Activity.Select(static a => a.Comments));
        Assert.Equal(
            left.Where(c => c.PostId == post.Id && c.Status is CommentStatus.Approved).Select(static c => c.Id).Reverse(),
            facts.Conversation.Select(static c => c.Id));
        Assert.Equal(log.Select(static l => l.Record.Position).Order().Distinct(), log.Select(static l => l.Record.Position));
        var stored = reference.Comments.ToDictionary(static c => c.Id);
        Assert.All(log, l => Same.Content(stored.GetValueOrDefault(l.Record.CommentId), l.Comment));
    }

    private static Comment Any(Random random, List<Comment> comments) => comments[random.Next(comments.Count)];

    private static string Text(IEnumerable<Comment> comments) =>
        string.Join(Environment.NewLine, comments.OrderBy(static c => c.Id).Select(Same.Text));
}

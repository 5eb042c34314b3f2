using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>Tests the contract of <see cref="IFeedbackStore"/>.</summary>
public abstract class FeedbackSpecification : StoreSpecification
{
    /// <summary>A voter has one vote, which can be changed and taken back.</summary>
    [Fact]
    public async Task A_voter_has_one_vote()
    {
        var comment = await CommentAsync().ConfigureAwait(false);

        Assert.Equal((1, 0), await VoteAsync(comment, ActorKey.Parse("a"), 1).ConfigureAwait(false));
        Assert.Equal((1, 0), await VoteAsync(comment, ActorKey.Parse("a"), 1).ConfigureAwait(false));
        Assert.Equal((1, 1), await VoteAsync(comment, ActorKey.Parse("b"), -1).ConfigureAwait(false));
        Assert.Equal((0, 2), await VoteAsync(comment, ActorKey.Parse("a"), -1).ConfigureAwait(false));
        Assert.Equal((0, 1), await VoteAsync(comment, ActorKey.Parse("a"), 0).ConfigureAwait(false));
        Assert.Equal((0, 1), await VoteAsync(comment, ActorKey.Parse("a"), 0).ConfigureAwait(false));
        Same.Content(comment with { DownVotes = 1 }, await Store.GetAsync(comment.BlogId, comment.Id).ConfigureAwait(false));
    }

    /// <summary>A voter has one reaction, which can be changed and taken back; reactions that nobody chose are not listed.</summary>
    [Fact]
    public async Task A_voter_has_one_reaction()
    {
        var comment = await CommentAsync().ConfigureAwait(false);

        Assert.Equal("like 1", await ReactAsync(comment, ActorKey.Parse("a"), "like").ConfigureAwait(false));
        Assert.Equal("like 1", await ReactAsync(comment, ActorKey.Parse("a"), "like").ConfigureAwait(false));
        Assert.Equal("bee 1, like 1", await ReactAsync(comment, ActorKey.Parse("b"), "bee").ConfigureAwait(false));
        Assert.Equal("bee 2", await ReactAsync(comment, ActorKey.Parse("a"), "bee").ConfigureAwait(false));
        Assert.Equal("bee 1", await ReactAsync(comment, ActorKey.Parse("b"), null).ConfigureAwait(false));
        Assert.Equal("", await ReactAsync(comment, ActorKey.Parse("a"), null).ConfigureAwait(false));
        Same.Content(comment, await Store.GetAsync(comment.BlogId, comment.Id).ConfigureAwait(false));
    }

    /// <summary>The vote and the reaction of a voter are independent, and are read back.</summary>
    [Fact]
    public async Task What_a_voter_said_is_read_back()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var first = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var second = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        var third = await Store.AddCommentAsync(Sample, post).ConfigureAwait(false);
        await VoteAsync(first, ActorKey.Parse("a"), -1).ConfigureAwait(false);
        await ReactAsync(first, ActorKey.Parse("a"), "like").ConfigureAwait(false);
        await ReactAsync(second, ActorKey.Parse("a"), "bee").ConfigureAwait(false);
        await VoteAsync(third, ActorKey.Parse("b"), 1).ConfigureAwait(false);
        await VoteAsync(third, ActorKey.Parse("a"), 1).ConfigureAwait(false);
        await VoteAsync(third, ActorKey.Parse("a"), 0).ConfigureAwait(false);

        var own = await Store.Feedback.ReadOwnAsync(
            post.BlogId,
            [first.Id, second.Id, third.Id, new CommentId(Sample.NextId())],
            ActorKey.Parse("a"),
            default).ConfigureAwait(false);

        Assert.Equal(2, own.Count);
        Assert.Equal(new OwnFeedback(Vote.Down, "like"), own[first.Id]);
        Assert.Equal(new OwnFeedback(Vote.None, "bee"), own[second.Id]);
        Assert.Empty(await Store.Feedback.ReadOwnAsync(first.BlogId, [], ActorKey.Parse("a"), default).ConfigureAwait(false));
        Assert.Empty(await Store.Feedback.ReadOwnAsync(first.BlogId, [first.Id], ActorKey.Parse("A"), default).ConfigureAwait(false));
    }

    /// <summary>
    /// The guests of one network have one vote and one reaction together on each comment, that of the last of them, because another secret
    /// costs nothing.
    /// </summary>
    [Fact]
    public async Task The_guests_of_a_network_have_one_voice()
    {
        var comment = await CommentAsync().ConfigureAwait(false);
        var other = await CommentAsync().ConfigureAwait(false);

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal((1, 0), await VoteAsync(comment, new Voter(ActorKey.Parse($"guest:{i}"), "n1"), 1).ConfigureAwait(false));
        }

        Assert.Equal((2, 0), await VoteAsync(comment, new Voter(ActorKey.Parse("guest:far"), "n2"), 1).ConfigureAwait(false));
        Assert.Equal((3, 0), await VoteAsync(comment, new Voter(ActorKey.User("1")), 1).ConfigureAwait(false));
        Assert.Equal((4, 0), await VoteAsync(comment, new Voter(ActorKey.User("2")), 1).ConfigureAwait(false));
        Assert.Equal((1, 0), await VoteAsync(other, new Voter(ActorKey.Parse("guest:0"), "n1"), 1).ConfigureAwait(false));
        Assert.Equal("like 1", await ReactAsync(comment, new Voter(ActorKey.Parse("guest:4"), "n1"), "like").ConfigureAwait(false));
        Assert.Equal("bee 1", await ReactAsync(comment, new Voter(ActorKey.Parse("guest:5"), "n1"), "bee").ConfigureAwait(false));
        Assert.Equal((4, 0), await VoteAsync(comment, new Voter(ActorKey.Parse("guest:6"), "n1"), 1).ConfigureAwait(false));

        Assert.Equal(new OwnFeedback(Vote.Up, "bee"), (await Store.Feedback.ReadOwnAsync(
            comment.BlogId, [comment.Id], ActorKey.Parse("guest:6"), default).ConfigureAwait(false))[comment.Id]);
        foreach (var former in new[] { "guest:0", "guest:4", "guest:5" })
        {
            Assert.Empty(
                await Store.Feedback.ReadOwnAsync(comment.BlogId, [comment.Id], ActorKey.Parse(former), default).ConfigureAwait(false));
        }

        Assert.Equal((3, 1), await VoteAsync(comment, new Voter(ActorKey.Parse("guest:7"), "n1"), -1).ConfigureAwait(false));
        Assert.Equal("", await ReactAsync(comment, new Voter(ActorKey.Parse("guest:7"), "n1"), null).ConfigureAwait(false));
        Assert.Equal((3, 0), await VoteAsync(comment, new Voter(ActorKey.Parse("guest:8"), "n1"), 0).ConfigureAwait(false));
        Assert.Equal((3, 1), await VoteAsync(comment, new Voter(ActorKey.Parse("guest:9"), "n1"), -1).ConfigureAwait(false));
    }

    /// <summary>A guest who moves to another network keeps one voice, and takes nobody's.</summary>
    [Fact]
    public async Task A_guest_who_moves_keeps_one_voice()
    {
        var comment = await CommentAsync().ConfigureAwait(false);
        await VoteAsync(comment, new Voter(ActorKey.Parse("guest:a"), "n1"), 1).ConfigureAwait(false);
        await VoteAsync(comment, new Voter(ActorKey.Parse("guest:b"), "n2"), 1).ConfigureAwait(false);

        Assert.Equal((1, 1), await VoteAsync(comment, new Voter(ActorKey.Parse("guest:a"), "n2"), -1).ConfigureAwait(false));
        Assert.Equal((2, 0), await VoteAsync(comment, new Voter(ActorKey.Parse("guest:c"), "n1"), 1).ConfigureAwait(false));
        Assert.Empty(await Store.Feedback.ReadOwnAsync(
            comment.BlogId, [comment.Id], ActorKey.Parse("guest:a"), default).ConfigureAwait(false));
    }

    /// <summary>A comment that is not approved takes neither votes nor reactions.</summary>
    [Theory]
    [InlineData(CommentStatus.Pending)]
    [InlineData(CommentStatus.Spam)]
    [InlineData(CommentStatus.Trashed)]
    [InlineData(CommentStatus.Deleted)]
    public async Task A_comment_that_is_not_approved_takes_no_feedback(CommentStatus status)
    {
        var comment = await CommentAsync().ConfigureAwait(false);
        await VoteAsync(comment, ActorKey.Parse("a"), 1).ConfigureAwait(false);
        var hidden = await Store.SetStatusAsync(comment.BlogId, comment.Id, status).ConfigureAwait(false);

        Assert.Null(
            await Store.Feedback.SetVoteAsync(comment.BlogId, comment.Id, ActorKey.Parse("b"), Vote.Up, default).ConfigureAwait(false));
        Assert.Null(
            await Store.Feedback.SetReactionAsync(comment.BlogId, comment.Id, ActorKey.Parse("b"), "like", default).ConfigureAwait(false));
        Assert.Null(await Store.Feedback.SetVoteAsync(
            comment.BlogId, new CommentId(Sample.NextId()), ActorKey.Parse("b"), Vote.Up, default).ConfigureAwait(false));
        Same.Content(hidden, await Store.GetAsync(comment.BlogId, comment.Id).ConfigureAwait(false));
        Assert.Equal(1, hidden.UpVotes);
    }

    /// <summary>Votes of many tasks at once are all counted, each once.</summary>
    [Fact]
    public async Task Votes_of_many_at_once_are_counted_exactly()
    {
        var comment = await CommentAsync().ConfigureAwait(false);
        var voters = Enumerable.Range(0, 40).SelectMany(static i => new[] { i, i }).ToList();

        await Task.WhenAll(voters.Select(i => Task.Run(() =>
            Store.Feedback.SetVoteAsync(
                comment.BlogId, comment.Id, ActorKey.Parse($"v{i}"), (Vote)(i % 4 == 0 ? -1 : 1), default)))).ConfigureAwait(false);
        await Task.WhenAll(voters.Select(i => Task.Run(() =>
            Store.Feedback.SetReactionAsync(
                comment.BlogId, comment.Id, ActorKey.Parse($"v{i}"), i % 2 == 0 ? "like" : "bee", default)))).ConfigureAwait(false);

        var counted = await Store.GetAsync(comment.BlogId, comment.Id).ConfigureAwait(false);
        Assert.Equal((30, 10), (counted.UpVotes, counted.DownVotes));
        Assert.Equal([new("bee", 20), new ReactionCount("like", 20)], counted.Reactions.AsEnumerable());
    }

    /// <summary>Votes change the order of roots by best.</summary>
    [Fact]
    public async Task Votes_move_roots_in_the_order_by_best()
    {
        var post = await Store.AddPostAsync(Sample).ConfigureAwait(false);
        var roots = new List<Comment>();
        for (var i = 0; i < 5; i++)
        {
            roots.Add(await Store.AddCommentAsync(Sample, post).ConfigureAwait(false));
        }

        await VoteAsync(roots[3], ActorKey.Parse("a"), 1).ConfigureAwait(false);
        await VoteAsync(roots[3], ActorKey.Parse("b"), 1).ConfigureAwait(false);
        await VoteAsync(roots[2], ActorKey.Parse("a"), 1).ConfigureAwait(false);
        await VoteAsync(roots[4], ActorKey.Parse("a"), 1).ConfigureAwait(false);
        await VoteAsync(roots[0], ActorKey.Parse("a"), -1).ConfigureAwait(false);
        await new StoreCheck(Store, "after votes").EverythingAsync(2).ConfigureAwait(false);
        await Store.SetStatusAsync(roots[3].BlogId, roots[3].Id, CommentStatus.Trashed).ConfigureAwait(false);
        await VoteAsync(roots[2], ActorKey.Parse("a"), -1).ConfigureAwait(false);
        await Store.SetStatusAsync(roots[3].BlogId, roots[3].Id, CommentStatus.Approved).ConfigureAwait(false);
        await new StoreCheck(Store, "after votes and a restoration").EverythingAsync(2).ConfigureAwait(false);

        var best = await Store.Threads.ReadRootsAsync(
            new RootsQuery { BlogId = post.BlogId, PostId = post.Id, Sort = ThreadSort.Best, Size = 10, RepliesPerRoot = 0 },
            default).ConfigureAwait(false);
        Assert.Equal([roots[3].Id, roots[4].Id, roots[0].Id, roots[1].Id, roots[2].Id], best.Branches.Select(static b => b.Root.Id));
    }

    /// <summary>All who are nobody would have one voice together.</summary>
    [Fact]
    public async Task Nobody_votes_and_reacts()
    {
        var comment = await CommentAsync().ConfigureAwait(false);

        await Assert.ThrowsAnyAsync<ArgumentException>(() => VoteAsync(comment, ActorKey.Anonymous, 1)).ConfigureAwait(false);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => ReactAsync(comment, ActorKey.Anonymous, "like")).ConfigureAwait(false);

        Same.Content(comment, await Store.GetAsync(comment.BlogId, comment.Id).ConfigureAwait(false));
    }

    private async Task<Comment> CommentAsync() =>
        await Store.AddCommentAsync(Sample, await Store.AddPostAsync(Sample).ConfigureAwait(false)).ConfigureAwait(false);

    private async Task<(int Up, int Down)> VoteAsync(Comment comment, Voter voter, int vote)
    {
        var counts = await Store.Feedback.SetVoteAsync(comment.BlogId, comment.Id, voter, (Vote)vote, default).ConfigureAwait(false);
        Assert.NotNull(counts);
        return (counts.UpVotes, counts.DownVotes);
    }

    private async Task<string> ReactAsync(Comment comment, Voter voter, string? reaction)
    {
        var counts = await Store.Feedback.SetReactionAsync(comment.BlogId, comment.Id, voter, reaction, default).ConfigureAwait(false);
        Assert.NotNull(counts);
        return string.Join(", ", counts.Reactions.Select(static r => $"{r.Key} {r.Count}"));
    }
}

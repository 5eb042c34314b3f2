using BlogKit.Moderation;

namespace BlogKit.Tests.Comments;

public sealed class FeedbackTests
{
    private static Actor Una => Actor.User("una", "Una");

    private static Actor Otto => Actor.User("otto", "Otto");

    [Fact]
    public async Task One_vote_per_voter_counts()
    {
        await using var blog = await TestBlog.StartAsync();
        var comment = await blog.CommentAsync(await blog.PublishAsync(), actor: Una);

        await blog.Comments.VoteAsync(comment.BlogId, comment.Id, Vote.Up, Otto);
        (await blog.Comments.VoteAsync(comment.BlogId, comment.Id, Vote.Up, Otto)).Value.UpVotes.Should().Be(1);
        (await blog.Comments.VoteAsync(comment.BlogId, comment.Id, Vote.Down, Otto)).Value
            .Should().BeEquivalentTo(new { UpVotes = 0, DownVotes = 1 });
        (await blog.Comments.VoteAsync(comment.BlogId, comment.Id, Vote.None, Otto)).Value
            .Should().BeEquivalentTo(new { UpVotes = 0, DownVotes = 0 });
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(2)]
    public async Task A_vote_is_for_against_or_nothing(int vote)
    {
        await using var blog = await TestBlog.StartAsync();
        var comment = await blog.CommentAsync(await blog.PublishAsync());

        (await blog.Comments.VoteAsync(comment.BlogId, comment.Id, (Vote)vote, Otto)).ShouldFail(ErrorCodes.OutOfRange, "Vote");
    }

    [Fact]
    public async Task Nobody_votes_for_or_reacts_to_their_own_comment()
    {
        await using var blog = await TestBlog.StartAsync();
        var comment = await blog.CommentAsync(await blog.PublishAsync(), actor: Una);

        (await blog.Comments.VoteAsync(comment.BlogId, comment.Id, Vote.Up, Una)).ShouldFail(ErrorCodes.OwnComment);
        (await blog.Comments.ReactAsync(comment.BlogId, comment.Id, "like", Una)).ShouldFail(ErrorCodes.OwnComment);
    }

    [Fact]
    public async Task Nobody_unknown_votes()
    {
        await using var blog = await TestBlog.StartAsync();
        var comment = await blog.CommentAsync(await blog.PublishAsync());

        (await blog.Comments.VoteAsync(comment.BlogId, comment.Id, Vote.Up, Actor.Anonymous)).ShouldFail(ErrorCodes.NotAllowed);
    }

    [Fact]
    public async Task A_comment_that_is_not_shown_takes_no_votes()
    {
        await using var blog = await TestBlog.StartAsync(o => o.Moderation.Hold = HoldMode.All);
        var comment = await blog.CommentAsync(await blog.PublishAsync());

        (await blog.Comments.VoteAsync(comment.BlogId, comment.Id, Vote.Up, Otto)).ShouldFail(ErrorCodes.CommentNotFound);
        (await blog.Comments.ReactAsync(comment.BlogId, comment.Id, "like", Otto)).ShouldFail(ErrorCodes.CommentNotFound);
    }

    [Fact]
    public async Task Reactions_are_the_blogs_own()
    {
        await using var blog = await TestBlog.StartAsync();
        var comment = await blog.CommentAsync(await blog.PublishAsync());

        (await blog.Comments.ReactAsync(comment.BlogId, comment.Id, "applause", Otto)).ShouldFail(ErrorCodes.UnknownReaction, "Reaction");
        (await blog.Comments.ReactAsync(comment.BlogId, comment.Id, "like", Otto)).Value.Reactions
            .Should().Equal(new ReactionCount("like", 1));
        (await blog.Comments.ReactAsync(comment.BlogId, comment.Id, "love", Otto)).Value.Reactions
            .Should().Equal(new ReactionCount("love", 1));
        (await blog.Comments.ReactAsync(comment.BlogId, comment.Id, null, Otto)).Value.Reactions.Should().BeEmpty();
    }

    [Fact]
    public async Task A_blog_may_turn_reactions_off()
    {
        await using var blog = await TestBlog.StartAsync();
        var comment = await blog.CommentAsync(await blog.PublishAsync());
        await blog.Blogs.UpdateAsync(blog.Blog with { Reactions = [] }, Actor.System);

        (await blog.Comments.ReactAsync(comment.BlogId, comment.Id, "like", Otto)).ShouldFail(ErrorCodes.UnknownReaction);
    }

    [Fact]
    public async Task A_thread_tells_the_viewer_what_they_said()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var comment = await blog.CommentAsync(post, actor: Una);
        await blog.Moderation.PinAsync(comment.BlogId, comment.Id, blog.EditorActor);
        await blog.Comments.VoteAsync(comment.BlogId, comment.Id, Vote.Up, Otto);
        await blog.Comments.ReactAsync(comment.BlogId, comment.Id, "sad", Otto);

        var page = (await blog.Threads.ReadAsync(ThreadQuery.For(post) with { Viewer = Otto })).Value;

        page.Roots[0].Comment!.Own.Should().Be(new OwnFeedback(Vote.Up, "sad"));
        page.Pinned[0].Comment!.Own.Should().Be(new OwnFeedback(Vote.Up, "sad"));
    }
}

using BlogKit.Internal;
using BlogKit.Moderation;
using BlogKit.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace BlogKit.Tests.Changes;

/// <summary>What the services announce, each with one write.</summary>
public sealed class AnnouncementTests
{
    private static readonly Uri s_source = new("https://elsewhere.example/note");

    [Fact]
    public async Task A_shown_comment_arrives()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        using var heard = new Heard(blog);

        var comment = await blog.CommentAsync(post);

        heard.All.Should().Equal(Of(blog, BlogChangeKind.Thread, post, comment) with { IsArrival = true });
    }

    [Fact]
    public async Task A_held_comment_is_for_moderators_alone()
    {
        await using var blog = await TestBlog.StartAsync(static o => o.Moderation.Hold = HoldMode.All);
        var post = await blog.PublishAsync();
        using var heard = new Heard(blog);

        var comment = (await blog.SubmitAsync(post, "Held.")).Value.Comment;

        heard.All.Should().Equal(Of(blog, BlogChangeKind.Queue, post, comment));
    }

    [Fact]
    public async Task A_comment_sent_again_announces_nothing()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var input = new NewComment(post.BlogId, post.Id, "Once.")
        {
            Name = "Ann",
            Email = "ann@example.org",
            IdempotencyKey = "the same key",
        };
        var actor = Actor.Guest("a secret of more than enough length");
        (await blog.Comments.SubmitAsync(input, actor)).EnsureSucceeded();
        using var heard = new Heard(blog);

        (await blog.Comments.SubmitAsync(input, actor)).Value.Replayed.Should().BeTrue();

        heard.All.Should().BeEmpty();
    }

    [Fact]
    public async Task An_approval_is_an_arrival_and_a_decision()
    {
        await using var blog = await TestBlog.StartAsync(static o => o.Moderation.Hold = HoldMode.All);
        var post = await blog.PublishAsync();
        var comment = (await blog.SubmitAsync(post, "Held.")).Value.Comment;
        using var heard = new Heard(blog);

        (await blog.Moderation.ApproveAsync(comment.BlogId, comment.Id, blog.EditorActor)).EnsureSucceeded();

        heard.All.Should().Equal(
            Of(blog, BlogChangeKind.Thread, post, comment) with { IsArrival = true }, Of(blog, BlogChangeKind.Queue, post, comment));
    }

    [Fact]
    public async Task What_is_taken_down_is_no_arrival()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var comment = await blog.CommentAsync(post);
        using var heard = new Heard(blog);

        (await blog.Moderation.MarkSpamAsync(comment.BlogId, comment.Id, blog.EditorActor)).EnsureSucceeded();

        heard.All.Should().Equal(Of(blog, BlogChangeKind.Thread, post, comment), Of(blog, BlogChangeKind.Queue, post, comment));
    }

    [Fact]
    public async Task A_refused_change_announces_nothing()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var comment = await blog.CommentAsync(post);
        using var heard = new Heard(blog);

        (await blog.Moderation.TrashAsync(comment.BlogId, comment.Id, blog.EditorActor, version: comment.Version + 5)).Succeeded
            .Should().BeFalse();
        (await blog.Posts.UpdateAsync(post with { Title = "" }, blog.EditorActor)).Succeeded.Should().BeFalse();

        heard.All.Should().BeEmpty();
    }

    [Fact]
    public async Task Votes_and_reactions_are_feedback()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var comment = await blog.CommentAsync(post);
        using var heard = new Heard(blog);
        var voter = Actor.Guest("another secret of more than enough length");

        (await blog.Comments.VoteAsync(comment.BlogId, comment.Id, Vote.Up, voter)).EnsureSucceeded();
        (await blog.Comments.ReactAsync(comment.BlogId, comment.Id, blog.Blog.Reactions[0].Key, voter)).EnsureSucceeded();

        heard.All.Should().Equal(Of(blog, BlogChangeKind.Feedback, post, comment), Of(blog, BlogChangeKind.Feedback, post, comment));
    }

    [Fact]
    public async Task Purging_touches_the_thread_and_the_queue()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var comment = await blog.CommentAsync(post);
        using var heard = new Heard(blog);

        (await blog.Moderation.PurgeAsync(comment.BlogId, comment.Id, blog.EditorActor)).EnsureSucceeded();

        heard.All.Select(static c => c.Kind).Should().Equal(BlogChangeKind.Thread, BlogChangeKind.Queue);
    }

    [Fact]
    public async Task Posts_profiles_terms_blocks_and_the_blog_announce_themselves()
    {
        await using var blog = await TestBlog.StartAsync();
        using var heard = new Heard(blog);

        var post = await blog.DraftAsync();
        (await blog.Posts.PublishAsync(post.BlogId, post.Id, blog.EditorActor, post.Version)).EnsureSucceeded();
        await blog.AuthorAsync("Somebody");
        (await blog.Taxonomy.CreateCategoryAsync(new NewCategory(blog.Blog.Id, "A category"), blog.EditorActor)).EnsureSucceeded();
        (await blog.Taxonomy.CreateSeriesAsync(new NewSeries(blog.Blog.Id, "A series"), blog.EditorActor)).EnsureSucceeded();
        (await blog.Footers.CreateAsync(new NewFooterBlock(blog.Blog.Id, "A block", "Text."), blog.EditorActor)).EnsureSucceeded();
        (await blog.Blogs.UpdateAsync(blog.Blog with { Name = "Another name" }, Actor.System)).EnsureSucceeded();

        heard.All.Select(static c => c.Kind).Should().Equal(
            BlogChangeKind.Post, BlogChangeKind.Post, BlogChangeKind.Author, BlogChangeKind.Taxonomy, BlogChangeKind.Taxonomy,
            BlogChangeKind.Footers, BlogChangeKind.Blog);
        heard.All.Should().OnlyContain(c => c.BlogId == blog.Blog.Id);
    }

    [Fact]
    public async Task Deletions_announce_themselves()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.DraftAsync();
        var category = (await blog.Taxonomy.CreateCategoryAsync(new NewCategory(blog.Blog.Id, "A category"), blog.EditorActor)).Value;
        var block = (await blog.Footers.CreateAsync(new NewFooterBlock(blog.Blog.Id, "A block", "Text."), blog.EditorActor)).Value;
        using var heard = new Heard(blog);

        (await blog.Posts.DeleteAsync(post.BlogId, post.Id, blog.EditorActor, post.Version)).EnsureSucceeded();
        (await blog.Taxonomy.DeleteCategoryAsync(category.BlogId, category.Id, blog.EditorActor, category.Version)).EnsureSucceeded();
        (await blog.Footers.DeleteAsync(block.BlogId, block.Id, blog.EditorActor, block.Version)).EnsureSucceeded();

        heard.All.Select(static c => c.Kind).Should().Equal(BlogChangeKind.Post, BlogChangeKind.Taxonomy, BlogChangeKind.Footers);
    }

    [Fact]
    public async Task A_mention_from_elsewhere_is_for_moderators_until_it_may_be_shown()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        using var heard = new Heard(blog);

        var held = (await blog.Comments.SubmitMentionAsync(new NewMention(post.BlogId, post.Id, s_source, "Words."))).Value.Comment;
        var shown = (await blog.Comments.SubmitMentionAsync(
            new NewMention(post.BlogId, post.Id, new Uri(s_source, "/other"), "Words.") { MayBeShown = true })).Value.Comment;

        heard.All.Should().Equal(
            Of(blog, BlogChangeKind.Queue, post, held), Of(blog, BlogChangeKind.Thread, post, shown) with { IsArrival = true });
    }

    [Fact]
    public async Task A_mention_sent_again_announces_its_changed_text_and_nothing_else()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var mention = new NewMention(post.BlogId, post.Id, s_source, "Words.") { MayBeShown = true };
        var comment = (await blog.Comments.SubmitMentionAsync(mention)).Value.Comment;
        using var heard = new Heard(blog);

        (await blog.Comments.SubmitMentionAsync(mention)).Value.Replayed.Should().BeTrue();
        heard.All.Should().BeEmpty();
        (await blog.Comments.SubmitMentionAsync(mention with { Text = "Other words." })).EnsureSucceeded();

        heard.All.Should().Equal(Of(blog, BlogChangeKind.Thread, post, comment), Of(blog, BlogChangeKind.Queue, post, comment));
    }

    [Fact]
    public async Task A_mention_taken_back_announces_itself_once()
    {
        await using var blog = await TestBlog.StartAsync();
        var post = await blog.PublishAsync();
        var comment = (await blog.Comments.SubmitMentionAsync(
            new NewMention(post.BlogId, post.Id, s_source, "Words.") { MayBeShown = true })).Value.Comment;
        using var heard = new Heard(blog);

        (await blog.Comments.WithdrawMentionAsync(post.BlogId, post.Id, s_source)).Should().BeTrue();
        (await blog.Comments.WithdrawMentionAsync(post.BlogId, post.Id, s_source)).Should().BeFalse();

        heard.All.Should().Equal(Of(blog, BlogChangeKind.Thread, post, comment), Of(blog, BlogChangeKind.Queue, post, comment));
    }

    [Fact]
    public async Task What_was_merged_before_somebody_stopped_it_is_announced()
    {
        await using var blog = await TestBlog.StartAsync();
        var from = await blog.PublishAsync("From");
        var into = await blog.PublishAsync("Into");
        var moderation = new ModerationService(
            blog.Get<ICommentStore>(),
            blog.Get<ICommentIntakeStore>(),
            new HalfMerged(),
            blog.Get<IDisplayNameStore>(),
            blog.Get<CommentModeration>(),
            blog.Clock,
            blog.Get<BlogChanges>(),
            NullLogger<ModerationService>.Instance);
        using var heard = new Heard(blog);

        var merge = () => moderation.MergeAsync(blog.Blog.Id, from.Id, into.Id, blog.EditorActor);

        await merge.Should().ThrowAsync<OperationCanceledException>();
        heard.All.Where(static c => c.Kind is BlogChangeKind.Thread).Select(static c => c.PostId).Should().Equal(from.Id, into.Id);
    }

    [Fact]
    public async Task The_change_feed_says_what_the_services_announce_and_they_announce_what_it_says()
    {
        await using var blog = await TestBlog.StartAsync();
        var feed = blog.Get<IChangeStore>();
        var post = await blog.PublishAsync("First");
        var other = await blog.PublishAsync("Second");
        var start = await feed.ReadChangePositionAsync(blog.Blog.Id, default);
        using var heard = new Heard(blog);

        var comment = await blog.CommentAsync(post);
        var second = await blog.CommentAsync(post);
        var voter = Actor.Guest("another secret of more than enough length");
        (await blog.Comments.VoteAsync(comment.BlogId, comment.Id, Vote.Up, voter)).EnsureSucceeded();
        (await blog.Moderation.TrashAsync(comment.BlogId, comment.Id, blog.EditorActor)).EnsureSucceeded();
        (await blog.Moderation.RestoreAsync(comment.BlogId, comment.Id, blog.EditorActor)).EnsureSucceeded();
        (await blog.Moderation.MergeAsync(blog.Blog.Id, post.Id, other.Id, blog.EditorActor)).EnsureSucceeded();
        (await blog.Moderation.PurgeAsync(second.BlogId, second.Id, blog.EditorActor)).EnsureSucceeded();
        await blog.AuthorAsync("Somebody");
        (await blog.Taxonomy.CreateSeriesAsync(new NewSeries(blog.Blog.Id, "A series"), blog.EditorActor)).EnsureSucceeded();
        (await blog.Footers.CreateAsync(new NewFooterBlock(blog.Blog.Id, "A block", "Text."), blog.EditorActor)).EnsureSucceeded();
        var draft = await blog.DraftAsync();
        (await blog.Posts.DeleteAsync(draft.BlogId, draft.Id, blog.EditorActor, draft.Version)).EnsureSucceeded();
        (await blog.Blogs.UpdateAsync(blog.Blog with { Name = "Another name" }, Actor.System)).EnsureSucceeded();

        var rows = (await feed.ReadChangesAsync(blog.Blog.Id, start, 1_000, default)).Items;
        heard.All.Should().OnlyContain(announced => rows.Any(row => IsSame(row, announced)));
        rows.Should().OnlyContain(row => heard.All.Exists(announced => IsSame(row, announced)));
    }

    // What moderators alone see of a shown comment is told apart in announcements, and no row of its own.
    private static bool IsSame(StoredChange row, BlogChange announced) =>
        row.BlogId == announced.BlogId
        && row.PostId == announced.PostId
        && (announced.CommentId is null || row.CommentId == announced.CommentId)
        && (row.Kind == announced.Kind || (row.Kind, announced.Kind) is (BlogChangeKind.Thread, BlogChangeKind.Queue));

    private static BlogChange Of(TestBlog blog, BlogChangeKind kind, Post post, Comment comment) =>
        new(blog.Blog.Id, kind) { PostId = post.Id, CommentId = comment.Id };

    private sealed class Heard : IDisposable
    {
        private readonly IDisposable _subscription;

        public Heard(TestBlog blog) => _subscription = blog.Get<BlogChanges>().Subscribe(All.Add);

        public List<BlogChange> All { get; } = [];

        public void Dispose() => _subscription.Dispose();
    }

    /// <summary>Is stopped between two transactions of a merge.</summary>
    private sealed class HalfMerged : ICommentChangeStore
    {
        public Task<SaveOutcome> UpdateAsync(CommentChange change, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<SaveOutcome> PurgeAsync(
            BlogId blogId, CommentId id, long version, ModerationRecord record, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<SaveOutcome> RelocateAsync(CommentRelocation relocation, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<int> MergeAsync(
            BlogId blogId, PostId from, PostId into, ActorKey actorKey, DateTimeOffset at, CancellationToken cancellationToken) =>
            Task.FromCanceled<int>(new CancellationToken(canceled: true));
    }
}

using BlogKit.AspNetCore.Internal;
using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Tests;

/// <summary>What is kept is dropped by what changes it, and by nothing else.</summary>
public sealed class KeptAnswersTests : IDisposable
{
    private const string PostPath = "/blog/open-for-talk-and-more";
    private readonly TemporaryDatabase _database = new();

    public static TheoryData<string> All =>
    [
        PostPath, "/blog/another", "/blog", "/blog/feed.xml", PostPath + "/feed.xml", "/blog/another/feed.xml", "/blog/comments/feed.xml",
        "/blog/sitemap.xml",
    ];

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData(PostPath, false)]
    [InlineData("/blog/another", true)]
    [InlineData("/blog", false)]
    [InlineData("/blog/feed.xml", false)]
    [InlineData(PostPath + "/feed.xml", false)]
    [InlineData("/blog/another/feed.xml", true)]
    [InlineData("/blog/comments/feed.xml", false)]
    [InlineData("/blog/sitemap.xml", true)]
    public async Task A_comment_drops_what_shows_it_or_counts_it(string path, bool isKept)
    {
        await using var site = await StartAsync();

        (await IsKeptAsync(site, path, async () => await site.CommentAsync("Max", "Words."))).Should().Be(isKept);
    }

    [Theory]
    [InlineData(PostPath, false)]
    [InlineData("/blog/another", true)]
    [InlineData("/blog", true)]
    [InlineData("/blog/feed.xml", true)]
    [InlineData(PostPath + "/feed.xml", true)]
    [InlineData("/blog/comments/feed.xml", true)]
    [InlineData("/blog/sitemap.xml", true)]
    public async Task A_vote_drops_the_page_that_shows_it_alone(string path, bool isKept)
    {
        await using var site = await StartAsync();
        var comment = await site.CommentAsync("Max", "Words.");

        (await IsKeptAsync(
            site,
            path,
            async () => (await site.Comments.VoteAsync(
                comment.BlogId, comment.Id, Vote.Up, Actor.Guest("a voter with a secret of some length"))).EnsureSucceeded()))
            .Should().Be(isKept);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_waits_for_moderators_drops_nothing_that_readers_see(string path)
    {
        await using var site = await StartAsync(HoldMode.All);

        (await IsKeptAsync(
            site,
            path,
            async () => (await site.Comments.SubmitAsync(
                new NewComment(site.Blog.Id, site.Post.Id, "It waits.") { Name = "Max", Email = "max@example.org" },
                Actor.Guest("a secret of more than enough length"))).Value.Comment.Status.Should().Be(CommentStatus.Pending)))
            .Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_change_of_a_post_drops_everything_that_may_show_it(string path)
    {
        await using var site = await StartAsync();

        (await IsKeptAsync(
            site,
            path,
            async () => (await site.Posts.UpdateAsync(
                site.Post with { Title = "Another title" }, Actor.Author(site.Author))).EnsureSucceeded())).Should().BeFalse();
    }

    [Theory]
    [InlineData(BlogChangeKind.Post, false)]
    [InlineData(BlogChangeKind.Blog, false)]
    [InlineData(BlogChangeKind.Thread, true)]
    [InlineData(BlogChangeKind.Feedback, true)]
    [InlineData(BlogChangeKind.Queue, true)]
    [InlineData(BlogChangeKind.Author, true)]
    public async Task The_navigation_is_read_again_after_a_change_of_a_post_or_the_blog(BlogChangeKind kind, bool isKept)
    {
        await using var site = await StartAsync();
        var navigation = site.Get<Navigation>();
        await navigation.ListAsync(site.Blog.Id, default);

        site.Get<BlogChanges>().Announce(new BlogChange(site.Blog.Id, kind) { PostId = site.Post.Id });

        var commands = await CommandCount.OfAsync(site, async () => await navigation.ListAsync(site.Blog.Id, default));
        (commands.Count == 0).Should().Be(isKept);
    }

    [Theory]
    [InlineData(BlogChangeKind.Queue, false)]
    [InlineData(BlogChangeKind.Thread, false)]
    [InlineData(BlogChangeKind.Post, false)]
    [InlineData(BlogChangeKind.Blog, false)]
    [InlineData(BlogChangeKind.Feedback, true)]
    public async Task The_counts_of_the_desk_are_read_again_after_a_change_of_what_is_counted(BlogChangeKind kind, bool isKept)
    {
        await using var site = await StartAsync();
        var counts = site.Get<LiveCounts>();
        var (_, changed) = await counts.ReadAsync(site.Blog.Id, default);

        site.Get<BlogChanges>().Announce(new BlogChange(site.Blog.Id, kind) { PostId = site.Post.Id });

        changed.IsCompleted.Should().Be(!isKept);
        ((await CommandCount.OfAsync(site, () => counts.ReadAsync(site.Blog.Id, default))).Count == 0).Should().Be(isKept);
    }

    [Theory]
    [InlineData(BlogChangeKind.Thread)]
    [InlineData(BlogChangeKind.Blog)]
    public async Task Counts_of_the_desk_are_read_again_after_a_change_of_an_unknown_blog(BlogChangeKind kind)
    {
        await using var site = await StartAsync();
        var (_, changed) = await site.Get<LiveCounts>().ReadAsync(site.Blog.Id, default);

        site.Get<BlogChanges>().Announce(new BlogChange(default, kind));

        changed.IsCompleted.Should().BeTrue();
    }

    private static async Task<bool> IsKeptAsync(Site site, string path, Func<Task> change)
    {
        using var reader = site.Browse();
        (await reader.GetAsync(path)).Response.EnsureSuccessStatusCode();
        (await CommandCount.OfAsync(site, () => reader.GetAsync(path))).Should().BeEmpty(because: "it is kept");

        await change();

        return (await CommandCount.OfAsync(site, () => reader.GetAsync(path))).Count == 0;
    }

    // Commands are counted by a store that has some.
    private async Task<Site> StartAsync(HoldMode hold = HoldMode.None)
    {
        var site = await Site.StartAsync(hold, database: _database.Path, desk: true);
        await site.PublishAsync(new NewPost(site.Blog.Id, "Another", "Text."));
        return site;
    }
}

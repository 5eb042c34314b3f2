using BlogKit.Moderation;

namespace BlogKit.Samples.Web.Tests;

public sealed class SeedingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    public async Task A_host_killed_while_it_seeds_completes_the_blog_at_the_next_start(int steps)
    {
        var database = _folder.Database();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = steps;
        await using (var first = WebHost.Launch(database, line =>
        {
            if (line.Contains("is now", StringComparison.Ordinal) && Interlocked.Decrement(ref left) == 0)
            {
                reached.TrySetResult();
            }
        }))
        {
            await reached.Task.WaitAsync(TimeSpan.FromSeconds(60));
            await first.KillAsync();
        }

        await using (await WebHost.StartAsync(database))
        {
            await ShouldBeCompleteAsync(database);
        }
    }

    [Fact]
    public async Task Two_hosts_that_start_together_seed_once()
    {
        var database = _folder.Database();
        await using var one = WebHost.Launch(database);
        await using var other = WebHost.Launch(database);
        await Task.WhenAll(one.WaitUntilListeningAsync(), other.WaitUntilListeningAsync());

        await ShouldBeCompleteAsync(database);
        using var client = other.CreateClient();
        (await Html.ReadAsync(client, "/blog")).QuerySelectorAll("article").Should().HaveCount(5);
    }

    [Fact]
    public async Task A_later_start_leaves_what_was_changed_alone()
    {
        var database = _folder.Database();
        await using (await WebHost.StartAsync(database))
        {
        }

        await using var store = await SampleStore.OpenAsync(database);
        var post = await store.FindPostAsync("two-cooks-one-jar");
        (await store.Get<PostService>().UpdateAsync(post with { Title = "One Cook, No Jar" }, Actor.System)).EnsureSucceeded();
        var comments = await store.ListCommentsAsync();
        foreach (var comment in comments.Where(comment => comment.PostId == post.Id))
        {
            (await store.Get<ModerationService>().PurgeAsync(comment.BlogId, comment.Id, Actor.System)).EnsureSucceeded();
        }

        await using var host = await WebHost.StartAsync(database);
        using var client = host.CreateClient();
        (await Html.ReadAsync(client, "/blog/two-cooks-one-jar")).QuerySelector("h1")!.Seen().Should().Be("One Cook, No Jar");
        (await store.ListCommentsAsync()).Should().HaveCount(comments.Count - 3);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task ShouldBeCompleteAsync(string database)
    {
        await using var store = await SampleStore.OpenAsync(database);
        (await store.Get<BlogService>().ListAllAsync()).Should().ContainSingle().Which.Name.Should().Be("Smoke & Clover");
        (await store.Get<AuthorService>().ListAllAsync(store.Blog.Id)).Should().HaveCount(2);
        (await store.Get<TaxonomyService>().ListAllCategoriesAsync(store.Blog.Id)).Should().HaveCount(5);
        (await store.Get<TaxonomyService>().ListAllSeriesAsync(store.Blog.Id)).Should().ContainSingle();
        (await store.Get<FooterService>().ListAllAsync(store.Blog.Id)).Should().HaveCount(2);
        var posts = (await store.Get<PostService>().ListForDeskAsync(
            new DeskPostsQuery(store.Blog.Id) { Size = 100 }, Actor.System)).Value.Items;
        posts.GroupBy(post => post.Status).ToDictionary(group => group.Key, group => group.Count()).Should().BeEquivalentTo(
            new Dictionary<PostStatus, int> { [PostStatus.Draft] = 1, [PostStatus.Scheduled] = 1, [PostStatus.Published] = 9 });

        var counts = (await store.Get<ModerationService>().CountAsync(store.Blog.Id, Actor.System)).Value;
        counts.Approved.Should().Be(23 + 3 + 2 + 3 + 6);
        counts.Pending.Should().Be(2);
        counts.Spam.Should().Be(1);
        counts.Trashed.Should().Be(1);
        var reference = await store.FindPostAsync("what-keeping-bees-will-not-teach-you");
        (await store.ListCommentsAsync()).Count(comment => comment.PostId == reference.Id).Should().Be(26);
    }
}

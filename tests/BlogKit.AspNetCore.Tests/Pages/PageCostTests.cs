using Xunit.Abstractions;

namespace BlogKit.AspNetCore.Tests;

/// <summary>What each page costs the store, counted on SQLite. The numbers are those of docs/packages/blogkit-aspnetcore.md.</summary>
public sealed class PageCostTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Post = "/blog/open-for-talk-and-more";
    private readonly TemporaryDatabase _database = new();
    private Site _site = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync(database: _database.Path, web: static o => o.PageCache.Enabled = false);
        var root = await _site.CommentAsync("Max", "Root");
        for (var i = 1; i < 23; i++)
        {
            await _site.CommentAsync($"Name {i}", $"Comment number {i} with some *words* in it.", i % 3 == 0 ? root.Id : null);
        }
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        _database.Dispose();
    }

    [Theory]
    [InlineData("/blog", 3)]
    [InlineData(Post, 7)]
    [InlineData(Post + "?sort=newest", 7)]
    [InlineData("/blog/author/ada-keeper", 5)]
    [InlineData("/blog/search?q=number", 3)]
    [InlineData("/blog/feed.xml", 5)]
    [InlineData("/api/blog/posts", 3)]
    [InlineData("/api/blog/posts/open-for-talk-and-more", 4)]
    [InlineData("/api/blog/posts/open-for-talk-and-more/comments", 5)]
    public async Task Reading_a_page_takes_a_stated_number_of_commands(string path, int most)
    {
        using var browser = _site.Browse();
        await browser.GetAsync(path);

        var commands = await CountAsync(() => browser.GetAsync(path));

        output.WriteLine($"{path}: {commands.Count} ({string.Join(", ", commands)})");
        commands.Should().HaveCountLessThanOrEqualTo(most);
    }

    [Fact]
    public async Task A_start_reads_no_text_of_a_post_whose_rendering_is_of_this_version()
    {
        var commands = await CountAsync(() => _site.Get<RenderingRefresh>().RunAsync());

        output.WriteLine(string.Join(", ", commands));
        commands.Should().Contain("post.desk").And.NotContain("post.find");
    }

    [Fact]
    public async Task A_known_viewer_costs_two_more()
    {
        using var browser = _site.Browse();
        await browser.CommentAsync(Post, ("name", "Max"), ("email", "max@example.org"), ("body", "x"));

        var commands = await CountAsync(() => browser.GetAsync(Post));

        output.WriteLine(string.Join(", ", commands));
        commands.Should().HaveCountLessThanOrEqualTo(9);
    }

    [Theory]
    [InlineData("/blog/feed.xml")]
    [InlineData("/blog/feed.atom")]
    [InlineData("/blog/author/ada-keeper/feed.json")]
    [InlineData("/blog/comments/feed.xml")]
    [InlineData("/blog/open-for-talk-and-more/feed.xml")]
    [InlineData("/blog/sitemap.xml")]
    public async Task An_unchanged_feed_costs_no_command(string path)
    {
        using var browser = _site.Browse();
        var first = (await browser.GetAsync(path)).Response;
        var status = default(System.Net.HttpStatusCode);

        var commands = await CountAsync(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            status = (await browser.Client.SendAsync(request)).StatusCode;
        });

        status.Should().Be(System.Net.HttpStatusCode.NotModified);
        commands.Should().BeEmpty();
    }

    private Task<List<string>> CountAsync(Func<Task> action) => CommandCount.OfAsync(_site, action);
}

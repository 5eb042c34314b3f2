using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Housekeeping is no update: what programs of readers are told of a post's last change is that of its content.</summary>
public sealed partial class PostUpdateTests : IAsyncLifetime
{
    private const string Path = "/blog/open-for-talk-and-more";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));
    private Site _site = null!;
    private Browser _browser = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync(builder: kit => kit.Services.AddSingleton<TimeProvider>(_clock));
        _browser = _site.Browse();
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task Closing_comments_tells_nobody_of_an_update()
    {
        var before = await ToldAsync();
        before.Should().HaveCount(8).And.OnlyContain(static told => told.Value.Length > 0);
        var known = (await _browser.GetAsync("/blog/feed.xml")).Response;
        _clock.Advance(TimeSpan.FromDays(3));

        (await _site.Posts.UpdateAsync(
            (await FindAsync()) with { Comments = new PostCommentSettings { Mode = CommentMode.Hidden }, Tags = [Tag.From("Bees")] },
            Actor.System)).EnsureSucceeded();
        (await _site.Get<BlogService>().UpdateAsync(_site.Blog with { Reactions = [] }, Actor.System)).EnsureSucceeded();

        (await ToldAsync()).Should().BeEquivalentTo(before);
        (await _browser.GetAsync(Path)).Html.QuerySelector(".dt-updated").Should().BeNull();

        // The feed has other bytes all the same, and says so to whoever asks.
        using var request = new HttpRequestMessage(HttpMethod.Get, "/blog/feed.xml");
        request.Headers.IfModifiedSince = known.Content.Headers.LastModified;
        var again = await _browser.Client.SendAsync(request);
        again.StatusCode.Should().Be(HttpStatusCode.OK);
        again.Headers.ETag.Should().NotBe(known.Headers.ETag);
        again.Content.Headers.LastModified.Should().BeAfter(known.Content.Headers.LastModified!.Value);
    }

    [Fact]
    public async Task A_changed_text_is_an_update_everywhere()
    {
        var before = await ToldAsync();
        _clock.Advance(TimeSpan.FromDays(3));

        (await _site.Posts.UpdateAsync((await FindAsync()) with { Markdown = "Another text." }, Actor.System)).EnsureSucceeded();

        var after = await ToldAsync();
        after.Should().HaveSameCount(before);
        foreach (var (place, told) in after)
        {
            told.Should().NotBe(before[place], because: place);
        }

        (await _browser.GetAsync(Path)).Html.QuerySelector(".dt-updated").Should().NotBeNull();
    }

    [Fact]
    public async Task A_post_written_long_before_it_came_out_is_not_older_than_its_publication()
    {
        var draft = (await _site.Posts.CreateAsync(
            new NewPost(_site.Blog.Id, "Long written", "Text.") { AuthorIds = [_site.Author.Id] }, Actor.System)).Value;
        _clock.Advance(TimeSpan.FromDays(9));
        (await _site.Posts.PublishAsync(draft.BlogId, draft.Id, Actor.System, draft.Version)).EnsureSucceeded();

        (await _browser.GetAsync("/blog/feed.atom")).Text.Should().Contain($"<updated>{_clock.GetUtcNow().UtcDateTime:yyyy-MM-dd}");
    }

    /// <summary>What every place that tells of a last change says.</summary>
    private async Task<Dictionary<string, string>> ToldAsync()
    {
        var page = (await _browser.GetAsync(Path)).Text;
        var atom = (await _browser.GetAsync("/blog/feed.atom")).Text;
        var post = JsonDocument.Parse((await _browser.GetAsync("/api/blog/posts/open-for-talk-and-more")).Text).RootElement;
        var list = JsonDocument.Parse((await _browser.GetAsync("/api/blog/posts")).Text).RootElement;
        return new Dictionary<string, string>
        {
            ["atom"] = string.Join(' ', AtomUpdated().Matches(atom).Select(static m => m.Value)),
            ["rss"] = RssBuilt().Match((await _browser.GetAsync("/blog/feed.xml")).Text).Value,
            ["json feed"] = JsonModified().Match((await _browser.GetAsync("/blog/feed.json")).Text).Value,
            ["sitemap"] = Sitemap().Match((await _browser.GetAsync("/blog/sitemap.xml")).Text).Value,
            ["head"] = Head().Match(page).Value,
            ["json-ld"] = Ld().Match(page).Value,
            ["api"] = post.GetProperty("updatedAt").GetString()!,
            ["api list"] = list.GetProperty("items")[0].GetProperty("updatedAt").GetString()!,
        };
    }

    private async Task<Post> FindAsync() => (await _site.Posts.GetAsync(_site.Post.BlogId, _site.Post.Id, Actor.System)).Value;

    [GeneratedRegex("<updated>[^<]+", RegexOptions.NonBacktracking)]
    private static partial Regex AtomUpdated();

    [GeneratedRegex("<lastBuildDate>[^<]+", RegexOptions.NonBacktracking)]
    private static partial Regex RssBuilt();

    [GeneratedRegex("\"date_modified\":\\s*\"[^\"]+", RegexOptions.NonBacktracking)]
    private static partial Regex JsonModified();

    [GeneratedRegex("talk-and-more</loc>\\s*<lastmod>[^<]+", RegexOptions.NonBacktracking)]
    private static partial Regex Sitemap();

    [GeneratedRegex("article:modified_time\"[^>]+", RegexOptions.NonBacktracking)]
    private static partial Regex Head();

    [GeneratedRegex("\"dateModified\":\\s*\"[^\"]+", RegexOptions.NonBacktracking)]
    private static partial Regex Ld();
}

using System.Net;
using System.Text.Json;

namespace BlogKit.AspNetCore.Tests;

public sealed class LiveThreadTests : IAsyncLifetime
{
    private const string Path = "/blog/open-for-talk-and-more";
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(30));
    private Site _site = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync(web: static o =>
        {
            o.Live.MaximumConnections = 3;
            o.Live.MaximumPerAddress = 2;
        });
        _client = new HttpClient { BaseAddress = _site.Address };
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _site.DisposeAsync();
        _patience.Dispose();
    }

    [Fact]
    public async Task An_arrival_is_told_by_count_and_permalink_and_without_its_text()
    {
        await _site.CommentAsync("Max", "One");
        using var stream = await OpenAsync(1);
        (await NextAsync(stream)).Should().Be(": here");

        var second = await ArriveAsync("Two secret words");

        using var news = JsonDocument.Parse(await EventAsync(stream));
        news.RootElement.EnumerateObject().Select(p => p.Name).Should().Equal("shown", "text", "id", "url");
        news.RootElement.GetProperty("shown").GetInt32().Should().Be(2);
        news.RootElement.GetProperty("text").GetString().Should().Be("1 new comment");
        news.RootElement.GetProperty("url").GetString().Should().Be($"/blog/comments/{second.Id}");
    }

    [Fact]
    public async Task What_arrived_before_the_stream_was_open_is_told_at_once()
    {
        await _site.CommentAsync("Max", "One");
        await _site.CommentAsync("Eva", "Two");

        using var stream = await OpenAsync(0);

        (await EventAsync(stream)).Should().Contain("\"shown\":2").And.Contain("2 new comments");
    }

    [Fact]
    public async Task Whoever_is_told_of_a_comment_finds_it_on_the_page_where_pages_may_be_late()
    {
        await using var site = await Site.StartAsync(web: static o => o.PageCache.CommentDelay = TimeSpan.FromSeconds(1));
        using var client = new HttpClient { BaseAddress = site.Address };
        using var stream = new StreamReader(await client.GetStreamAsync(Path + "/live?since=0", _patience.Token));
        await NextAsync(stream);
        await client.GetStringAsync(Path, _patience.Token);

        await site.CommentAsync("Eva", "Nearly in time");
        await EventAsync(stream);

        (await client.GetStringAsync(Path, _patience.Token)).Should().Contain("Nearly in time");
    }

    [Fact]
    public async Task A_changed_post_ends_its_streams()
    {
        using var stream = await OpenAsync(0);
        await NextAsync(stream);

        _site.Get<BlogChanges>().Announce(new BlogChange(_site.Blog.Id, BlogChangeKind.Post) { PostId = _site.Post.Id });

        (await stream.ReadToEndAsync(_patience.Token)).Trim().Should().BeEmpty();
    }

    [Fact]
    public async Task Streams_are_limited_by_address_and_a_closed_one_makes_room()
    {
        using var first = await OpenAsync(0);
        var second = await OpenAsync(0);
        await NextAsync(first);
        await NextAsync(second);

        using (var third = await _client.GetAsync(Path + "/live?since=0", HttpCompletionOption.ResponseHeadersRead, _patience.Token))
        {
            third.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
            third.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromMinutes(1));
        }

        second.Dispose();
        HttpStatusCode status;
        do
        {
            using var again = await _client.GetAsync(Path + "/live?since=0", HttpCompletionOption.ResponseHeadersRead, _patience.Token);
            status = again.StatusCode;
        }
        while (status is HttpStatusCode.ServiceUnavailable);

        status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_stopping_host_does_not_wait_for_its_streams()
    {
        await using var site = await Site.StartAsync();
        using var client = new HttpClient { BaseAddress = site.Address };
        await using var stream = await client.GetStreamAsync(Path + "/live?since=0", _patience.Token);
        using var reader = new StreamReader(stream);
        await NextAsync(reader);

        site.Get<Microsoft.Extensions.Hosting.IHostApplicationLifetime>().StopApplication();

        (await reader.ReadToEndAsync(_patience.Token)).Trim().Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("?since=")]
    [InlineData("?since=x")]
    [InlineData("?since=-1")]
    [InlineData("?since=99999999999")]
    public async Task A_stream_must_say_what_the_page_shows(string query) =>
        (await _client.GetAsync(Path + "/live" + query, HttpCompletionOption.ResponseHeadersRead, _patience.Token)).StatusCode
            .Should().Be(HttpStatusCode.BadRequest);

    [Fact]
    public async Task What_is_not_for_everybody_has_no_stream()
    {
        var author = Actor.Author(_site.Author);
        var draft = (await _site.Posts.CreateAsync(
            new NewPost(_site.Blog.Id, "Draft", "x") { AuthorIds = [_site.Author.Id] }, author)).Value;
        await _site.PublishAsync(
            new NewPost(_site.Blog.Id, "Locked", "x") { Visibility = PostVisibility.Password, Password = "a good password" });
        await _site.Posts.UpdateAsync(_site.Post with { Comments = new PostCommentSettings { Mode = CommentMode.Hidden } }, author);

        foreach (var path in new[] { "/blog/draft", "/blog/locked", Path, "/blog/nowhere" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path + "/live?since=0");
            request.Headers.Add("X-User", $"{Site.AuthorUser}|Ada");
            (await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _patience.Token)).StatusCode
                .Should().Be(HttpStatusCode.NotFound, because: path);
        }

        draft.Status.Should().Be(PostStatus.Draft);
    }

    [Fact]
    public async Task A_page_names_its_stream_unless_there_is_none()
    {
        using var browser = _site.Browse();
        (await browser.GetAsync(Path)).Attribute("#comments", "data-live").Should().Be(Path + "/live");

        await using var quiet = await Site.StartAsync(web: static o => o.Live.Enabled = false);
        using var other = quiet.Browse();
        (await other.GetAsync(Path)).Html.GetElementById("comments")!.HasAttribute("data-live").Should().BeFalse();
        (await other.GetAsync(Path + "/live?since=0")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    private async Task<Comment> ArriveAsync(string text)
    {
        var comment = await _site.CommentAsync("Eva", text);
        _site.Get<BlogChanges>().Announce(
            new BlogChange(_site.Blog.Id, BlogChangeKind.Thread) { PostId = _site.Post.Id, CommentId = comment.Id, IsArrival = true });
        return comment;
    }

    private async Task<StreamReader> OpenAsync(int since) =>
        new(await _client.GetStreamAsync($"{Path}/live?since={since}", _patience.Token));

    private async Task<string> EventAsync(StreamReader stream)
    {
        while (true)
        {
            if (await NextAsync(stream) is var line && line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return line["data: ".Length..];
            }
        }
    }

    private async Task<string> NextAsync(StreamReader stream)
    {
        while (true)
        {
            var line = await stream.ReadLineAsync(_patience.Token) ?? throw new EndOfStreamException();
            if (line.Length > 0)
            {
                return line;
            }
        }
    }
}

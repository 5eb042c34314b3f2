using System.Net;
using System.Text.Json;
using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

public sealed class ReaderApiTests : IAsyncLifetime
{
    private const string Thread = "/api/blog/posts/open-for-talk-and-more/comments";
    private const string Secret = "a-secret-that-a-front-end-made-up-for-its-guest";
    private Site _site = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync();
        _client = _site.Browse().Client;
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task The_blog_and_what_its_posts_are_sorted_by_are_told()
    {
        await _site.PublishAsync(new NewPost(_site.Blog.Id, "Tagged", "honey") { Tags = ["Bees"] });

        (await (await _client.GetAsync("/api/blog")).JsonAsync()).GetProperty("name").GetString().Should().Be("Notes from the Hive");
        (await (await _client.GetAsync("/api/blog/tags")).JsonAsync()).GetProperty("items")[0].GetProperty("slug").GetString()
            .Should().Be("bees");
        (await (await _client.GetAsync("/api/blog/categories")).JsonAsync()).GetProperty("items").GetArrayLength().Should().Be(0);
        (await (await _client.GetAsync("/api/blog/series")).JsonAsync()).GetProperty("items").GetArrayLength().Should().Be(0);
        var authors = await _client.GetAsync("/api/blog/authors");
        (await authors.JsonAsync()).GetProperty("items")[0].GetProperty("bioHtml").GetString().Should().Contain("<em>bees</em>");
        (await authors.Content.ReadAsStringAsync()).Should().NotContain(Site.AuthorEmail).And.NotContain(Site.AuthorUser);
        (await (await _client.GetAsync("/api/blog/authors/ada-keeper")).JsonAsync()).GetProperty("name").GetString()
            .Should().Be("Ada Keeper");
        await (await _client.GetAsync("/api/blog/authors/nobody")).ProblemAsync(404);
        var hits = (await (await _client.GetAsync("/api/blog/search?q=honey")).JsonAsync()).GetProperty("items");
        hits[0].GetProperty("post").GetProperty("slug").GetString().Should().Be("tagged");
        (await (await _client.GetAsync("/api/blog/search")).ProblemAsync(422)).GetProperty("errors").TryGetProperty("q", out _)
            .Should().BeTrue();
    }

    [Fact]
    public async Task What_did_not_change_is_not_sent_again()
    {
        var first = await _client.GetAsync(Thread);
        ((int)(await _client.SendAsync("GET", Thread, headers: ("If-None-Match", first.Tag()))).StatusCode).Should().Be(304);

        await _site.CommentAsync("Max", "New");

        ((int)(await _client.SendAsync("GET", Thread, headers: ("If-None-Match", first.Tag()))).StatusCode).Should().Be(200);
    }

    [Fact]
    public async Task A_guest_of_a_front_end_keeps_what_is_theirs_by_a_secret_of_its_own()
    {
        var sent = await _client.SendAsync(
            "POST", Thread, """{"name":"Max","email":"max@example.org","body":"First"}""", headers: (ApiPipeline.GuestHeader, Secret));
        var path = "/api/blog/comments/" + (await sent.JsonAsync(201)).GetProperty("id").GetString();

        var own = await _client.SendAsync("GET", path, headers: (ApiPipeline.GuestHeader, Secret));
        var foreign = await (await _client.GetAsync(path)).JsonAsync();
        foreign.GetProperty("isOwn").GetBoolean().Should().BeFalse();
        foreign.GetProperty("body").ValueKind.Should().Be(JsonValueKind.Null);
        (await own.JsonAsync()).GetProperty("body").GetString().Should().Be("First");

        var edited = await _client.SendAsync("PUT", path, """{"body":"Second"}""", own.Tag(), headers: (ApiPipeline.GuestHeader, Secret));
        (await edited.JsonAsync()).GetProperty("comment").GetProperty("html").GetString().Should().Contain("Second");
        await (await _client.SendAsync(
            "PUT", path, """{"body":"Third"}""", own.Tag(), headers: (ApiPipeline.GuestHeader, Secret))).ProblemAsync(412);
        await (await _client.SendAsync("PUT", path, """{"body":"Third"}""", edited.Tag())).ProblemAsync(403);
        (await (await _client.SendAsync(
            "GET", path + "/own-state", headers: (ApiPipeline.GuestHeader, Secret))).JsonAsync()).GetProperty("standing").GetString()
            .Should().Be("shown");
        await (await _client.GetAsync(path + "/own-state")).ProblemAsync(404);
        ((int)(await _client.SendAsync("DELETE", path, match: edited.Tag(), headers: (ApiPipeline.GuestHeader, Secret))).StatusCode)
            .Should().Be(204);
        await (await _client.GetAsync(path)).ProblemAsync(404);
    }

    [Fact]
    public async Task A_reader_votes_reacts_and_objects()
    {
        var comment = await _site.CommentAsync("Eva", "Judge me");
        var path = "/api/blog/comments/" + comment.Id;
        var guest = (ApiPipeline.GuestHeader, Secret);
        var reaction = _site.Blog.Reactions[0].Key;

        (await (await _client.SendAsync(
            "PUT", path + "/vote", """{"value":1}""", headers: guest)).JsonAsync()).GetProperty("upVotes").GetInt32()
            .Should().Be(1);
        (await (await _client.SendAsync(
            "PUT", path + "/vote", """{"value":1}""", headers: guest)).JsonAsync()).GetProperty("upVotes").GetInt32()
            .Should().Be(1);
        (await (await _client.SendAsync(
            "PUT",
            path + "/reaction",
            $$"""{"key":"{{reaction}}"}""",
            headers: guest)).JsonAsync()).GetProperty("reactions")[0].GetProperty("count").GetInt32()
            .Should().Be(1);
        (await (await _client.SendAsync(
            "PUT", path + "/reaction", """{"key":null}""", headers: guest)).JsonAsync()).GetProperty("reactions").GetArrayLength()
            .Should().Be(0);
        (await (await _client.SendAsync(
            "PUT", path + "/flag", """{"kind":"off-topic","note":"no"}""", headers: guest)).JsonAsync()).GetProperty("kind").GetString()
            .Should().Be("off-topic");
        ((int)(await _client.SendAsync("DELETE", path + "/flag", headers: guest)).StatusCode).Should().Be(204);
        await (await _client.SendAsync("PUT", path + "/vote", """{"value":7}""", headers: guest)).ProblemAsync(422);
        await (await _client.SendAsync("PUT", path + "/vote", """{"value":1}""")).ProblemAsync(403);
    }

    [Fact]
    public async Task A_preview_is_what_would_be_shown()
    {
        (await (await _client.SendAsync(
            "POST", Thread + "/preview", """{"body":"*x* <b>y</b>"}""")).JsonAsync()).GetProperty("html").GetString()
            .Should().Contain("<em>x</em>").And.NotContain("<b>");
        (await (await _client.SendAsync(
            "POST", Thread + "/preview", """{"body":""}""")).ProblemAsync(422)).GetProperty("errors").TryGetProperty("body", out _)
            .Should().BeTrue();
        (await _site.Get<ThreadService>().CountAsync(_site.Blog.Id, _site.Post.Id)).Should().Be(ThreadCounts.None);
    }

    [Fact]
    public async Task Protected_and_hidden_discussions_stay_so_at_every_address()
    {
        var comment = await _site.CommentAsync("Max", "Secret words");
        await _site.Posts.SetPasswordAsync(_site.Post.BlogId, _site.Post.Id, "open sesame", Actor.Author(_site.Author), _site.Post.Version);

        await (await _client.GetAsync("/api/blog/comments/" + comment.Id)).ProblemAsync(404);
        await (await _client.GetAsync(Thread)).ProblemAsync(403);
        await (await _client.SendAsync(
            "PUT",
            $"/api/blog/comments/{comment.Id}/vote",
            """{"value":1}""",
            headers: (ApiPipeline.GuestHeader, Secret))).ProblemAsync(404);
    }

    [Fact]
    public async Task Other_sites_are_refused_before_they_ask_and_when_they_do()
    {
        var preflight = await _client.SendAsync(
            "OPTIONS", Thread, headers: [
                ("Origin", "https://front.example"),
                ("Access-Control-Request-Method", "POST"),
                ("Access-Control-Request-Headers", "content-type"),
            ]);
        preflight.Headers.Contains("Access-Control-Allow-Origin").Should().BeFalse();
        preflight.IsSuccessStatusCode.Should().BeFalse();

        await (await _client.SendAsync(
            "POST",
            Thread,
            """{"name":"Max","email":"max@example.org","body":"x"}""",
            headers: ("Origin", "https://front.example"))).ProblemAsync(403);
    }

    [Fact]
    public async Task A_cors_policy_of_the_application_lets_its_origins_in()
    {
        await using var site = await Site.StartAsync(
            builder: static b => b.Services.AddCors(
                static c => c.AddPolicy("front", static p => p.WithOrigins("https://front.example").AllowAnyHeader().AllowAnyMethod())),
            map: static app =>
            {
                app.UseCors();
                app.MapBlogKit("/blog", static o => o.ApiCorsPolicy = "front");
            });
        using var client = site.Browse().Client;
        const string Json = """{"name":"Max","email":"max@example.org","body":"x"}""";

        var preflight = await client.SendAsync("OPTIONS", Thread, headers: [
            ("Origin", "https://front.example"),
            ("Access-Control-Request-Method", "POST"),
            ("Access-Control-Request-Headers", "content-type"),
        ]);
        preflight.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("https://front.example");
        ((int)(await client.SendAsync("POST", Thread, Json, headers: ("Origin", "https://front.example"))).StatusCode).Should().Be(201);
        await (await client.SendAsync(
            "POST", Thread, Json, headers: [("Origin", "https://front.example"), ("Cookie", "session=x")])).ProblemAsync(403);
        await (await client.SendAsync("POST", Thread, Json, headers: ("Origin", "https://other.example"))).ProblemAsync(403);
    }

    [Fact]
    public async Task Without_rate_limits_the_applications_own_limiter_lets_everything_pass()
    {
        await using var site = await Site.StartAsync(
            builder: static b => b.Services.AddRateLimiter(static _ => { }),
            map: static app =>
            {
                app.UseRateLimiter();
                app.MapBlogKit("/blog");
            },
            limited: true);
        using var client = site.Browse().Client;

        (await client.GetAsync(Thread)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_sends_too_much_is_told_when_to_come_back()
    {
        await using var site = await Site.StartAsync(
            builder: static b => b.AddRateLimits(static o => o.Search = 2),
            map: static app =>
            {
                app.UseRateLimiter();
                app.MapBlogKit("/blog");
            },
            limited: true);
        using var client = site.Browse().Client;
        await client.GetAsync("/api/blog/search?q=x");
        await client.GetAsync("/api/blog/search?q=x");

        var refused = await client.GetAsync("/api/blog/search?q=x");

        (await refused.ProblemAsync(429)).GetProperty("code").GetString().Should().Be("rate-limited");
        refused.Headers.RetryAfter!.Delta.Should().BePositive();
        (await client.GetAsync(Thread)).StatusCode.Should().Be(HttpStatusCode.OK);
    }
}

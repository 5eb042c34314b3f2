using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Tests;

public sealed class ApiTests : IAsyncLifetime
{
    private const string Posts = "/api/blog/posts";
    private const string Thread = "/api/blog/posts/open-for-talk-and-more/comments";
    private Site _site = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync();
        _client = _site.Browse().Client;
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task Posts_are_listed_by_cursor_with_links()
    {
        for (var i = 1; i <= 4; i++)
        {
            await _site.PublishAsync(new NewPost(_site.Blog.Id, $"Post {i}", "x") { Tags = [i % 2 == 0 ? "Even" : "Odd"] });
        }

        var (first, response) = await GetAsync(Posts + "?limit=2&tag=even");
        first.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("slug").GetString()).Should().Equal("post-4", "post-2");
        response.Headers.Contains("Link").Should().BeFalse();

        (first, response) = await GetAsync(Posts + "?limit=2");
        var link = response.Headers.GetValues("Link").Single();
        link.Should().MatchRegex("^</api/blog/posts\\?limit=2&cursor=[^>]+>; rel=\"next\"$");
        var (second, _) = await GetAsync(link[1..link.IndexOf('>', StringComparison.Ordinal)]);
        second.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("slug").GetString()).Should().Equal("post-2", "post-1");
        second.GetProperty("previous").GetString().Should().NotBeNullOrEmpty();
        first.GetProperty("next").GetString().Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_post_comes_with_its_text_and_the_state_of_its_discussion()
    {
        await _site.CommentAsync("Max", "One");

        var (post, _) = await GetAsync(Posts + "/open-for-talk-and-more");

        post.GetProperty("html").GetString().Should().Contain("<em>text</em>");
        post.GetProperty("comments").GetRawText().Should().Be("""{"count":1,"isOpen":true,"closedReason":null}""");
        post.GetProperty("authors")[0].GetProperty("name").GetString().Should().Be("Ada Keeper");
        post.TryGetProperty("passwordHash", out _).Should().BeFalse();
        post.TryGetProperty("markdown", out _).Should().BeFalse();
    }

    [Fact]
    public async Task A_former_slug_redirects()
    {
        await _site.Posts.UpdateAsync(_site.Post with { Slug = Slug.From("Other Name") }, Actor.Author(_site.Author));

        var response = await _client.GetAsync(Thread + "?limit=3");

        response.StatusCode.Should().Be(HttpStatusCode.MovedPermanently);
        response.Headers.Location!.OriginalString.Should().Be("/api/blog/posts/other-name/comments?limit=3");
    }

    [Fact]
    public async Task A_thread_is_nested_and_its_tombstones_are_empty()
    {
        var root = await _site.CommentAsync("Max Mustermann", "Regrettable");
        await _site.CommentAsync("Eva", "Answer", root.Id);
        await _site.Moderation.TrashAsync(root.BlogId, root.Id, Actor.System);

        var (thread, response) = await GetAsync(Thread);

        var node = thread.GetProperty("items")[0];
        node.GetProperty("isTombstone").GetBoolean().Should().BeTrue();
        node.GetProperty("comment").ValueKind.Should().Be(JsonValueKind.Null);
        node.GetProperty("number").GetInt32().Should().Be(1);
        node.GetProperty("replies")[0].GetProperty("comment").GetProperty("name").GetString().Should().Be("Eva");
        thread.GetProperty("count").GetInt32().Should().Be(1);
        (await response.Content.ReadAsStringAsync()).Should().NotContain("Regrettable").And.NotContain("Mustermann");
    }

    [Fact]
    public async Task Replies_left_out_are_a_link_away()
    {
        await using var site = await Site.StartAsync(options: static o => o.Threads.RepliesPerRoot = 1);
        using var client = site.Browse().Client;
        var root = await site.CommentAsync("Max", "Root");
        for (var i = 1; i <= 3; i++)
        {
            await site.CommentAsync("Eva", $"Answer {i}", root.Id);
        }

        var thread = await client.GetFromJsonAsync<JsonElement>(Thread);
        var more = thread.GetProperty("items")[0].GetProperty("moreReplies");
        more.GetProperty("count").GetInt32().Should().Be(2);
        var replies = await client.GetFromJsonAsync<JsonElement>(more.GetProperty("url").GetString());
        replies.GetProperty("items")[0].GetProperty("comment").GetProperty("html").GetString().Should().Contain("Answer 2");
    }

    [Fact]
    public async Task A_comment_is_created_once_per_key()
    {
        var first = await PostAsync(
            """{"name":"Max","email":"canary.max@example.org","url":null,"body":"Hi *you*","parentId":null}""", key: "k1");
        var again = await PostAsync("""{"name":"Max","email":"canary.max@example.org","body":"Hi *you*"}""", key: "k1");

        first.StatusCode.Should().Be(HttpStatusCode.Created);
        first.Headers.Location!.AbsolutePath.Should().StartWith("/blog/comments/");
        again.StatusCode.Should().Be(HttpStatusCode.Created);
        again.Headers.GetValues("Idempotency-Replayed").Should().Equal("true");
        (await again.Content.ReadAsStringAsync()).Should().Be(await first.Content.ReadAsStringAsync());
        first.Headers.Contains("Set-Cookie").Should().BeFalse();
        var reused = await PostAsync("""{"name":"Max","email":"canary.max@example.org","body":"Something else"}""", key: "k1");
        (await ProblemAsync(reused, HttpStatusCode.UnprocessableEntity)).GetProperty("code").GetString().Should().Be(ErrorCodes.KeyReused);
    }

    [Fact]
    public async Task A_held_comment_is_accepted_and_shown_to_nobody()
    {
        await using var site = await Site.StartAsync(HoldMode.All);
        using var client = site.Browse().Client;

        var response = await client.PostAsync(Thread, Json("""{"name":"Max","email":"max@example.org","body":"Wait for it"}"""));

        response.StatusCode.Should().Be(HttpStatusCode.Accepted);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString().Should().Be("held");
        (await client.GetStringAsync(Thread)).Should().NotContain("Wait for it");
    }

    [Theory]
    [InlineData("""{"name":"","email":"x","url":"nope","body":""}""", "body", "name", "email", "url")]
    [InlineData("""{"name":"Max","email":"max@example.org","body":"x","parentId":"nope"}""", "parentId")]
    [InlineData("""{"name":"a\u0000b","email":"max@example.org","body":"x"}""", "name")]
    [InlineData("""{"name":"Ada Keeper","email":"max@example.org","body":"x"}""", "name")]
    [InlineData("{}", "body", "name", "email")]
    public async Task Bad_fields_are_problem_details_by_name(string json, params string[] fields)
    {
        var problem = await ProblemAsync(await PostAsync(json), HttpStatusCode.UnprocessableEntity);

        problem.GetProperty("code").GetString().Should().NotBeNullOrEmpty();
        problem.GetProperty("status").GetInt32().Should().Be(422);
        problem.GetProperty("errors").EnumerateObject().Select(p => p.Name).Should().BeEquivalentTo(fields);
        (await _site.Get<ThreadService>().CountAsync(_site.Blog.Id, _site.Post.Id)).Should().Be(ThreadCounts.None);
    }

    [Fact]
    public async Task Whatever_is_wrong_is_told_with_its_numbers_so_that_programs_say_it_in_their_language()
    {
        var problem = await ProblemAsync(
            await PostAsync(JsonSerializer.Serialize(new { name = "", email = "max@example.org", body = new string('x', 10_001) })),
            HttpStatusCode.UnprocessableEntity);

        var failures = problem.GetProperty("failures").EnumerateArray().ToDictionary(static f => f.GetProperty("field").GetString()!);
        failures.Keys.Should().BeEquivalentTo("body", "name");
        failures["body"].GetProperty("code").GetString().Should().Be(ErrorCodes.TooLong);
        failures["body"].GetProperty("detail").GetString().Should().Be("body has 10,001 characters; at most 10,000 are allowed.");
        failures["body"].GetProperty("arguments").GetRawText().Should().Be("""{"length":10001,"max":10000}""");
        failures["name"].GetProperty("arguments").GetRawText().Should().Be("{}");
        problem.GetProperty("errors").GetProperty("name")[0].GetString().Should().Be("name is required.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("""{"name":1}""")]
    [InlineData("""{"name":"a","name":"b"}""")]
    [InlineData("""{"nonsense":"a"}""")]
    [InlineData("""{"name":"\ud800"}""")]
    [InlineData("""{"name":{"name":{}}}""")]
    public async Task What_is_not_the_object_expected_is_a_bad_request(string json) =>
        (await ProblemAsync(await PostAsync(json), HttpStatusCode.BadRequest)).GetProperty("code").GetString().Should().Be("invalid-json");

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_a_bad_request()
    {
        using var content = new ByteArrayContent([.. "{\"name\":\""u8, 0xff, 0xfe, .. "\"}"u8]);
        content.Headers.ContentType = new("application/json");
        await ProblemAsync(await _client.PostAsync(Thread, content), HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData("text/plain")]
    public async Task What_a_form_of_another_site_could_send_is_refused(string type)
    {
        using var content = new StringContent("""{"name":"Max","email":"max@example.org","body":"x"}""", Encoding.UTF8, type);
        await ProblemAsync(await _client.PostAsync(Thread, content), HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_with_and_without_a_stated_length()
    {
        var json = $$"""{"name":"Max","email":"max@example.org","body":"{{new string('x', 500_000)}}"}""";
        await ProblemAsync(await PostAsync(json), HttpStatusCode.RequestEntityTooLarge);
        using var chunked = new HttpRequestMessage(HttpMethod.Post, Thread) { Content = Json(json) };
        chunked.Headers.TransferEncodingChunked = true;
        await ProblemAsync(await _client.SendAsync(chunked), HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData(Posts + "?limit=0", HttpStatusCode.BadRequest)]
    [InlineData(Posts + "?limit=101", HttpStatusCode.BadRequest)]
    [InlineData(Posts + "?limit=ten", HttpStatusCode.BadRequest)]
    [InlineData(Posts + "?cursor=nope", HttpStatusCode.BadRequest)]
    [InlineData(Posts + "?tag=!!!", HttpStatusCode.UnprocessableEntity)]
    [InlineData(Posts + "?category=nothing", HttpStatusCode.NotFound)]
    [InlineData(Posts + "/nothing", HttpStatusCode.NotFound)]
    [InlineData(Posts + "/nothing/comments", HttpStatusCode.NotFound)]
    [InlineData(Thread + "?sort=worst", HttpStatusCode.UnprocessableEntity)]
    [InlineData(Thread + "?limit=201", HttpStatusCode.BadRequest)]
    [InlineData(Thread + "?cursor=o.f.x.1.0", HttpStatusCode.BadRequest)]
    [InlineData(Thread + "/not-an-id/replies", HttpStatusCode.NotFound)]
    [InlineData(Thread + "/00000000000000000000000000000001/replies", HttpStatusCode.NotFound)]
    [InlineData("/api/blog/nothing", HttpStatusCode.NotFound)]
    public async Task Every_refusal_is_a_problem_with_a_code(string path, HttpStatusCode status)
    {
        var problem = await ProblemAsync(await _client.GetAsync(path), status);
        problem.GetProperty("code").GetString().Should().NotBeNullOrEmpty();
        problem.GetProperty("detail").GetString().Should().NotBeNullOrEmpty();
        problem.GetProperty("failures")[0].GetProperty("code").GetString().Should().Be(problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Closed_and_archived_are_told_apart()
    {
        var actor = Actor.Author(_site.Author);
        var closed = (await _site.Posts.UpdateAsync(
            _site.Post with { Comments = new PostCommentSettings { Mode = CommentMode.Closed } }, actor)).Value;
        (await ProblemAsync(await PostAsync("""{"name":"Max","email":"max@example.org","body":"x"}"""), HttpStatusCode.Forbidden))
            .GetProperty("code").GetString().Should().Be(ErrorCodes.CommentsClosed);

        await _site.Posts.ArchiveAsync(closed.BlogId, closed.Id, actor, closed.Version);
        (await ProblemAsync(await _client.GetAsync(Thread), HttpStatusCode.Gone)).GetProperty("code").GetString()
            .Should().Be(ErrorCodes.PostArchived);
    }

    [Fact]
    public async Task Other_origins_are_not_let_in()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Thread);
        request.Headers.Add("Origin", "https://evil.example");
        (await _client.SendAsync(request)).Headers.Contains("Access-Control-Allow-Origin").Should().BeFalse();
    }

    [Fact]
    public async Task A_signed_in_author_comments_as_themselves()
    {
        using var author = _site.Browse(Site.AuthorUser + "|x").Client;
        (await author.PostAsync(Thread, Json("""{"body":"From the author"}"""))).StatusCode.Should().Be(HttpStatusCode.Created);
        var (thread, _) = await GetAsync(Thread);
        thread.GetProperty("items")[0].GetProperty("comment").GetProperty("isPostAuthor").GetBoolean().Should().BeTrue();
    }

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    private static async Task<JsonElement> ProblemAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        response.StatusCode.Should().Be(status, because: await response.Content.ReadAsStringAsync());
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<(JsonElement Json, HttpResponseMessage Response)> GetAsync(string path)
    {
        var response = await _client.GetAsync(path);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return (await response.Content.ReadFromJsonAsync<JsonElement>(), response);
    }

    private async Task<HttpResponseMessage> PostAsync(string json, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Thread) { Content = Json(json) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await _client.SendAsync(request);
    }
}

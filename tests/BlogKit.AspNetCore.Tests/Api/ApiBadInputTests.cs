using System.Net;
using System.Text;
using System.Text.Json;
using BlogKit.AspNetCore.Internal;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Everything that can be sent wrongly, to every operation there is.</summary>
public sealed class ApiBadInputTests : IAsyncLifetime
{
    private Site _site = null!;
    private HttpClient _owner = null!;
    private Comment? _comment;

    public static TheoryData<string> Operations => [.. ApiOperations.For(withDesk: true).Select(static o => o.Id)];

    public static TheoryData<string> Bodies =>
        [.. ApiOperations.For(withDesk: true).Where(static o => o.HasInput).Select(static o => o.Id)];

    public static TheoryData<string> Changes =>
        [.. ApiOperations.For(withDesk: true).Where(static o => !o.IsRead).Select(static o => o.Id)];

    public async Task InitializeAsync()
    {
        _site = await ApiSite.StartAsync();
        _owner = _site.Browse(ApiSite.Owner).Client;
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_not_the_object_expected_is_refused(string id)
    {
        var before = await StateAsync();
        foreach (var (body, type, status) in Wrong())
        {
            using var request = await RequestAsync(Find(id));
            request.Content = new ByteArrayContent(body);
            if (type is not null)
            {
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            }

            await RefusedAsync(
                await _owner.SendAsync(request),
                $"{id} {type} {Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(40, body.Length)))}",
                status);
        }

        (await StateAsync()).Should().Be(before);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Another_sites_page_changes_nothing_with_a_readers_cookies(string id)
    {
        var before = await StateAsync();
        foreach (var (name, value) in ((string, string)[])[
            ("Sec-Fetch-Site", "cross-site"),
            ("Sec-Fetch-Site", "same-site"),
            ("Origin", "https://evil.example"),
            ("Origin", "null"),
        ])
        {
            using var request = await RequestAsync(Find(id));
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
            request.Headers.TryAddWithoutValidation(name, value);
            request.Headers.TryAddWithoutValidation("Cookie", "session=x");
            request.Headers.TryAddWithoutValidation("Authorization", "Basic eDp4");
            await RefusedAsync(await _owner.SendAsync(request), $"{id} {name}", 403);
        }

        (await StateAsync()).Should().Be(before);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_method_it_does_not_know_is_told_those_it_does(string id)
    {
        using var request = await RequestAsync(Find(id));
        request.Method = HttpMethod.Patch;
        request.Content = new StringContent("{}", Encoding.UTF8, "application/json");

        var response = await _owner.SendAsync(request);

        await RefusedAsync(response, id, 405);
        response.Content.Headers.Allow.Should().Contain(Find(id).Method);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_address_that_means_nothing_is_nothing(string id)
    {
        var operation = Find(id);
        if (!operation.Path.Contains('{', StringComparison.Ordinal))
        {
            return;
        }

        foreach (var wrong in (string[])[
            "nope",
            "00000000000000000000000000000001",
            "%00",
            "%ff%fe",
            new string('x', 3_000),
            "..%2f..",
            "Ünïcode",
        ])
        {
            using var request = new HttpRequestMessage(new HttpMethod(operation.Method), "/api/blog" + Fill(operation.Path, wrong));
            if (operation.HasInput)
            {
                request.Content = new StringContent(ApiBodies.Valid(operation.Id), Encoding.UTF8, "application/json");
            }

            request.Headers.TryAddWithoutValidation("If-Match", "*");
            var response = await _owner.SendAsync(request);
            ((int)response.StatusCode).Should().BeInRange(400, 422, because: $"{id} {wrong[..Math.Min(20, wrong.Length)]}");
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_condition_that_is_missing_or_cannot_be_read_is_not_met(string id)
    {
        var operation = Find(id);
        if (!operation.NeedsMatch)
        {
            return;
        }

        foreach (var (match, status) in ((string?, int)[])[
            (null, 428),
            ("nonsense", 412),
            ("\"abc\"", 412),
            ("W/\"1-abc\"", 412),
            ("\"99-abc\"", 412),
        ])
        {
            using var request = await RequestAsync(operation, match);
            if (operation.HasInput)
            {
                request.Content = new StringContent(ApiBodies.Valid(operation.Id), Encoding.UTF8, "application/json");
            }

            await RefusedAsync(await _owner.SendAsync(request), $"{id} {match}", status);
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_key_of_the_wrong_length_is_refused(string id)
    {
        var operation = Find(id);
        if (!operation.TakesKey || operation.Id is "submitComment")
        {
            return;
        }

        using var request = await RequestAsync(operation);
        request.Content = new StringContent(ApiBodies.Valid(operation.Id), Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", new string('k', 201));
        await RefusedAsync(await _owner.SendAsync(request), id, 422);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_guest_secret_that_could_be_guessed_is_refused(string id)
    {
        var operation = Find(id);
        if (operation.Access is not ApiAccess.Readers)
        {
            return;
        }

        using var guest = _site.Browse().Client;
        using var request = await RequestAsync(operation);
        request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation(ApiPipeline.GuestHeader, "short");
        await RefusedAsync(await guest.SendAsync(request), id, 422);
    }

    [Theory]
    [InlineData("by=%00")]
    [InlineData("by=TOO-LONG")]
    [InlineData("from=yesterday")]
    [InlineData("action=explode")]
    [InlineData("limit=0")]
    public async Task A_refused_parameter_is_named_as_it_was_sent(string query)
    {
        var answer = await _owner.GetAsync("/api/blog/desk/log?" + query.Replace("TOO-LONG", new string('k', 501), StringComparison.Ordinal));

        ((int)answer.StatusCode).Should().BeOneOf(400, 422);
        using var problem = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        problem.RootElement.GetProperty("errors").EnumerateObject().Select(static e => e.Name).Should().Equal(query.Split('=')[0]);
        problem.RootElement.GetProperty("detail").GetString().Should().Contain(query.Split('=')[0]).And.NotContain("ActorKey");
    }

    [Fact]
    public async Task A_query_of_any_size_is_answered()
    {
        foreach (var path in (string[])[
            "/posts?cursor=", "/posts?tag=", "/search?q=", "/posts?from=", "/desk/log?by=", "/desk/bans?limit=", "/tags?limit=",
        ])
        {
            foreach (var value in (string[])["", "%00", "%ff", new string('9', 500), new string('a', 5_000), "-1"])
            {
                ((int)(await _owner.GetAsync("/api/blog" + path + value)).StatusCode)
                    .Should().BeLessThan(500, because: path + value[..Math.Min(20, value.Length)]);
            }
        }
    }

    private static string Fill(string path, string value) =>
        string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? value : part));

    private static ApiOperation Find(string id) => ApiOperations.For(withDesk: true).Single(o => o.Id == id);

    private static IEnumerable<(byte[] Body, string? Type, int Status)> Wrong()
    {
        const string Json = "application/json";
        yield return ([], Json, 400);
        yield return ([], null, 415);
        yield return ("{}"u8.ToArray(), "text/plain", 415);
        yield return ("a=b"u8.ToArray(), "application/x-www-form-urlencoded", 415);
        yield return ("{}"u8.ToArray(), "nonsense", 415);
        yield return (Encoding.Unicode.GetBytes("{}"), "application/json; charset=utf-16", 415);
        yield return ("{"u8.ToArray(), Json, 400);
        yield return ("null"u8.ToArray(), Json, 400);
        yield return ("[]"u8.ToArray(), Json, 400);
        yield return ("1"u8.ToArray(), Json, 400);
        yield return ("\"x\""u8.ToArray(), Json, 400);
        yield return ("""{"thisIsNotAMember":1}"""u8.ToArray(), Json, 400);
        yield return (
            """{"body":{"x":1},"title":{},"reason":{},"markdown":[],"key":{},"value":{},"kind":{},"text":{},"pinned":{},"password":{},"publishAt":{},"publishedAt":{},"action":{},"preset":{}}"""u8
                .ToArray(),
            Json,
            400);
        yield return ([.. "{\"body\":\""u8, 0xff, 0xfe, .. "\"}"u8], Json, 400);
        yield return (Encoding.UTF8.GetBytes("{\"x\":" + new string('[', 100) + new string(']', 100) + "}"), Json, 400);
        yield return (new byte[10_000_000], Json, 413);
    }

    private static async Task RefusedAsync(HttpResponseMessage response, string because, int status)
    {
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).Should().Be(status, because: $"{because}: {text}");
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json", because);
        using var problem = JsonDocument.Parse(text);
        problem.RootElement.GetProperty("code").GetString().Should().NotBeNullOrEmpty();
        problem.RootElement.GetProperty("detail").GetString().Should().NotBeNullOrEmpty();
    }

    private async Task<HttpRequestMessage> RequestAsync(ApiOperation operation, string? match = "*")
    {
        _comment ??= await _site.CommentAsync("Max", "Here", actor: Actor.Author(_site.Author));
        var id = operation.Path.Contains("/posts/{id}", StringComparison.Ordinal) ? _site.Post.Id.ToString() : _comment.Id.ToString();
        var path = operation.Path.Replace(
            "{slug}",
            operation.Path.StartsWith("/authors", StringComparison.Ordinal) ? "ada-keeper" : _site.Post.Slug.Value,
            StringComparison.Ordinal)
            .Replace("{id}", id, StringComparison.Ordinal)
            .Replace("{key}", "0", StringComparison.Ordinal)
            .Replace("{revision}", Guid.Empty.ToString("N"), StringComparison.Ordinal)
            .Replace("{operation}", Guid.Empty.ToString("N"), StringComparison.Ordinal);
        var request = new HttpRequestMessage(new HttpMethod(operation.Method), "/api/blog" + path);
        if (match is not null && operation.NeedsMatch)
        {
            request.Headers.TryAddWithoutValidation("If-Match", match);
        }

        return request;
    }

    private async Task<string> StateAsync()
    {
        _comment ??= await _site.CommentAsync("Max", "Here", actor: Actor.Author(_site.Author));
        var texts = new List<string>();
        foreach (var path in (string[])[
            "/desk/posts",
            $"/desk/posts/{_site.Post.Id}",
            "/desk/counts",
            "/desk/log",
            "/desk/bans",
            $"/comments/{_comment.Id}",
        ])
        {
            var response = await _owner.GetAsync("/api/blog" + path);
            response.StatusCode.Should().Be(HttpStatusCode.OK);
            texts.Add(await response.Content.ReadAsStringAsync());
        }

        return string.Join('\n', texts);
    }
}

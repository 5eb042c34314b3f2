using System.Text.Json;
using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Tests;

public sealed class ModeratorApiTests : IAsyncLifetime
{
    private const string Desk = "/api/blog/desk";
    private Site _site = null!;
    private HttpClient _moderator = null!;

    public async Task InitializeAsync()
    {
        _site = await ApiSite.StartAsync(HoldMode.All);
        _moderator = _site.Browse(ApiSite.Owner).Client;
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task The_queue_and_the_case_say_why_and_tell_no_address()
    {
        var id = await SubmitAsync("Max", "Hold me");

        var queue = await _moderator.GetAsync(Desk + "/comments");
        var found = await _moderator.GetAsync($"{Desk}/comments/{id}");

        var queued = (await queue.JsonAsync()).GetProperty("items")[0];
        queued.GetProperty("comment").GetProperty("id").GetString().Should().Be(id);
        queued.GetProperty("why").GetProperty("sentence").GetString().Should().NotBeNullOrEmpty();
        var @case = await found.JsonAsync();
        @case.GetProperty("comment").GetProperty("decision").GetProperty("outcome").GetString().Should().Be("hold");
        @case.GetProperty("records").GetArrayLength().Should().BeGreaterThan(0);
        (await queue.Content.ReadAsStringAsync() + await found.Content.ReadAsStringAsync()).Should().NotContain("canary.max@example.org");
    }

    [Fact]
    public async Task A_comment_goes_through_every_decision()
    {
        var path = $"{Desk}/comments/{await SubmitAsync("Max", "Decide")}";
        var tag = (await _moderator.GetAsync(path)).Tag();
        foreach (var (action, status) in ((string, string)[])[
            ("approve", "approved"), ("hold", "pending"), ("spam", "spam"), ("restore", "pending"), ("undo", "spam"), ("trash", "trashed"),
            ("restore", "pending"),
        ])
        {
            var answer = await _moderator.SendAsync("POST", $"{path}/{action}", """{"reason":"because"}""", tag);
            (await answer.JsonAsync()).GetProperty("status").GetString().Should().Be(status, because: action);
            tag = answer.Tag();
        }

        ((int)(await _moderator.SendAsync("DELETE", path + "?reason=gone", match: tag)).StatusCode).Should().Be(204);
        var log = await (await _moderator.GetAsync(Desk + "/log?action=purged")).JsonAsync();
        log.GetProperty("items")[0].GetProperty("reason").GetString().Should().Be("gone");
    }

    [Fact]
    public async Task A_decision_about_another_text_is_refused()
    {
        var path = $"{Desk}/comments/{await SubmitAsync("Max", "Text")}";
        var tag = (await _moderator.GetAsync(path)).Tag();
        (await _moderator.SendAsync("POST", path + "/approve", "{}", tag)).EnsureSuccessStatusCode();

        await (await _moderator.SendAsync("POST", path + "/approve", "{}")).ProblemAsync(428);
        await (await _moderator.SendAsync("POST", path + "/trash", "{}", tag)).ProblemAsync(412);
    }

    [Fact]
    public async Task A_pin_is_set_and_taken_off()
    {
        var path = $"{Desk}/comments/{await SubmitAsync("Max", "Pin")}";
        var shown = await _moderator.SendAsync("POST", path + "/approve", "{}", "*");

        var pinned = await _moderator.SendAsync("PUT", path + "/pin", """{"pinned":true}""", shown.Tag());

        (await pinned.JsonAsync()).GetProperty("isPinned").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task Many_are_done_at_once_and_undone_at_once()
    {
        var (one, two) = (await SubmitAsync("Max", "One"), await SubmitAsync("Eva", "Two"));
        var json = $$"""{"action":"approve","comments":[{"id":"{{one}}"},{"id":"{{two}}","version":99}],"reason":"fine"}""";

        var result = await (await _moderator.SendAsync("POST", Desk + "/comments/bulk", json, key: "bulk")).JsonAsync();

        result.GetProperty("done")[0].GetString().Should().Be(one);
        result.GetProperty("failed")[0].GetProperty("code").GetString().Should().Be(ErrorCodes.Changed);
        (await _moderator.SendAsync(
            "POST", $"{Desk}/operations/{result.GetProperty("operationId").GetString()}/undo", "{}")).EnsureSuccessStatusCode();
        (await (await _moderator.GetAsync(Desk + "/counts")).JsonAsync()).GetProperty("pending").GetInt32().Should().Be(2);
        await (await _moderator.SendAsync("POST", $"{Desk}/operations/{Guid.Empty}/undo", "{}")).ProblemAsync(404);
    }

    [Fact]
    public async Task Somebody_is_banned_and_let_in_again()
    {
        var id = await SubmitAsync("Max", "Ban me");
        var key = (await (await _moderator.GetAsync($"{Desk}/comments/{id}")).JsonAsync()).GetProperty("banKeys")[0];

        await (await _moderator.SendAsync(
            "POST",
            Desk + "/bans",
            JsonSerializer.Serialize(new { commentId = id, keyId = key.GetProperty("id").GetString(), reason = "noise" }))).JsonAsync(201);

        key.GetProperty("kind").GetString().Should().Be("email");
        (await (await _moderator.GetAsync(Desk + "/bans")).JsonAsync()).GetProperty("items")[0].GetProperty("key").GetRawText()
            .Should().Be(key.GetRawText());
        (await _moderator.GetStringAsync(Desk + "/bans")).Should().NotContain("canary");
        ((int)(await _moderator.SendAsync("DELETE", $"{Desk}/bans/{key.GetProperty("id").GetString()}")).StatusCode).Should().Be(204);
        (await (await _moderator.GetAsync(Desk + "/bans")).JsonAsync()).GetProperty("items").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task A_preset_is_tried_and_changes_nothing()
    {
        await SubmitAsync("Max", "Try");

        var report = await (await _moderator.SendAsync("POST", Desk + "/backtest", """{"preset":"hold-all"}""")).JsonAsync();

        report.GetProperty("judged").GetInt64().Should().BeGreaterThanOrEqualTo(0);
        (await (await _moderator.GetAsync(Desk + "/counts")).JsonAsync()).GetProperty("pending").GetInt32().Should().Be(1);
        await (await _moderator.SendAsync("POST", Desk + "/backtest", """{"preset":"nonsense"}""")).ProblemAsync(400);
    }

    [Theory]
    [InlineData("/comments?status=odd")]
    [InlineData("/comments?from=yesterday")]
    [InlineData("/comments?openAppeals=perhaps")]
    [InlineData("/comments?minimumPoints=NaN")]
    [InlineData("/comments?post=x")]
    [InlineData("/comments?order=up")]
    [InlineData("/comments?limit=0")]
    [InlineData("/comments?cursor=nope")]
    [InlineData("/log?action=odd")]
    [InlineData("/log?cursor=nope")]
    [InlineData("/bans?all=x")]
    [InlineData("/posts?status=x")]
    [InlineData("/posts?cursor=nope")]
    public async Task A_query_that_means_nothing_is_a_problem(string query) =>
        ((int)(await _moderator.GetAsync(Desk + query)).StatusCode).Should().BeInRange(400, 422);

    private async Task<string> SubmitAsync(string name, string text)
    {
        using var guest = _site.Browse().Client;
        var answer = await guest.SendAsync(
            "POST",
            "/api/blog/posts/open-for-talk-and-more/comments",
            JsonSerializer.Serialize(new { name, email = $"canary.{name.ToLowerInvariant()}@example.org", body = text }));
        return (await answer.JsonAsync(202)).GetProperty("id").GetString()!;
    }
}

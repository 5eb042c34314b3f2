using System.Net;
using Xunit.Abstractions;

namespace BlogKit.AspNetCore.Tests;

/// <summary>What the queue costs the store, counted on SQLite. The numbers are those of docs/moderation/desk.md.</summary>
public sealed class DeskCostTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly TemporaryDatabase _database = new();
    private DeskSite _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await DeskSite.StartAsync(web: static o => o.Desk.PageSize = 10, database: _database.Path);
        for (var i = 0; i < 25; i++)
        {
            await _desk.HeldAsync($"Name {i}", $"Comment number {i}");
        }
    }

    public async Task DisposeAsync()
    {
        await _desk.DisposeAsync();
        _database.Dispose();
    }

    [Theory]
    [InlineData(DeskSite.Queue, 4 + 10)]
    [InlineData(DeskSite.Queue + "?status=spam", 4)]
    [InlineData("/blog/desk/log", 6)]
    [InlineData("/blog/desk/bans", 5)]
    public async Task A_page_takes_a_stated_number_of_commands(string path, int most)
    {
        await _desk.Browser.GetAsync(path);

        var commands = await CountAsync(() => _desk.Browser.GetAsync(path));

        output.WriteLine($"{path}: {commands.Count} ({string.Join(", ", commands)})");
        commands.Should().HaveCountLessThanOrEqualTo(most, because: string.Join(", ", commands));
    }

    [Fact]
    public async Task The_log_says_whose_comments_on_which_post_with_as_many_commands_for_many_lines_as_for_one()
    {
        await _desk.Browser.GetAsync("/blog/desk/log");
        var many = await CountAsync(() => _desk.Browser.GetAsync("/blog/desk/log"));
        var few = await CountAsync(() => _desk.Browser.GetAsync("/blog/desk/log?from=2999-01-01"));

        var page = await _desk.Browser.GetAsync("/blog/desk/log");

        page.Html.QuerySelectorAll(".bk-log .bk-log-said").Should().HaveCount(25);
        many.Count.Should().BeLessThanOrEqualTo(few.Count + 1, because: string.Join(", ", many));
    }

    [Theory]
    [InlineData("/blog/desk")]
    [InlineData("/api/blog/desk/counts")]
    public async Task The_policy_of_the_desk_and_what_stands_behind_it_open_a_request_once(string path)
    {
        await _desk.Browser.GetAsync(path);

        var commands = await CountAsync(() => _desk.Browser.GetAsync(path));

        output.WriteLine($"{path}: {commands.Count} ({string.Join(", ", commands)})");
        commands.Count(static c => c is "blog.find-by-key").Should().Be(1);
        commands.Count(static c => c is "author.find-by-user-key").Should().Be(1);
    }

    [Fact]
    public async Task A_decision_about_a_comment_that_changed_reads_what_its_row_shows_and_no_more()
    {
        var held = await _desk.HeldAsync("Max", "A comment");
        var form = DeskSite.RowForm(await _desk.Browser.GetAsync(DeskSite.Queue), held.Id);
        await _desk.SendFragmentAsync(form, "approve");
        var status = default(HttpStatusCode);

        var commands = await CountAsync(async () => status = (await _desk.SendFragmentAsync(form, "spam")).Status);

        output.WriteLine(string.Join(", ", commands));
        status.Should().Be(HttpStatusCode.Conflict);
        commands.Should().HaveCountLessThanOrEqualTo(8);
    }

    private Task<List<string>> CountAsync(Func<Task> action) => CommandCount.OfAsync(_desk.Site, action);
}

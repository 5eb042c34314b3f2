using System.Diagnostics.Metrics;
using Xunit.Abstractions;

namespace BlogKit.AspNetCore.Tests;

/// <summary>What the queue costs the store, counted on SQLite. The numbers are those of docs/moderation/desk.md.</summary>
public sealed class DeskCostTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly string _database = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".db");
    private DeskSite _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await DeskSite.StartAsync(web: static o => o.Desk.PageSize = 10, database: _database);
        for (var i = 0; i < 25; i++)
        {
            await _desk.HeldAsync($"Name {i}", $"Comment number {i}");
        }
    }

    public async Task DisposeAsync()
    {
        await _desk.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(_database)!, Path.GetFileName(_database) + "*"))
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(DeskSite.Queue, 6 + 10)]
    [InlineData(DeskSite.Queue + "?status=spam", 6)]
    [InlineData("/blog/desk/log", 8)]
    [InlineData("/blog/desk/bans", 7)]
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

    private async Task<List<string>> CountAsync(Func<Task> action)
    {
        var commands = new List<string>();
        var meter = _desk.Site.Get<BlogKitInstruments>().Meter;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (ReferenceEquals(instrument.Meter, meter) && instrument.Name == "blogkit.storage.commands")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            lock (commands)
            {
                commands.Add(tags[0].Value?.ToString() ?? "");
            }
        });
        listener.Start();
        await action();
        return commands;
    }
}

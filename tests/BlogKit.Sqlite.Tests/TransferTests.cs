using BlogKit.Specification;
using Microsoft.Extensions.Time.Testing;

namespace BlogKit.Sqlite.Tests;

/// <summary>What is SQLite's own in reading a blog as one state.</summary>
public sealed class TransferTests
{
    [Fact]
    public async Task A_reading_that_lasts_too_long_ends_by_itself_and_lets_the_log_begin_anew()
    {
        var clock = new FakeTimeProvider();
        await using var harness = new SqliteHarness();
        harness.Options.Clock = clock;
        harness.Options.MaximumCopyTime = TimeSpan.FromMinutes(5);
        await harness.StartAsync();
        var sample = new SampleData();
        var post = await Fill.PostAsync(harness.Store, sample);
        await using var reading = (await harness.Transfers.OpenAsync(post.BlogId, default))!;
        var part = await reading.ReadAsync(null, 1, default);
        clock.Advance(TimeSpan.FromMinutes(4));
        await reading.ReadAsync(part.Next, 1, default);
        await Fill.CommentAsync(harness.Store, sample, post);
        IsLogEmptied(harness).Should().BeFalse("the reading still sees the state before");

        clock.Advance(TimeSpan.FromMinutes(1));

        var reads = async () => await reading.ReadAsync(null, 1, default);
        (await reads.Should().ThrowAsync<TimeoutException>()).Which.Message.Should().Contain(harness.Path).And.Contain("MaximumCopyTime");
        IsLogEmptied(harness).Should().BeTrue();
    }

    [Fact]
    public async Task A_closed_store_ends_no_reading_in_the_middle_and_its_reading_can_be_closed()
    {
        await using var harness = new SqliteHarness();
        await harness.StartAsync();
        var post = await Fill.PostAsync(harness.Store, new SampleData());
        var reading = (await harness.Transfers.OpenAsync(post.BlogId, default))!;
        await harness.RestartAsync();

        (await reading.ReadAsync(null, 5, default)).Items.Should().NotBeEmpty();

        await reading.DisposeAsync();
    }

    // The first column of the checkpoint is 1 when somebody still reads an older state.
    private static bool IsLogEmptied(SqliteHarness harness)
    {
        using var connection = SqliteHarness.Connect(harness.Path);
        using var command = connection.CreateCommand();
        command.CommandTimeout = 1;
        command.CommandText = "PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)";
        using var reader = command.ExecuteReader();
        reader.NextResult();
        return reader.Read() && reader.GetInt64(0) == 0;
    }
}

using BlogKit.Specification;
using Microsoft.Data.Sqlite;

namespace BlogKit.Sqlite.Tests;

/// <summary>What SQLite itself holds for whole, and readers would miss.</summary>
public sealed class CheckTests : IAsyncLifetime
{
    private readonly SqliteHarness _harness = new() { IsAbandoned = true };

    public async Task InitializeAsync()
    {
        var sample = new SampleData();
        await _harness.StartAsync();
        var post = await Fill.PostAsync(
            _harness.Store, sample, static p => p with { Slug = Slug.From("hinges"), Tags = [Tag.From("Doors"), Tag.From("Oil")] });
        var root = await Fill.CommentAsync(_harness.Store, sample, post);
        await Fill.CommentAsync(_harness.Store, sample, post, parent: root);
    }

    public async Task DisposeAsync() => await _harness.DisposeAsync();

    [Theory]
    [InlineData("DELETE FROM post_lists WHERE list_kind = 0", "lists of the post 'hinges'")]
    [InlineData("DELETE FROM post_lists WHERE list_kind = 1 AND tag_name = 'Oil'", "lists of the post 'hinges'")]
    [InlineData("UPDATE posts SET status = 0", "lists of the post 'hinges'")]
    [InlineData("UPDATE post_slugs SET is_current = 0", "addresses at which the post 'hinges' is found")]
    [InlineData("UPDATE post_slugs SET slug = 'henges'", "addresses at which the post 'hinges' is found")]
    [InlineData("UPDATE comments SET depth = 4 WHERE parent_nr IS NOT NULL", "the depth of the comment")]
    [InlineData("UPDATE comments SET depth = 1 WHERE parent_nr IS NULL", "the depth of the comment")]
    public async Task What_readers_would_miss_is_named(string damage, string named)
    {
        (await new SqliteCheck(_harness.Store).RunAsync()).Should().BeEmpty();

        await using (var connection = new SqliteConnection($"Data Source={_harness.Path};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = damage;
            (await command.ExecuteNonQueryAsync()).Should().BePositive();
        }

        (await new SqliteCheck(_harness.Store).RunAsync()).Should().Contain(line => line.Contains(named, StringComparison.Ordinal));
    }
}

using BlogKit.Specification;
using BlogKit.Storage;
using Microsoft.Data.Sqlite;

namespace BlogKit.Sqlite.Tests;

/// <summary>The texts of a post that was read before are compared with what is stored.</summary>
public sealed class KeptPostsTests : IAsyncLifetime
{
    private readonly SqliteHarness _harness = new();
    private readonly SampleData _sample = new();
    private Post _post = null!;

    public async Task InitializeAsync()
    {
        await _harness.StartAsync();
        _post = await Fill.PostAsync(_harness.Store, _sample);
    }

    public async Task DisposeAsync() => await _harness.DisposeAsync();

    [Theory]
    [InlineData("post_texts", "markdown = markdown || 'ü'")]
    [InlineData("post_texts", "html = upper(html)")]
    [InlineData("post_texts", "plain_text = plain_text || ' x'")]
    [InlineData("posts", "excerpt_html = '<p>Ёlse</p>'")]
    [InlineData("posts", "excerpt_text = 'Else'")]
    public async Task A_change_is_seen_by_a_connection_that_read_the_post_before(string table, string change)
    {
        var before = await ReadAsync(_harness.Store);

        Execute(table, change);

        var after = await ReadAsync(_harness.Store);
        await using var another = _harness.OpenAnother();
        after.Should().BeEquivalentTo(await ReadAsync(another), static o => o.ComparingByMembers<Post>().ComparingByMembers<RenderedPost>());
        after.Should().NotBeEquivalentTo(before, static o => o.ComparingByMembers<Post>().ComparingByMembers<RenderedPost>());
    }

    [Fact]
    public async Task Texts_that_did_not_change_are_not_made_again()
    {
        var before = await ReadAsync(_harness.Store);
        var after = await ReadAsync(_harness.Store);

        after.Markdown.Should().BeSameAs(before.Markdown);
        after.Rendered.Html.Should().BeSameAs(before.Rendered.Html);
    }

    private async Task<Post> ReadAsync(SqliteStore store) =>
        (await ((IPostStore)store).FindBySlugAsync(_post.BlogId, _post.Slug, default))!.Post;

    private void Execute(string table, string change)
    {
        using var connection = new SqliteConnection($"Data Source={_harness.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"UPDATE {table} SET {change}";
        command.ExecuteNonQuery().Should().Be(1);
    }
}

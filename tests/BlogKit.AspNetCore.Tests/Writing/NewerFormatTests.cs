using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;

namespace BlogKit.AspNetCore.Tests;

/// <summary>A post in a format that only a newer version knows: it is shown as it was stored, and nothing makes another of it.</summary>
public sealed class NewerFormatTests : IAsyncLifetime
{
    private readonly TemporaryDatabase _database = new();
    private Site _site = null!;
    private Browser _browser = null!;

    public async Task InitializeAsync()
    {
        _site = await WriterSite.StartAsync(database: _database.Path);
        _browser = _site.Browse(WriterSite.Administrator);
        await using var connection = new SqliteConnection($"Data Source={_database.Path};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            "UPDATE posts SET format = 7; UPDATE post_texts SET markdown = '<script>alert(1)</script>', html = '<p>As stored.</p>'";
        await command.ExecuteNonQueryAsync();
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public async Task It_is_shown_as_it_was_stored()
    {
        var page = await _browser.GetAsync("/blog/" + _site.Post.Slug.Value);

        page.Text.Should().Contain("As stored.").And.NotContain("alert(1)");
    }

    [Theory]
    [InlineData("markdown")]
    [InlineData("html")]
    public async Task The_editor_makes_nothing_else_of_it(string format)
    {
        var page = await _browser.EditAsync(
            await _browser.GetAsync($"/blog/desk/posts/{_site.Post.Id}"), ("title", "Other"), ("format", format));

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        (await ReadAsync()).Rendered.Html.Should().Be("<p>As stored.</p>");
    }

    [Fact]
    public async Task A_program_that_changes_its_title_makes_nothing_else_of_it()
    {
        var url = new Uri(_site.Address, "/blog/" + _site.Post.Slug.Value).AbsoluteUri;

        var answer = await _browser.PostAsync("/blog/micropub", new StringContent(
            $$"""{"action":"update","url":"{{url}}","replace":{"name":["Other"]} }""", Encoding.UTF8, "application/json"));

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        (await ReadAsync()).Rendered.Html.Should().Be("<p>As stored.</p>");
    }

    private async Task<Post> ReadAsync() => (await _site.Posts.GetAsync(_site.Blog.Id, _site.Post.Id, Actor.System)).Value;
}

namespace BlogKit.CommandLine.Tests;

public class CareTests
{
    [Fact]
    public async Task A_backup_is_a_whole_database()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        await blog.CommentAsync("Hello?");
        var copy = Path.Combine(blog.Folder, "copy.db");

        var answer = (await blog.RunAsync("backup", copy, "--json")).Done().Json;

        answer.GetProperty("bytes").GetInt64().Should().Be(new FileInfo(copy).Length);
        (await blog.RunAsync("show", "bees", "--database", copy)).Done().Output.Should().Contain("Hello?");
        (await blog.RunAsync("comment", "bees", "--as", "ada", "--body", "On the copy.", "--database", copy)).Done();
        (await blog.RunAsync("show", "bees")).Done().Output.Should().NotContain("On the copy.");
    }

    [Fact]
    public async Task A_backup_replaces_no_file_unless_asked_to()
    {
        using var blog = await CommandLineBlog.CreateAsync();
        var copy = blog.Write("copy.db", "precious");

        (await blog.RunAsync("backup", copy)).ExitCode.Should().Be(4);
        File.ReadAllText(copy).Should().Be("precious");
        (await blog.RunAsync("backup", copy, "--force")).Done();
        (await blog.RunAsync("list", "--database", copy)).Done();
    }

    [Fact]
    public async Task A_backup_is_never_written_over_its_own_database()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();

        (await blog.RunAsync("backup", "blog.db", "--force")).ExitCode.Should().Be(2);
        (await blog.RunAsync("show", "bees")).Done();
    }

    [Fact]
    public async Task What_another_renderer_made_is_rendered_again()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();

        (await blog.RunAsync("rerender")).Done().Output.Should().Contain("0 texts");
        Stale(blog.Database);
        (await blog.RunAsync("rerender", "--json")).Done().Json.GetProperty("rendered").GetInt32().Should().Be(1);
        (await blog.RunAsync("rerender", "--json")).Done().Json.GetProperty("rendered").GetInt32().Should().Be(0);
    }

    private static void Stale(string database)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE posts SET renderer_version = renderer_version + 1000";
        command.ExecuteNonQuery();
    }
}

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
    public async Task A_backup_is_put_back()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        var copy = Path.Combine(blog.Folder, "copy.db");
        (await blog.RunAsync("backup", copy)).Done();
        await blog.CommentAsync("Too much.");

        (await blog.RunAsync("restore", "--from", copy)).Done().Output.Should().Contain("Restart the hosts");

        (await blog.RunAsync("show", "bees")).Done().Output.Should().NotContain("Too much.");
        (await blog.RunAsync("check")).Done().Output.Should().Contain("is whole");
    }

    [Fact]
    public async Task A_damaged_database_is_replaced_and_set_aside()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        var copy = Path.Combine(blog.Folder, "copy.db");
        (await blog.RunAsync("backup", copy)).Done();
        File.WriteAllText(blog.Database, new string('x', 9000));
        (await blog.RunAsync("check")).ExitCode.Should().Be(7);

        var answer = (await blog.RunAsync("restore", "--from", copy, "--json")).Done().Json;

        File.Exists(answer.GetProperty("setAside").GetString()).Should().BeTrue();
        (await blog.RunAsync("show", "bees")).Done();
    }

    [Fact]
    public async Task What_is_no_copy_is_refused_and_nothing_changes()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        var letter = blog.Write("letter.db", "Dear aunt, this is not a database, and it is long enough to be looked at as one. Yours.");

        var run = await blog.RunAsync("restore", "--from", letter);

        run.ExitCode.Should().Be(7);
        run.Error.Should().Contain("letter.db").And.Contain("Nothing was changed");
        (await blog.RunAsync("show", "bees")).Done();
    }

    [Fact]
    public async Task A_check_says_what_is_wrong()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();
        await blog.CommentAsync("Hello?");
        Execute(blog.Database, "UPDATE threads SET approved = 41");

        var run = await blog.RunAsync("check", "--json");

        run.ExitCode.Should().Be(7);
        run.Json.GetProperty("problems")[0].GetString().Should().Contain("bees").And.Contain("41");
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

    private static void Stale(string database) => Execute(database, "UPDATE posts SET renderer_version = renderer_version + 1000");

    private static void Execute(string database, string statement)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the statements are constants of these tests
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}

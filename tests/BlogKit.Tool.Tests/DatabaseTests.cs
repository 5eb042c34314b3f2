using Microsoft.Data.Sqlite;

namespace BlogKit.CommandLine.Tests;

public class DatabaseTests
{
    [Fact]
    public async Task A_database_that_is_missing_is_not_created_by_reading()
    {
        using var blog = new CommandLineBlog();

        var run = await blog.RunAsync("list");

        run.ExitCode.Should().Be(7);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain("blogkit init").And.Contain("--database");
        File.Exists(blog.Database).Should().BeFalse();
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_told()
    {
        using var blog = new CommandLineBlog();

        (await blog.RunAsync("init", "--database", Path.Combine(blog.Folder, "no", "blog.db"))).ExitCode.Should().Be(7);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_left_alone()
    {
        using var blog = await CommandLineBlog.CreateAsync();
        Execute(blog.Database, "PRAGMA user_version = 9999");

        (await blog.RunAsync("list")).ExitCode.Should().Be(7);
        var run = await blog.RunAsync("init", "--json");

        run.ExitCode.Should().Be(7);
        run.ErrorJson.GetProperty("errors")[0].GetProperty("message").GetString().Should().Contain("9999");
    }

    [Fact]
    public async Task A_database_of_an_older_version_says_what_to_run()
    {
        using var blog = await CommandLineBlog.CreateAsync();
        Execute(blog.Database, "PRAGMA user_version = 1");

        var run = await blog.RunAsync("list");

        run.ExitCode.Should().Be(7);
        run.Error.Should().Contain("blogkit init");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        using var blog = new CommandLineBlog();
        blog.Write("blog.db", "This is a letter to my aunt, not a database. It goes on for a while, as letters to aunts do.");

        (await blog.RunAsync("counts")).ExitCode.Should().Be(7);
        (await blog.RunAsync("init")).ExitCode.Should().Be(7);
    }

    [Fact]
    public async Task The_environment_names_the_database_unless_the_option_does()
    {
        using var blog = await CommandLineBlog.CreateAsync();
        var elsewhere = Path.Combine(blog.Folder, "elsewhere.db");

        (await blog.RunAsync(["list"], null, ("BLOGKIT_DATABASE", elsewhere))).ExitCode.Should().Be(7);
        (await blog.RunAsync(["list", "--database", blog.Database], null, ("BLOGKIT_DATABASE", elsewhere))).Done();
    }

    [Fact]
    public async Task An_unknown_blog_and_an_unknown_author_are_not_found()
    {
        using var blog = await CommandLineBlog.CreateAsync();

        (await blog.RunAsync("list", "--blog", "nowhere")).ExitCode.Should().Be(3);
        var run = await blog.RunAsync("list", "--as", "nobody");
        run.ExitCode.Should().Be(3);
        run.Error.Should().Contain("--as: author-not-found");
    }

    private static void Execute(string database, string statement)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the statements are constants of these tests
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}

namespace BlogKit.CommandLine.Tests;

public class UsageTests
{
    public static TheoryData<string[]> BadCommandLines => new(
        [],
        ["nonsense"],
        ["list", "--nonsense"],
        ["list", "--limit", "many"],
        ["list", "--status", "finished"],
        ["list", "--tag", "a", "--status", "draft"],
        ["show"],
        ["show", "Not A Slug"],
        ["show", "a", "b"],
        ["write", "post.md", "--draft", "--publish"],
        ["write", "post.md", "--schedule", "tomorrow"],
        ["comment", "bees"],
        ["approve"],
        ["approve", "123"],
        ["restore"],
        ["restore", "019ca9450a0070018000000000000001", "--from", "copy.db"],
        ["log", "xyz"],
        ["search"],
        ["moderation"],
        ["moderation", "explain"],
        ["moderation", "explain", "123"],
        ["moderation", "backtest", "--since", "yesterday"]);

    [Theory]
    [MemberData(nameof(BadCommandLines))]
    public async Task A_command_line_that_cannot_be_read_is_refused_on_standard_error(string[] arguments)
    {
        using var blog = new CommandLineBlog();

        var run = await blog.RunAsync(arguments);

        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.Should().StartWith("blogkit: ").And.Contain("--help");
    }

    [Fact]
    public async Task Json_is_kept_for_usage_errors()
    {
        using var blog = new CommandLineBlog();

        var run = await blog.RunAsync("approve", "123", "--json");

        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.ErrorJson.GetProperty("exitCode").GetInt32().Should().Be(2);
        var error = run.ErrorJson.GetProperty("errors")[0];
        error.GetProperty("code").GetString().Should().Be("usage");
        error.GetProperty("field").GetString().Should().Be("ID");
    }

    [Fact]
    public async Task Help_lists_every_command_and_every_exit_code()
    {
        using var blog = new CommandLineBlog();

        var run = (await blog.RunAsync("--help")).Done();

        foreach (var command in new[]
        {
            "init", "list", "show", "write", "comment", "approve", "hold", "spam", "trash", "restore", "purge", "queue", "log", "search",
            "counts", "backup", "check", "rerender", "moderation",
        })
        {
            run.Output.Should().Contain($"\n  {command} ");
        }

        foreach (var code in new[] { 0, 1, 2, 3, 4, 5, 6, 7, 130 })
        {
            run.Output.Should().MatchRegex($@"\n +{code} +\w");
        }
    }

    [Fact]
    public async Task A_text_that_begins_with_an_at_sign_is_a_text()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();

        (await blog.RunAsync("comment", "bees", "--as", "ada", "--body", "@Ada how far do they fly?")).Done();

        (await blog.RunAsync("show", "bees")).Done().Output.Should().Contain("@Ada how far do they fly?");
    }
}

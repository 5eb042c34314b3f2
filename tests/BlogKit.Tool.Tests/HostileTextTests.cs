namespace BlogKit.CommandLine.Tests;

public class HostileTextTests
{
    private const string Hostile =
        "Look \u001b]0;owned\u0007 \u001b[2J\u001b[31mred \u009b1A \u0090q \u007f \u202Egnp.exe\u202C [red]markup[/] [/] "
        + "[link=https://evil.example]x[/] \r over\b\bwritten\u2028end";

    [Fact]
    public async Task Nothing_in_the_database_controls_the_terminal()
    {
        using var blog = await CommandLineBlog.CreateAsync();
        await blog.PublishAsync("bees", $"# Bees [bold]\n\n{Hostile}");
        var id = await blog.CommentAsync(Hostile, "[red]Gus[/]", approve: false);

        string[][] commands =
        [
            ["queue"],
            ["approve", id, "--reason", Hostile],
            ["show", "bees"],
            ["show", "bees", "--json"],
            ["list"],
            ["list", "--json"],
            ["log", id],
            ["log", id, "--json"],
            ["search", "look"],
            ["search", "look", "--json"],
            ["trash", id, "--reason", new string('\u001b', 2000)],
            ["show", Hostile],
            ["show", Hostile, "--json"],
            ["list", "--blog", Hostile],
        ];
        foreach (var command in commands)
        {
            var run = await blog.RunAsync(command);
            run.ExitCode.Should().NotBe(1, "of {0}: {1}", command[0], run.Error);
            (run.Output + run.Error).Where(c => c != '\n' && (char.IsControl(c) || c is '\u202E' or '\u2028'))
                .Should().BeEmpty("of {0}", command[0]);
        }

        (await blog.RunAsync("show", "bees")).Done().Output.Should().Contain("[red]markup[/] [/]");
    }

    [Fact]
    public async Task Colours_never_reach_a_pipe()
    {
        using var blog = await CommandLineBlog.CreateWithPostAsync();

        foreach (var command in new[] { "list", "counts", "queue" })
        {
            (await blog.RunAsync(command)).Done().Output.Should().NotContain("\u001b");
        }

        (await blog.RunAsync("show", "wasps")).Error.Should().NotContain("\u001b");
    }

    [Theory]
    [InlineData("a\tb", "a b")]
    [InlineData("a\r\nb\nc", "a b c")]
    [InlineData("\u001b[31m", "\u241b[31m")]
    [InlineData("\u009b", "\uFFFD")]
    [InlineData("\u2066x\u2069", "\uFFFDx\uFFFD")]
    [InlineData("👩‍🚀 é", "👩‍🚀 é")]
    [InlineData(null, "")]
    public void A_line_stays_a_line(string? text, string expected) => SafeText.Line(text).Should().Be(expected);

    [Fact]
    public void Half_of_a_surrogate_pair_is_replaced() => SafeText.Line("a\uD83D").Should().Be("a\uFFFD");
}

using System.Diagnostics;

namespace BlogKit.Samples.Console.Tests;

/// <summary>The sample as its user starts it: a process, twice on one file.</summary>
public sealed class ConsoleSampleTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("blogkit-console-");

    [Fact]
    public async Task The_first_run_writes_a_discussion_and_says_what_waits_and_why()
    {
        var output = await RunAsync();

        output.Should().StartWith("# On Hinges");
        output.Should().Contain("2 comments").And.Contain("\n1. Max: <p>Mine <em>squeak</em>.</p>\n  - Ada Byron: <p>A drop of oil.</p>\n");
        output.Should().Contain("waits: Eva: Which oil do you take?").And.Contain("waits: Roy: You are an idiot").And.Contain(
            "Offensive language: ");
    }

    [Fact]
    public async Task Another_run_finds_what_the_first_one_wrote()
    {
        var first = await RunAsync();

        (await RunAsync()).Should().Be(first);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<string> RunAsync()
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, "BlogKit.Samples.Console.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [
            assembly,
            Path.Combine(_folder.FullName, "console.db"),
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var complaints = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, because: await complaints);
        return output.ReplaceLineEndings("\n");
    }
}

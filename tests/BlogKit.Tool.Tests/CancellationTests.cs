using System.Diagnostics;

namespace BlogKit.CommandLine.Tests;

public class CancellationTests
{
    [Fact]
    public async Task Ctrl_C_ends_a_command_that_waits_and_says_so()
    {
        using var blog = await CommandLineBlog.CreateAsync();

        // A shell's background job ignores the signal; env gives the process its default back.
        using var shell = Process.Start(new ProcessStartInfo(
            "env", ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "BlogKit.Tool.dll"), "write", "-", "--json"])
        {
            UseShellExecute = false,
            WorkingDirectory = blog.Folder,
            RedirectStandardInput = true,
            RedirectStandardError = true,
        })!;

        // More than a pipe holds: once it is written, the command is reading.
        var error = shell.StandardError.ReadToEndAsync();
        await shell.StandardInput.WriteAsync("# Half" + new string('x', 1_000_000));
        await shell.StandardInput.FlushAsync();
        using var kill = Process.Start("kill", ["-INT", shell.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await shell.WaitForExitAsync();

        shell.ExitCode.Should().Be(130);
        new Run(shell.ExitCode, "", await error).ErrorJson.GetProperty("errors")[0].GetProperty("code").GetString()
            .Should().Be("cancelled");
        (await blog.RunAsync("list", "--json")).Done().Json.GetProperty("items").GetArrayLength().Should().Be(0);
    }
}

using System.Diagnostics;

namespace BlogKit.AspNetCore.Tests;

/// <summary>
/// A test that has feeds read by Debian's python3-feedparser. Left out where that is not installed, except where everything is demanded.
/// </summary>
internal sealed class FeedparserFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> s_missing = new(FindMissing);

    public FeedparserFactAttribute()
    {
        if (s_missing.Value is { } reason && Environment.GetEnvironmentVariable("BLOGKIT_REQUIRE_ALL") is not "1")
        {
            Skip = reason;
        }
    }

    /// <summary>Runs a script with the feed parser at hand; its standard output.</summary>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        using var process = Start(script, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, because: errors);
        return await output;
    }

    private static string? FindMissing()
    {
        try
        {
            using var process = Start("import feedparser", []);
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : "python3-feedparser is not installed (apt-get install python3-feedparser).";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "python3 is not installed (apt-get install python3-feedparser).";
        }
    }

    private static Process Start(string script, string[] arguments)
    {
        // Debian's own interpreter has Debian's packages, whatever python3 comes first in the path.
        var python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        return Process.Start(new ProcessStartInfo(python, [
            "-c",
            script,
            .. arguments,
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
    }
}

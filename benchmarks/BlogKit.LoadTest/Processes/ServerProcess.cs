using System.Diagnostics;

namespace BlogKit.LoadTest;

/// <summary>A server in a process of its own; ends with this object.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <summary>The memory it holds now.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<ServerProcess> StartAsync(ServerSettings settings)
    {
        var process = Start(settings.Arguments);
        return await process.StandardOutput.ReadLineAsync() is { } line && line.Split(' ') is [var address, _]
            ? new ServerProcess(process, new Uri(address))
            : throw new InvalidOperationException("The server did not start.");
    }

    /// <summary>Runs another command of this program to its end and returns what it wrote.</summary>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? said.Trim()
            : throw new InvalidOperationException($"'{arguments[0]}' ended with {process.ExitCode:D}.");
    }

    public Uri Of(MeasuredThread thread) => new(Address, $"{MeasuredBlog.Path}/{thread.Slug}");

    public Uri OfFile(string name) => new(Address, $"/{Server.Files}/{name}");

    /// <summary>Its address, and its process for a profiler.</summary>
    public override string ToString() => $"{Address.AbsoluteUri} pid {Id:D}";

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,

            // As in every host that is built with Microsoft.NET.Sdk.Web; this program, which shares the cores, does without.
            Environment = { ["DOTNET_gcServer"] = "1" },
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ServerProcess).Assembly.Location);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
    }
}

using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace BlogKit.Samples.Web.Tests;

/// <summary>The built sample host, running as a process of its own on a port of its own choice. Disposing ends it, always.</summary>
internal sealed partial class WebHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<string>? _onLine;

    private WebHost(string database, Action<string>? onLine, params string[] arguments)
    {
        _onLine = onLine;
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(database)!,
            ArgumentList =
            {
                SampleFiles.HostAssembly,
                "--urls",
                "http://127.0.0.1:0",
                "--ConnectionStrings:Blog",
                $"Data Source={database}",
                // These tests send faster, and more, than people do.
                "--BlogKit:Moderation:Flood:Enabled",
                "false",
                "--BlogKit:RateLimits:Enabled",
                "false",
                "--BlogKit:Moderation:Form:MinimumTime",
                "00:00:00",
                "--BlogKit:Moderation:Form:TokenOutcome",
                "Approve",
            },
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) =>
        {
            _ended.TrySetResult();
            _listening.TrySetException(new InvalidOperationException($"The host ended before it listened:\n{Output}"));
        };
        _ = _listening.Task.ContinueWith(static task => task.Exception, TaskScheduler.Default);
    }

    public Uri Address => _listening.Task.Result;

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts the host and returns at once, before it listens.</summary>
    public static WebHost Launch(string database, Action<string>? onLine = null, params string[] arguments)
    {
        var host = new WebHost(database, onLine, arguments);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => host.Kill();
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        return host;
    }

    /// <summary>Starts the host, with further settings, and waits until it listens.</summary>
    public static async Task<WebHost> StartAsync(string database, params string[] arguments)
    {
        var host = Launch(database, onLine: null, arguments);
        try
        {
            await host.WaitUntilListeningAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public Task WaitUntilListeningAsync() => _listening.Task.WaitAsync(Patience);

    /// <summary>A client that follows no redirects; with cookies it is one visitor's browser.</summary>
    public HttpClient CreateClient(bool cookies = false) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = cookies }) { BaseAddress = Address, Timeout = Patience };

    /// <summary>Ends this process and no other, without asking it: kill -9.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended already, or was disposed.
        }
    }

    public async Task KillAsync()
    {
        Kill();
        await _ended.Task.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (?<url>http://\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListeningLine();

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (ListeningLine().Match(line) is { Success: true } match)
        {
            _listening.TrySetResult(new Uri(match.Groups["url"].Value));
        }

        _onLine?.Invoke(line);
    }
}

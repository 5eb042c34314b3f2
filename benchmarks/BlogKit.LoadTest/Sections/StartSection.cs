using System.Diagnostics;

namespace BlogKit.LoadTest;

/// <summary>The time from the start of a process to the end of its first page, and its memory afterwards, beside a bare Kestrel.</summary>
/// <param name="folder">The folder of the servers.</param>
internal sealed class StartSection(DirectoryInfo folder) : ISection
{
    /// <summary>Its name.</summary>
    public const string Title = "start";

    private const int StartsPerRound = 3;
    private const double Megabyte = 1024 * 1024;
    private static readonly TimeSpan s_idle = TimeSpan.FromSeconds(2);
    private readonly List<(double Time, double Memory)> _blog = [];
    private readonly List<(double Time, double Memory)> _bare = [];
    private readonly string _file = "start.html";

    public string Name => Title;

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var blog = await ServerProcess.StartAsync(new ServerSettings(ServerKind.Blog, folder));
        var page = await WebClient.PageAsync(blog.Of(MeasuredThread.Short), cancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, Server.Files, _file), page, cancellationToken);
    }

    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < StartsPerRound; i++)
        {
            _bare.Add(await StartAsync(ServerKind.Bare, s => s.OfFile(_file), cancellationToken));
            _blog.Add(await StartAsync(ServerKind.Blog, static s => s.Of(MeasuredThread.Short), cancellationToken));
        }
    }

    public void Forget()
    {
        _blog.Clear();
        _bare.Clear();
    }

    public void Write(TextWriter output)
    {
        output.WriteLine($"## {Name}: until the first page has arrived, and the memory two seconds later\n");
        output.WriteLine("| what | starts | time | against bare | memory | against bare |");
        output.WriteLine("| --- | --- | --- | --- | --- | --- |");
        Row(output, "bare Kestrel", _bare);
        Row(output, "blog", _blog);
        output.WriteLine();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Row(TextWriter output, string name, List<(double Time, double Memory)> starts)
    {
        string Cells(Func<(double Time, double Memory), double> value, string unit)
        {
            var ratio = Spread.Median(starts.Select(value)) / Spread.Median(_bare.Select(value));
            return $"{Spread.Text(starts.Select(value))} {unit} | {Spread.Digits(ratio)}";
        }

        output.WriteLine($"| {name} | {starts.Count:D} | {Cells(static s => s.Time, "ms")} | {Cells(static s => s.Memory, "MB")} |");
    }

    private async Task<(double Time, double Memory)> StartAsync(
        ServerKind kind, Func<ServerProcess, Uri> page, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await using var server = await ServerProcess.StartAsync(new ServerSettings(kind, folder));
        await WebClient.PageAsync(page(server), cancellationToken);
        var time = Stopwatch.GetElapsedTime(started);
        await Task.Delay(s_idle, cancellationToken);
        return (time.TotalMilliseconds, server.Memory / Megabyte);
    }
}

using System.Net;

namespace BlogKit.LoadTest;

/// <summary>
/// Readers of a page under which comments arrive at a steady pace, beside the same readers alone: with pages dropped at once, and with pages
/// that may be a second late.
/// </summary>
/// <param name="settings">The settings of the run.</param>
/// <param name="folder">The folder of the servers.</param>
/// <param name="blog">The server of the blog.</param>
internal sealed class TogetherSection(LoadSettings settings, DirectoryInfo folder, ServerProcess blog) : ISection
{
    /// <summary>Its name.</summary>
    public const string Title = "together";

    private const string Alone = "readers alone";
    private const int Writers = 2;
    private const int CommentsPerSecond = 50;
    private static readonly MeasuredThread s_thread = MeasuredThread.Middle;
    private static readonly TimeSpan s_pace = TimeSpan.FromSeconds(1) * Writers / CommentsPerSecond;
    private readonly LoadTable _table = new();
    private ServerProcess? _delayed;

    public string Name => Title;

    public async Task PrepareAsync(CancellationToken cancellationToken) =>
        _delayed = await ServerProcess.StartAsync(new ServerSettings(ServerKind.Delayed, folder) { Preset = settings.Preset });

    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        _table.Add(Alone, await new WebClient(settings, blog.Id).ReadAsync(blog.Of(s_thread), cancellationToken));
        await MeasureAsync(blog, "while comments arrive", cancellationToken);
        await MeasureAsync(_delayed!, "the same, pages up to a second late", cancellationToken);
    }

    public void Forget() => _table.Clear();

    public void Write(TextWriter output)
    {
        output.WriteLine(
            $"## {Name}: {settings.Connections:D} readers, {CommentsPerSecond:D} comments a second, preset {settings.Preset}\n");
        _table.Write(output);
    }

    public async ValueTask DisposeAsync()
    {
        if (_delayed is not null)
        {
            await _delayed.DisposeAsync();
        }
    }

    private async Task MeasureAsync(ServerProcess server, string how, CancellationToken cancellationToken)
    {
        var client = new WebClient(settings, server.Id);
        var form = await WebClient.FormAsync(server.Of(s_thread), cancellationToken);
        var readers = client.ReadAsync(server.Of(s_thread), cancellationToken);
        var writers = client.WriteAsync(form, Writers, HttpStatusCode.SeeOther, s_pace, cancellationToken);
        await Task.WhenAll(readers, writers);

        // The server's time is that of both; divided by the pages, which are most of the answers.
        _table.Add($"readers, {how}", await readers, Alone);
        _table.Add($"comments, {how}", (await writers) with { ServerTime = TimeSpan.Zero });
    }
}

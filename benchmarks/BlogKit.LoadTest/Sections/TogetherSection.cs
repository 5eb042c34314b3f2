using System.Net;

namespace BlogKit.LoadTest;

/// <summary>Readers of a page under which comments arrive at a steady pace, beside the same readers alone.</summary>
/// <param name="settings">The settings of the run.</param>
/// <param name="blog">The server of the blog.</param>
internal sealed class TogetherSection(LoadSettings settings, ServerProcess blog) : ISection
{
    /// <summary>Its name.</summary>
    public const string Title = "together";

    private const string Alone = "readers alone";
    private const int Writers = 2;
    private const int CommentsPerSecond = 50;
    private static readonly MeasuredThread s_thread = MeasuredThread.Middle;
    private static readonly TimeSpan s_pace = TimeSpan.FromSeconds(1) * Writers / CommentsPerSecond;
    private readonly LoadTable _table = new();
    private Uri? _form;

    public string Name => Title;

    public async Task PrepareAsync(CancellationToken cancellationToken) =>
        _form = await WebClient.FormAsync(blog.Of(s_thread), cancellationToken);

    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        var client = new WebClient(settings, blog.Id);
        _table.Add(Alone, await client.ReadAsync(blog.Of(s_thread), cancellationToken));
        var readers = client.ReadAsync(blog.Of(s_thread), cancellationToken);
        var writers = client.WriteAsync(_form!, Writers, HttpStatusCode.SeeOther, s_pace, cancellationToken);
        await Task.WhenAll(readers, writers);

        // The server's time is that of both; divided by the pages, which are most of the answers.
        _table.Add("readers, while comments arrive", await readers, Alone);
        _table.Add("the comments meanwhile", (await writers) with { ServerTime = TimeSpan.Zero });
    }

    public void Write(TextWriter output)
    {
        output.WriteLine(
            $"## {Name}: {settings.Connections:D} readers, {CommentsPerSecond:D} comments a second, preset {settings.Preset}\n");
        _table.Write(output);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

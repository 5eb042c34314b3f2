using System.Net;

namespace BlogKit.LoadTest;

/// <summary>Comments sent by form over HTTP, beside the same comments handed to the library by as many submitters.</summary>
/// <param name="settings">The settings of the run.</param>
/// <param name="folder">The folder of the servers.</param>
/// <param name="blog">The server that takes them.</param>
internal sealed class CommentSection(LoadSettings settings, DirectoryInfo folder, ServerProcess blog) : ISection
{
    private const string Alone = "library alone";
    private readonly LoadTable _table = new();
    private Uri? _form;
    private int _round;

    public string Name => MeasuredThread.Taken.Name;

    public async Task PrepareAsync(CancellationToken cancellationToken) =>
        _form = await WebClient.FormAsync(blog.Of(MeasuredThread.Taken), cancellationToken);

    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        _table.Add(Alone, await Intake.MeasureAsync(settings, folder, _round++));
        var client = new WebClient(settings, blog.Id);
        var sent = await client.WriteAsync(_form!, settings.Connections, HttpStatusCode.SeeOther, TimeSpan.Zero, cancellationToken);
        _table.Add("by form over HTTP", sent, Alone);
        foreach (var other in settings.Beside.Where(o => o.Section == Name))
        {
            var result = await new WebClient(settings, other.Processes).WriteAsync(
                other.Address, settings.Connections, HttpStatusCode.Found, TimeSpan.Zero, cancellationToken);
            _table.Add(other.Address.Authority, result, "by form over HTTP");
        }
    }

    public void Forget() => _table.Clear();

    public void Write(TextWriter output)
    {
        output.WriteLine($"## {Name}: comments taken from {settings.Connections:D} writers, preset {settings.Preset}\n");
        _table.Write(output);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

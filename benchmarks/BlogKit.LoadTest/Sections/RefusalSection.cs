using System.Globalization;
using System.Net;

namespace BlogKit.LoadTest;

/// <summary>
/// Comments that are refused because too many came: by the flood policy, which reads and judges them first, and with the sample's limits,
/// where the limit of requests refuses most before they are read.
/// </summary>
/// <param name="settings">The settings of the run.</param>
/// <param name="folder">The folder of the servers.</param>
/// <param name="bare">The bare server.</param>
internal sealed class RefusalSection(LoadSettings settings, DirectoryInfo folder, ServerProcess bare) : ISection
{
    /// <summary>Its name.</summary>
    public const string Title = "refused";

    private const string Bare = "bare Kestrel";
    private const string File = "refused.html";
    private const int MostTaken = 50;
    private readonly LoadTable _table = new();
    private readonly Dictionary<ServerKind, (ServerProcess Server, Uri Form)> _limited = [];
    private int _length;

    public string Name => Title;

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        foreach (var kind in (ServerKind[])[ServerKind.FloodLimited, ServerKind.Usual])
        {
            var server = await ServerProcess.StartAsync(new ServerSettings(kind, folder));
            var form = await WebClient.FormAsync(server.Of(MeasuredThread.Taken), cancellationToken);
            _limited.Add(kind, (server, form));
        }

        var refusal = await RefusalAsync(_limited[ServerKind.FloodLimited].Form, cancellationToken);
        await System.IO.File.WriteAllBytesAsync(Path.Combine(folder.FullName, Server.Files, File), refusal, cancellationToken);
    }

    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        _table.Add(Bare, await new WebClient(settings, bare.Id).ReadAsync(bare.OfFile(File), cancellationToken));
        _table.Add("refused by the flood policy", await MeasureAsync(ServerKind.FloodLimited, cancellationToken), Bare);
        _table.Add("refused with the sample's limits", await MeasureAsync(ServerKind.Usual, cancellationToken), Bare);
    }

    public void Forget() => _table.Clear();

    public void Write(TextWriter output)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"## {Name}: comments that are too many, {settings.Connections} writers, preset Standard, answered with {_length:N0} bytes\n"));
        _table.Write(output);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (server, _) in _limited.Values)
        {
            await server.DisposeAsync();
        }
    }

    private Task<LoadResult> MeasureAsync(ServerKind kind, CancellationToken cancellationToken)
    {
        var (server, form) = _limited[kind];
        return new WebClient(settings, server.Id).WriteAsync(
            form, settings.Connections, HttpStatusCode.TooManyRequests, TimeSpan.Zero, cancellationToken);
    }

    private async Task<byte[]> RefusalAsync(Uri form, CancellationToken cancellationToken)
    {
        for (var i = 0; i < MostTaken; i++)
        {
            if (await WebClient.SendAsync(form, cancellationToken) is (HttpStatusCode.TooManyRequests, var body))
            {
                _length = body.Length;
                return body;
            }
        }

        throw new InvalidOperationException($"The flood policy took {MostTaken:D} comments.");
    }
}

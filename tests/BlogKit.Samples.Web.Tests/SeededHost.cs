using AngleSharp.Dom;

namespace BlogKit.Samples.Web.Tests;

/// <summary>One host on a freshly seeded database, for tests that only read.</summary>
public sealed class SeededHost : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private WebHost? _host;
    private HttpClient? _client;

    public HttpClient Client => _client!;

    internal WebHost Host => _host!;

    public async Task InitializeAsync()
    {
        _host = await WebHost.StartAsync(_folder.Database());
        _client = _host.CreateClient();
    }

    public async Task DisposeAsync()
    {
        _client?.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _folder.Dispose();
    }

    internal Task<IDocument> ReadAsync(string path) => Html.ReadAsync(Client, path);
}

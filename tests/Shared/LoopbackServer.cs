using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BlogKit.Testing;

/// <summary>A server on a free port of this machine, which stands for one elsewhere and logs nothing.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stopping = new();

    private LoopbackServer(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    /// <summary>Cancelled when the server is disposed: an answer that never comes ends with it.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Starts a server that gives every request to one delegate.</summary>
    public static async Task<LoopbackServer> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(static o =>
        {
            o.AllowSynchronousIO = true;
            o.Listen(IPAddress.Loopback, 0);
        });
        var server = new LoopbackServer(builder.Build());
        server._app.Run(answer);
        await server._app.StartAsync();
        server.Address = new Uri(
            server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return server;
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _app.DisposeAsync();
        _stopping.Dispose();
    }
}

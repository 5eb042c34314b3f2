using Microsoft.Extensions.Hosting;

namespace BlogKit.Internal;

/// <summary>
/// Stops the start of a host whose store is not ready, with the store's own words about what to call, instead of failing every request later on.
/// The store is asked for when the host starts: options are checked before that.
/// </summary>
internal sealed class PreparedStore(Func<IStoreSchema> schema) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => schema().CheckAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using BlogKit.Moderation;
using BlogKit.Storage;
using Microsoft.Extensions.Hosting;

namespace BlogKit.Internal;

/// <summary>
/// Stops the start of a host whose store is not ready, with the store's own words about what to call, or whose policies cannot be made,
/// instead of failing every request later on. Both are asked for when the host starts: options are checked before that.
/// </summary>
internal sealed class PreparedStore(Func<IStoreSchema> schema, Func<ModerationPolicies> policies) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await schema().CheckAsync(cancellationToken).ConfigureAwait(false);
        _ = policies();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BlogKit;

/// <summary>
/// Announces committed changes to the parts of one process, right after the commit and on the committer's thread: caches drop what is
/// stale, open pages learn that a comment arrived. The services of BlogKit announce what they change; whoever writes into a store past them
/// (an import, another host) announces it with <see cref="Announce"/>. Safe for concurrent use; announcements of concurrent commits may
/// arrive in either order.
/// </summary>
/// <remarks>Nothing is kept: who subscribes later does not learn of what was before. Commits of other processes are not heard of.</remarks>
public sealed partial class BlogChanges(ILogger<BlogChanges>? logger = null)
{
    private readonly ILogger _logger = logger ?? NullLogger<BlogChanges>.Instance;
    private ImmutableArray<Subscription> _subscriptions = [];

    /// <summary>Calls <paramref name="onChange"/> for every change from now on, until the result is disposed.</summary>
    /// <param name="onChange">
    /// Must be quick and must not block: the commit's caller waits for it. What it throws is logged and reaches nobody.
    /// </param>
    public IDisposable Subscribe(Action<BlogChange> onChange)
    {
        ArgumentNullException.ThrowIfNull(onChange);
        var subscription = new Subscription(this, onChange);
        ImmutableInterlocked.Update(ref _subscriptions, static (all, one) => all.Add(one), subscription);
        return subscription;
    }

    /// <summary>Tells every subscriber. Call it after the commit, never before.</summary>
    /// <param name="change">The change that was committed.</param>
    public void Announce(BlogChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        foreach (var subscription in _subscriptions)
        {
            try
            {
                subscription.OnChange(change);
            }
#pragma warning disable CA1031 // The commit succeeded: no subscriber's fault may make its caller believe otherwise.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                SubscriberFailed(_logger, change.Kind, exception);
            }
        }
    }

    [LoggerMessage(
        EventId = 60,
        Level = LogLevel.Error,
        Message = "A subscriber to changes failed on a change of kind {Kind}; what it keeps may be stale.")]
    private static partial void SubscriberFailed(ILogger logger, BlogChangeKind kind, Exception exception);

    private sealed class Subscription(BlogChanges owner, Action<BlogChange> onChange) : IDisposable
    {
        public Action<BlogChange> OnChange { get; } = onChange;

        public void Dispose() => ImmutableInterlocked.Update(ref owner._subscriptions, static (all, one) => all.Remove(one), this);
    }
}

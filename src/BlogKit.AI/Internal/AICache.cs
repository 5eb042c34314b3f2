using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Memory;

namespace BlogKit.Internal;

/// <summary>Keeps answers for a while and within a bounded memory. Safe for concurrent use.</summary>
internal sealed class AICache(AIModerationOptions options, TimeProvider clock) : IDisposable
{
    private const int Overhead = 300;

    // Long enough that sets of policies asked one after another do not all wait for a model that is down; short enough not to matter after
    // that.
    private static readonly TimeSpan s_faultDuration = TimeSpan.FromSeconds(10);

    private readonly MemoryCache _entries = new(new MemoryCacheOptions { SizeLimit = options.CacheMemory, Clock = new SteadyClock(clock) });

    public bool TryGet<T>(string key, [NotNullWhen(true)] out T? value)
        where T : class => _entries.TryGetValue(key, out value) && value is not null;

    public void Keep<T>(string key, T value, int size)
        where T : class => Keep(key, value, size, options.CacheDuration);

    public void KeepFault<T>(string key, T value)
        where T : class => Keep(key, value, 0, s_faultDuration);

    public void Dispose() => _entries.Dispose();

    private void Keep<T>(string key, T value, int size, TimeSpan duration)
        where T : class
    {
        if (duration > TimeSpan.Zero)
        {
            _entries.Set(key, value, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = duration, Size = Overhead + size });
        }
    }
}

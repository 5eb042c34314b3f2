using System.Diagnostics.Metrics;
using Microsoft.Extensions.Caching.Memory;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Counts what a cache drops or does not take because it is full: then it is too small for what it is asked for.</summary>
internal sealed class CacheDrops(BlogKitInstruments instruments, string cache)
{
    private static readonly PostEvictionDelegate s_count = static (_, _, reason, drops) =>
    {
        if (reason is EvictionReason.Capacity)
        {
            ((CacheDrops)drops!).Count();
        }
    };

    // A meter has one instrument of a name.
    private readonly Counter<long> _drops = instruments.Meter.CreateCounter<long>(
        "blogkit.cache.drops", "{entry}", "What a cache had no room for, by cache.");

    /// <summary>The options of an entry, counted when there is no room for it.</summary>
    public MemoryCacheEntryOptions Watch(MemoryCacheEntryOptions entry) => entry.RegisterPostEvictionCallback(s_count, this);

    /// <summary>
    /// Something was dropped, or not taken, for want of room. Calls whoever listens to the meter, the application too: under no lock.
    /// </summary>
    public void Count() => _drops.Add(1, new KeyValuePair<string, object?>("cache", cache));
}

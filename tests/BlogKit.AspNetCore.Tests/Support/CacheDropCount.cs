using BlogKit.Testing;

namespace BlogKit.AspNetCore.Tests;

/// <summary>The caches that had no room, once for each thing that they dropped.</summary>
internal static class CacheDropCount
{
    public static async Task<List<string>> OfAsync(BlogKitInstruments instruments, Func<Task> action) =>
        [.. (await Counted.WhileAsync(instruments.Meter, "blogkit.cache.drops", action)).Select(static c => c.What)];
}

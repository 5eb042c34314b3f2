using BlogKit.Testing;

namespace BlogKit.AspNetCore.Tests;

/// <summary>The store's commands that something costs.</summary>
internal static class CommandCount
{
    public static async Task<List<string>> OfAsync(Site site, Func<Task> action) =>
        [.. (await Counted.WhileAsync(site.Get<BlogKitInstruments>().Meter, "blogkit.storage.commands", action)).Select(static c => c.What)];
}

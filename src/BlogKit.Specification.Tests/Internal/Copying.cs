using System.Text.Json;
using BlogKit.Storage;
using Xunit;

namespace BlogKit.Specification;

/// <summary>Copies of blogs.</summary>
internal static class Copying
{
    /// <summary>Every item of a blog.</summary>
    public static async Task<List<TransferItem>> ItemsAsync(ITransferStore store, BlogId blogId, int limit = 100)
    {
        var items = new List<TransferItem>();
        var reading = await store.OpenAsync(blogId, default).ConfigureAwait(false);
        Assert.NotNull(reading);
        await using (reading.ConfigureAwait(false))
        {
            string? cursor = null;
            do
            {
                var part = await reading.ReadAsync(cursor, limit, default).ConfigureAwait(false);
                Assert.InRange(part.Items.Length, 1, limit);
                items.AddRange(part.Items);
                cursor = part.Next;
            }
            while (cursor is not null);
        }

        return items;
    }

    /// <summary>What the items say, whatever order those of one kind have.</summary>
    public static string Text(IEnumerable<TransferItem> items) =>
        string.Join(Environment.NewLine, items.Select(Text).Order(StringComparer.Ordinal));

    public static string Text(TransferItem item) => $"{(int)item.Kind:00} {JsonSerializer.Serialize(item, item.GetType())}";

    public static async Task<List<TransferResult>> WriteAsync(
        ITransferStore store, BlogId blogId, IEnumerable<TransferItem> items, int limit = 100)
    {
        var results = new List<TransferResult>();
        foreach (var batch in items.Chunk(limit))
        {
            var answers = await store.WriteAsync(blogId, batch, default).ConfigureAwait(false);
            Assert.Equal(batch.Length, answers.Length);
            results.AddRange(answers);
        }

        return results;
    }

    /// <summary>Writes all items and insists that each is stored.</summary>
    public static async Task StoreAsync(ITransferStore store, BlogId blogId, IReadOnlyList<TransferItem> items, int limit = 100)
    {
        var results = await WriteAsync(store, blogId, items, limit).ConfigureAwait(false);
        Assert.All(
            items.Zip(results),
            static pair => Assert.True(pair.Second.Outcome is TransferOutcome.Stored, $"{pair.Second}: {Text(pair.First)}"));
    }

    /// <summary>Copies every blog.</summary>
    public static async Task CopyAsync(StoreHarness from, StoreHarness into, int limit = 100)
    {
        foreach (var blog in await from.Blogs.ListAllAsync(default).ConfigureAwait(false))
        {
            var items = await ItemsAsync(from.Transfers, blog.Id, limit).ConfigureAwait(false);
            await StoreAsync(into.Transfers, blog.Id, items, limit).ConfigureAwait(false);
        }
    }
}

using System.Collections.Immutable;
using BlogKit.Specification;
using BlogKit.Storage;

namespace BlogKit.Interchange.Copy;

/// <summary>A store of copies that dies before or after a write, and remembers what was written.</summary>
internal sealed class FailingTransfers(ITransferStore inner) : ITransferStore
{
    /// <summary>How many writes are still done; null for all.</summary>
    public int? WritesLeft { get; set; }

    /// <summary>Whether the write that dies is done all the same.</summary>
    public bool DiesAfter { get; set; }

    public List<int> Batches { get; } = [];

    public Task<ITransferReading?> OpenAsync(BlogId blogId, CancellationToken cancellationToken) =>
        inner.OpenAsync(blogId, cancellationToken);

    public async Task<ImmutableArray<TransferResult>> WriteAsync(
        BlogId blogId, IReadOnlyList<TransferItem> items, CancellationToken cancellationToken)
    {
        if (WritesLeft is 0)
        {
            if (DiesAfter)
            {
                await inner.WriteAsync(blogId, items, cancellationToken);
            }

            throw new StoreDiedException();
        }

        WritesLeft--;
        Batches.Add(items.Count);
        return await inner.WriteAsync(blogId, items, cancellationToken);
    }
}

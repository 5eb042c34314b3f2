using BlogKit.Storage;

namespace BlogKit.Internal;

/// <summary>Stands in for a store that can be neither copied nor filled by a copy.</summary>
internal sealed class NoTransfer : ITransferStore
{
    public Task<ITransferReading?> OpenAsync(BlogId blogId, CancellationToken cancellationToken) => throw Missing();

    public Task<ImmutableArray<TransferResult>> WriteAsync(
        BlogId blogId, IReadOnlyList<TransferItem> items, CancellationToken cancellationToken) => throw Missing();

    private static NotSupportedException Missing() => new(
        $"The store plays no {nameof(ITransferStore)}: a blog can neither be read from it as a whole nor written into it. "
        + "Use a version of it that does, or add the role: UseStore(roles => roles.Add(services => …)).");
}

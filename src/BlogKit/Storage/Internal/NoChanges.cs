using BlogKit.Storage;

namespace BlogKit.Internal;

/// <summary>Stands in for a store that keeps no change feed: whoever follows it is told that changes are missing.</summary>
internal sealed class NoChanges : IChangeStore
{
    public Task<ChangeSlice> ReadChangesAsync(BlogId blogId, long after, int limit, CancellationToken cancellationToken) =>
        Task.FromResult(new ChangeSlice([], IsTrimmed: true));

    public Task<long> ReadChangePositionAsync(BlogId blogId, CancellationToken cancellationToken) => Task.FromResult(0L);

    public Task<int> DeleteChangesAsync(BlogId blogId, DateTimeOffset before, CancellationToken cancellationToken) => Task.FromResult(0);
}

using BlogKit.Storage;

namespace BlogKit.Internal;

/// <summary>Stands in for a store that keeps no names: users whom the application gives none are asked with every comment.</summary>
internal sealed class NoDisplayNames : IDisplayNameStore
{
    public Task<DisplayName?> FindDisplayNameAsync(BlogId blogId, string userKey, CancellationToken cancellationToken) =>
        Task.FromResult<DisplayName?>(null);

    public Task<SaveOutcome> SaveDisplayNameAsync(DisplayName name, CancellationToken cancellationToken) => throw new NotSupportedException(
        $"The store plays no {nameof(IDisplayNameStore)}: it cannot keep the names that users choose. "
        + "Use a version of it that does, or add the role: UseStore(roles => roles.Add(services => …)).");

    public Task<bool> DeleteDisplayNameAsync(BlogId blogId, string userKey, CancellationToken cancellationToken) => Task.FromResult(false);
}

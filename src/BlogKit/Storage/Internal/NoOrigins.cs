using BlogKit.Storage;

namespace BlogKit.Internal;

/// <summary>Stands in for a store that keeps no origins: it has no imports, and none can begin.</summary>
internal sealed class NoOrigins : IOriginStore
{
    private static readonly Task<ImmutableArray<Origin>> s_none = Task.FromResult(ImmutableArray<Origin>.Empty);

    public Task<ImportRun?> BeginImportAsync(NewImport import, CancellationToken cancellationToken) => throw Missing();

    public Task<SaveOutcome> SaveImportAsync(ImportRun import, CancellationToken cancellationToken) => throw Missing();

    public Task<ImportRun?> FindImportAsync(BlogId blogId, long number, CancellationToken cancellationToken) =>
        Task.FromResult<ImportRun?>(null);

    public Task<ImmutableArray<ImportRun>> ListImportsAsync(
        BlogId blogId, long? before, int limit, CancellationToken cancellationToken) => Task.FromResult(ImmutableArray<ImportRun>.Empty);

    public Task<SaveOutcome> SaveOriginsAsync(
        BlogId blogId, IReadOnlyCollection<Origin> origins, CancellationToken cancellationToken) => throw Missing();

    public Task<ImmutableArray<Origin>> FindManyOriginsAsync(
        BlogId blogId, string source, OriginKind kind, IReadOnlyCollection<string> originalIds, CancellationToken cancellationToken) =>
        s_none;

    public Task<ImmutableArray<Origin>> FindManyOriginsOfItemsAsync(
        BlogId blogId, OriginKind kind, IReadOnlyCollection<Guid> itemIds, CancellationToken cancellationToken) => s_none;

    public Task<ImmutableArray<Origin>> FindManyOriginsByAddressAsync(
        BlogId blogId, OriginKind kind, IReadOnlyCollection<string> addresses, CancellationToken cancellationToken) => s_none;

    public Task<ImmutableArray<Origin>> ListOriginsOfImportAsync(
        BlogId blogId, long importNumber, OriginCursor? after, int limit, CancellationToken cancellationToken) => s_none;

    public Task<int> DeleteOriginsAsync(
        BlogId blogId, string source, OriginKind kind, IReadOnlyCollection<string> originalIds, CancellationToken cancellationToken) =>
        Task.FromResult(0);

    private static NotSupportedException Missing() => new(
        $"The store plays no {nameof(IOriginStore)}: it cannot keep where imported items came from. "
        + "Use a version of it that does, or add the role: UseStore(roles => roles.Add(services => …)).");
}

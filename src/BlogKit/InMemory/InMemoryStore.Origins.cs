using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class InMemoryStore
{
    public Task<ImportRun?> BeginImportAsync(NewImport import, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(import);
        StorableText.Check(import);
        return Write(
            state =>
            {
                if (!state.Blogs.ContainsKey(import.BlogId))
                {
                    return (state, (ImportRun?)null);
                }

                var before = state.Imports.GetValueOrDefault(import.BlogId, []);
                var run = new ImportRun
                {
                    BlogId = import.BlogId,
                    Number = before.Count + 1,
                    Source = import.Source,
                    StartedBy = import.StartedBy,
                    StartedAt = import.StartedAt,
                };
                return (WithImports(state, import.BlogId, before.Add(run)), run);
            },
            cancellationToken);
    }

    public Task<SaveOutcome> SaveImportAsync(ImportRun import, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(import);
        StorableText.Check(import);
        return Write(
            state =>
            {
                if (FindImport(state, import.BlogId, import.Number) is not { } stored)
                {
                    return (state, SaveOutcome.Missing);
                }

                var saved = stored with { EndedAt = import.EndedAt, UndoneAt = import.UndoneAt, Counts = import.Counts };
                return (
                    WithImports(state, import.BlogId, state.Imports[import.BlogId].SetItem((int)import.Number - 1, saved)),
                    SaveOutcome.Saved);
            },
            cancellationToken);
    }

    public Task<ImportRun?> FindImportAsync(BlogId blogId, long number, CancellationToken cancellationToken) =>
        Read(state => FindImport(state, blogId, number), cancellationToken);

    public Task<ImmutableArray<ImportRun>> ListImportsAsync(BlogId blogId, long? before, int limit, CancellationToken cancellationToken)
    {
        RequireSize(limit);
        return Read(
            state => state.Imports.GetValueOrDefault(blogId, []).Reverse()
                .Where(run => before is null || run.Number < before)
                .Take(limit)
                .ToImmutableArray(),
            cancellationToken);
    }

    public Task<SaveOutcome> SaveOriginsAsync(BlogId blogId, IReadOnlyCollection<Origin> origins, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(origins);
        foreach (var origin in origins)
        {
            StorableText.Check(origin);
        }

        RequireBlog(blogId, origins);
        return Write(
            state =>
            {
                if (!state.Blogs.ContainsKey(blogId) || origins.Any(origin => !HasImports(state, origin)))
                {
                    return (state, SaveOutcome.Missing);
                }

                var next = origins.Aggregate(state, static (before, origin) => before.WithOrigin(origin));
                return (origins.Count == 0 ? state : Changed(Step(next), blogId, BlogChangeKind.Origins), SaveOutcome.Saved);
            },
            cancellationToken);
    }

    public Task<ImmutableArray<Origin>> FindManyOriginsAsync(
        BlogId blogId, string source, OriginKind kind, IReadOnlyCollection<string> originalIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(originalIds);
        return Read(
            state => originalIds.Distinct(StringComparer.Ordinal)
                .Select(id => state.Origins.GetValueOrDefault(new OriginKey(blogId, source, kind, id)))
                .OfType<Origin>()
                .ToImmutableArray(),
            cancellationToken);
    }

    public Task<ImmutableArray<Origin>> FindManyOriginsOfItemsAsync(
        BlogId blogId, OriginKind kind, IReadOnlyCollection<Guid> itemIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(itemIds);
        return Read(
            state => itemIds.Distinct()
                .SelectMany(id => state.OriginsOfItems.GetValueOrDefault((blogId, kind, id), []))
                .Select(key => state.Origins[key])
                .ToImmutableArray(),
            cancellationToken);
    }

    public Task<ImmutableArray<Origin>> FindManyOriginsByAddressAsync(
        BlogId blogId, OriginKind kind, IReadOnlyCollection<string> addresses, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        var asked = addresses.ToHashSet(StringComparer.Ordinal);
        return Read(
            state => state.Origins.Values
                .Where(origin => origin.BlogId == blogId && origin.Kind == kind && origin.Address is { } address && asked.Contains(address))
                .ToImmutableArray(),
            cancellationToken);
    }

    public Task<ImmutableArray<Origin>> ListOriginsOfImportAsync(
        BlogId blogId, long importNumber, OriginCursor? after, int limit, CancellationToken cancellationToken)
    {
        RequireSize(limit);
        return Read(
            state => state.Origins.Values
                .Where(origin => origin.BlogId == blogId && origin.ImportNumber == importNumber)
                .Where(origin => after is null || ComparePlaces(OriginCursor.Of(origin), after) > 0)
                .Order(Comparer<Origin>.Create(static (a, b) => ComparePlaces(OriginCursor.Of(a), OriginCursor.Of(b))))
                .Take(limit)
                .ToImmutableArray(),
            cancellationToken);
    }

    public Task<int> DeleteOriginsAsync(
        BlogId blogId, string source, OriginKind kind, IReadOnlyCollection<string> originalIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(originalIds);
        return Write(
            state =>
            {
                var next = originalIds.Aggregate(
                    state, (before, id) => before.WithoutOrigin(new OriginKey(blogId, source, kind, id)));
                var deleted = state.Origins.Count - next.Origins.Count;
                return (deleted == 0 ? state : Changed(Step(next), blogId, BlogChangeKind.Origins), deleted);
            },
            cancellationToken);
    }

    private InMemoryState WithImports(InMemoryState state, BlogId blogId, ImmutableList<ImportRun> imports) => Changed(
        Step(state with { Imports = state.Imports.SetItem(blogId, imports) }), blogId, BlogChangeKind.Origins);

    private static void RequireBlog(BlogId blogId, IReadOnlyCollection<Origin> origins)
    {
        if (origins.FirstOrDefault(origin => origin.BlogId != blogId) is { } other)
        {
            throw new ArgumentException(
                $"The origin '{other.OriginalId}' is of another blog than {blogId}. Nothing was written.", nameof(origins));
        }
    }

    private static ImportRun? FindImport(InMemoryState state, BlogId blogId, long number) =>
        state.Imports.GetValueOrDefault(blogId) is { } imports && number >= 1 && number <= imports.Count
            ? imports[(int)number - 1]
            : null;

    private static bool HasImports(InMemoryState state, Origin origin) =>
        new[] { origin.ImportNumber, origin.LastImportNumber }.All(number => string.Equals(
            FindImport(state, origin.BlogId, number)?.Source, origin.Source, StringComparison.Ordinal));

    private static int ComparePlaces(OriginCursor a, OriginCursor b) => a.Kind != b.Kind
        ? a.Kind.CompareTo(b.Kind)
        : a.ItemId != b.ItemId
            ? a.ItemId.CompareTo(b.ItemId)
            : string.CompareOrdinal(a.OriginalId, b.OriginalId);
}

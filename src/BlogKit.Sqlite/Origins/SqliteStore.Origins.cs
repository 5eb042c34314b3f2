using BlogKit.Storage;

namespace BlogKit;

internal sealed partial class SqliteStore : IOriginStore
{
    public Task<ImportRun?> BeginImportAsync(NewImport import, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(import);
        StorableText.Check(import);
        return WriteAsync(
            import,
            static (session, import) =>
            {
                if (FindBlogNumber(session, import.BlogId) is not { } blog)
                {
                    return null;
                }

                session.BeforeWrite(OriginSql.BeginImport.Operation);
                long number;
                using (var row = session.Use(OriginSql.BeginImport)
                    .With(import.BlogId.Value)
                    .With(import.Source)
                    .With(import.StartedBy)
                    .With(import.StartedAt))
                {
                    row.Step();
                    number = row.Int64(0);
                }

                ChangeFeed.Add(session, blog, BlogChangeKind.Origins);
                return new ImportRun
                {
                    BlogId = import.BlogId,
                    Number = number,
                    Source = import.Source,
                    StartedBy = import.StartedBy,
                    StartedAt = import.StartedAt,
                };
            },
            cancellationToken);
    }

    public Task<SaveOutcome> SaveImportAsync(ImportRun import, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(import);
        StorableText.Check(import);
        return WriteAsync(
            import,
            static (session, import) =>
            {
                var saved = session.Use(OriginSql.SaveImport)
                    .With(import.BlogId.Value)
                    .With(import.Number)
                    .With(import.EndedAt)
                    .With(import.UndoneAt)
                    .With(import.Counts.Imported)
                    .With(import.Counts.Updated)
                    .With(import.Counts.Unchanged)
                    .With(import.Counts.Kept)
                    .With(import.Counts.Altered)
                    .With(import.Counts.Refused)
                    .Execute();
                if (saved == 0)
                {
                    return SaveOutcome.Missing;
                }

                ChangeFeed.Add(session, import.BlogId, BlogChangeKind.Origins);
                return SaveOutcome.Saved;
            },
            cancellationToken);
    }

    public Task<ImportRun?> FindImportAsync(BlogId blogId, long number, CancellationToken cancellationToken) => ReadAsync(
        (blogId, number),
        static (session, by) =>
        {
            using var row = session.Use(OriginSql.FindImport).With(by.blogId.Value).With(by.number);
            return row.Step() ? OriginRows.ReadImport(row, by.blogId) : null;
        },
        cancellationToken);

    public Task<ImmutableArray<ImportRun>> ListImportsAsync(BlogId blogId, long? before, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return ReadAsync(
            (blogId, before, limit),
            static (session, by) =>
            {
                using var row = session.Use(OriginSql.ListImports)
                    .With(by.blogId.Value)
                    .With(by.before ?? long.MaxValue)
                    .With(by.limit);
                var runs = ImmutableArray.CreateBuilder<ImportRun>();
                while (row.Step())
                {
                    runs.Add(OriginRows.ReadImport(row, by.blogId));
                }

                return runs.DrainToImmutable();
            },
            cancellationToken);
    }

    public Task<SaveOutcome> SaveOriginsAsync(BlogId blogId, IReadOnlyCollection<Origin> origins, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(origins);
        foreach (var origin in origins)
        {
            StorableText.Check(origin);
            if (origin.BlogId != blogId)
            {
                throw new ArgumentException(
                    $"The origin '{origin.OriginalId}' is of another blog than {blogId}. Nothing was written.", nameof(origins));
            }
        }

        return WriteAsync(
            (blogId, origins),
            static (session, what) =>
            {
                if (FindBlogNumber(session, what.blogId) is not { } blog || !OriginRows.HasImports(session, blog, what.origins))
                {
                    return SaveOutcome.Missing;
                }

                foreach (var origin in what.origins)
                {
                    OriginRows.Save(session, blog, origin);
                }

                if (what.origins.Count > 0)
                {
                    ChangeFeed.Add(session, blog, BlogChangeKind.Origins);
                }

                return SaveOutcome.Saved;
            },
            cancellationToken);
    }

    public Task<ImmutableArray<Origin>> FindManyOriginsAsync(
        BlogId blogId, string source, OriginKind kind, IReadOnlyCollection<string> originalIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(originalIds);
        return ReadAsync(
            (blogId, source, kind, List: Json(originalIds)),
            static (session, by) => OriginRows.ReadAll(
                session.Use(OriginSql.FindMany).With(by.blogId.Value).With(by.source).With((int)by.kind).With(by.List), by.blogId),
            cancellationToken);
    }

    public Task<ImmutableArray<Origin>> FindManyOriginsOfItemsAsync(
        BlogId blogId, OriginKind kind, IReadOnlyCollection<Guid> itemIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(itemIds);
        return ReadAsync(
            (blogId, kind, List: Json(itemIds.Select(static id => id.ToString("N")))),
            static (session, by) => OriginRows.ReadAll(
                session.Use(OriginSql.FindManyOfItems).With(by.blogId.Value).With((int)by.kind).With(by.List), by.blogId),
            cancellationToken);
    }

    public Task<ImmutableArray<Origin>> FindManyOriginsByAddressAsync(
        BlogId blogId, OriginKind kind, IReadOnlyCollection<string> addresses, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        return ReadAsync(
            (blogId, kind, List: Json(addresses)),
            static (session, by) => OriginRows.ReadAll(
                session.Use(OriginSql.FindManyByAddress).With(by.blogId.Value).With((int)by.kind).With(by.List), by.blogId),
            cancellationToken);
    }

    public Task<ImmutableArray<Origin>> ListOriginsOfImportAsync(
        BlogId blogId, long importNumber, OriginCursor? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return ReadAsync(
            (blogId, importNumber, after, limit),
            static (session, by) =>
            {
                // Before the first: no kind is below 0.
                var row = session.Use(OriginSql.ListOfImport)
                    .With(by.blogId.Value)
                    .With(by.importNumber)
                    .With(by.after is null ? -1 : (int)by.after.Kind)
                    .With(by.after?.ItemId ?? Guid.Empty)
                    .With(by.after?.OriginalId ?? "")
                    .With(by.limit);
                return OriginRows.ReadAll(row, by.blogId);
            },
            cancellationToken);
    }

    public Task<int> DeleteOriginsAsync(
        BlogId blogId, string source, OriginKind kind, IReadOnlyCollection<string> originalIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(originalIds);
        return WriteAsync(
            (blogId, source, kind, List: Json(originalIds)),
            static (session, by) =>
            {
                var deleted = session.Use(OriginSql.Delete)
                    .With(by.blogId.Value)
                    .With(by.source)
                    .With((int)by.kind)
                    .With(by.List)
                    .Execute();
                if (deleted > 0)
                {
                    ChangeFeed.Add(session, by.blogId, BlogChangeKind.Origins);
                }

                return deleted;
            },
            cancellationToken);
    }

    /// <summary>Each text once, so that nothing is found twice.</summary>
    private static string Json(IEnumerable<string> texts) =>
        StoreJson.List([.. texts.Distinct(StringComparer.Ordinal)], StoreJson.Default.ImmutableArrayString);
}

namespace BlogKit;

/// <summary>Writes and reads the rows of imports and origins.</summary>
internal static class OriginRows
{
    public static ImportRun ReadImport(Statement row, BlogId blogId) => new()
    {
        BlogId = blogId,
        Number = row.Int64(0),
        Source = row.Text(1),
        StartedBy = row.ActorKey(2),
        StartedAt = row.Time(3),
        EndedAt = row.TimeOrNull(4),
        UndoneAt = row.TimeOrNull(5),
        Counts = new ImportCounts
        {
            Imported = row.Int64(6),
            Updated = row.Int64(7),
            Unchanged = row.Int64(8),
            Kept = row.Int64(9),
            Altered = row.Int64(10),
            Refused = row.Int64(11),
        },
    };

    public static ImmutableArray<Origin> ReadAll(Statement row, BlogId blogId)
    {
        var origins = ImmutableArray.CreateBuilder<Origin>();
        using (row)
        {
            while (row.Step())
            {
                origins.Add(Read(row, blogId));
            }
        }

        return origins.DrainToImmutable();
    }

    /// <summary>Whether the blog has every import that an origin names, of its source.</summary>
    public static bool HasImports(SqliteSession session, long blog, IEnumerable<Origin> origins)
    {
        var imports = new HashSet<(long Number, string Source)>();
        foreach (var origin in origins)
        {
            imports.Add((origin.ImportNumber, origin.Source));
            imports.Add((origin.LastImportNumber, origin.Source));
        }

        foreach (var (number, source) in imports)
        {
            using var row = session.Use(OriginSql.HasImport).With(blog).With(number).With(source);
            if (!row.Step() || !row.Bool(0))
            {
                return false;
            }
        }

        return true;
    }

    public static void Save(SqliteSession session, long blog, Origin origin) => session.Use(OriginSql.Save)
        .With(blog)
        .With((int)origin.Kind)
        .With(origin.ItemId)
        .With(origin.ItemVersion)
        .With(origin.ImportNumber)
        .With(origin.LastImportNumber)
        .With(origin.ImportedAt)
        .With(origin.Source)
        .With(origin.OriginalId)
        .With(origin.ItemName)
        .With(origin.ContentHash)
        .With(origin.Address)
        .With(origin.Extra)
        .Execute();

    /// <summary>Takes from the origins of a comment what could tell whose it was or what it said.</summary>
    public static void ForgetComment(SqliteSession session, long blog, CommentId id) => session.Use(OriginSql.ForgetItem)
        .With(blog).With((int)OriginKind.Comment).With(id.Value).With(false).Execute();

    /// <summary>The same for a post, whose address there stays, and for every comment in its thread.</summary>
    public static void ForgetPost(SqliteSession session, long blog, long post, PostId id)
    {
        session.Use(OriginSql.ForgetItem).With(blog).With((int)OriginKind.Post).With(id.Value).With(true).Execute();
        session.Use(OriginSql.ForgetThread).With(blog).With(post).Execute();
    }

    public static Origin Read(Statement row, BlogId blogId) => new()
    {
        BlogId = blogId,
        Kind = (OriginKind)row.Int32(0),
        ItemId = row.Id(1),
        ItemVersion = row.Int64(2),
        ImportNumber = row.Int64(3),
        LastImportNumber = row.Int64(4),
        ImportedAt = row.Time(5),
        Source = row.Text(6),
        OriginalId = row.Text(7),
        ItemName = row.TextOrNull(8),
        ContentHash = row.Text(9),
        Address = row.TextOrNull(10),
        Extra = row.TextOrNull(11),
    };
}

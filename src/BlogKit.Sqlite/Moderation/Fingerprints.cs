namespace BlogKit;

/// <summary>What tells texts that are alike: one row per value, and all values in the comment's row, to find them again.</summary>
internal static class Fingerprints
{
    /// <summary>Fingerprints as the comment's row keeps them, each once; null for none.</summary>
    public static string? Write(ImmutableArray<long> fingerprints) =>
        fingerprints.IsDefaultOrEmpty ? null : StoreJson.Write([.. fingerprints.Distinct()], StoreJson.Default.ImmutableArrayInt64);

    public static void Add(SqliteSession session, long blog, CommentId id, string fingerprints) =>
        session.Use(FingerprintSql.Add).With(blog).With(id.Value).With(fingerprints).Execute();

    public static void Replace(SqliteSession session, CommentPlace place, string? fingerprints)
    {
        Remove(session, place.Nr);
        session.Use(FingerprintSql.Set).With(place.Nr).With(fingerprints).Execute();
        if (fingerprints is not null)
        {
            Add(session, place.BlogNr, new CommentId(place.Id), fingerprints);
        }
    }

    /// <summary>Removes the rows of a comment; its own row is the caller's to change.</summary>
    public static void Remove(SqliteSession session, long comment) => RemoveFound(session, FingerprintSql.Find, comment);

    /// <summary>Removes the rows of every comment of a post.</summary>
    public static void RemoveOfPost(SqliteSession session, long post) => RemoveFound(session, FingerprintSql.FindOfPost, post);

    private static void RemoveFound(SqliteSession session, Sql find, long nr)
    {
        var found = new List<(long Blog, Guid Id, ImmutableArray<long> Values)>();
        using (var row = session.Use(find).With(nr))
        {
            while (row.Step())
            {
                found.Add((row.Int64(0), row.Id(1), StoreJson.Read(row, 2, StoreJson.Default.ImmutableArrayInt64)));
            }
        }

        foreach (var (blog, id, values) in found)
        {
            foreach (var value in values)
            {
                session.Use(FingerprintSql.Remove).With(blog).With(value).With(id).Execute();
            }
        }
    }
}

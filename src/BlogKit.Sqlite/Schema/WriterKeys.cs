namespace BlogKit;

/// <summary>Completes the writers of comments of before version 3: SQLite knows lower case only of ASCII.</summary>
internal static class WriterKeys
{
    // Reads every comment, once per file, in the update of its schema.
    private static readonly Sql s_find = new(
        "schema.find-writers",
        "SELECT nr, by_email FROM comments WHERE by_kind = 0 AND by_email GLOB '*[^ -~]*'");

    // By row number.
    private static readonly Sql s_set = new("schema.set-writer", "UPDATE comments SET writer_key = ?2 WHERE nr = ?1");

    public static void Complete(SqliteSession session)
    {
        var found = new List<(long Nr, string Email)>();
        using (var row = session.Use(s_find))
        {
            while (row.Step())
            {
                found.Add((row.Int64(0), row.Text(1)));
            }
        }

        foreach (var (nr, email) in found)
        {
            session.Use(s_set).With(nr).With(new Commenter { Name = "", Email = email }.HistoryKey).Execute();
        }
    }
}

namespace BlogKit;

/// <summary>
/// Keeps the full-text index. Row 2n is post n, row 2n+1 is comment n. Only what everybody may come to read is in it: approved comments,
/// and public posts that are published or scheduled.
/// </summary>
internal static class SearchIndex
{
    private const int MostPending = 64;

    /// <summary>A new or changed comment: indexed with others, at the latest before the next search.</summary>
    public static void WriteComment(SqliteSession session, long nr)
    {
        session.Use(SearchSql.Await).With(nr).Execute();
        if (++session.UnindexedComments >= MostPending)
        {
            IndexPending(session);
        }
    }

    public static void RemoveComment(SqliteSession session, long nr)
    {
        session.Use(SearchSql.StopAwaiting).With(nr).Execute();
        session.Use(SearchSql.Delete).With((nr * 2) + 1).Execute();
    }

    /// <summary>A comment of an import, which is one commit anyhow.</summary>
    public static void AddComment(SqliteSession session, long nr, string text) =>
        session.Use(SearchSql.Insert).With((nr * 2) + 1).WithNull().With(SearchWords.Join(text)).Execute();

    public static long CountPending(SqliteSession session)
    {
        using var row = session.Use(SearchSql.CountPending);
        return row.Step() ? row.Int64(0) : 0;
    }

    public static void IndexPending(SqliteSession session)
    {
        using (var row = session.Use(SearchSql.ListPending))
        {
            while (row.Step())
            {
                session.Use(SearchSql.Replace).With((row.Int64(0) * 2) + 1).WithNull().With(SearchWords.Join(row.Text(1))).Execute();
            }
        }

        session.Use(SearchSql.EmptyPending).Execute();
        session.UnindexedComments = 0;
    }

    public static void WritePost(SqliteSession session, long nr, Post post, bool isNew)
    {
        var isFound = post is { Visibility: PostVisibility.Public, Status: PostStatus.Published or PostStatus.Scheduled };
        if (isFound)
        {
            session.Use(isNew ? SearchSql.Insert : SearchSql.Replace)
                .With(nr * 2)
                .With(SearchWords.Join(post.Title))
                .With(SearchWords.Join(post.Rendered.PlainText))
                .Execute();
        }
        else if (!isNew)
        {
            session.Use(SearchSql.Delete).With(nr * 2).Execute();
        }
    }

    /// <summary>Fills an empty index from texts that are stored already.</summary>
    public static void FillFromTables(SqliteSession session)
    {
        using (var row = session.Use(SearchSql.AllPosts))
        {
            while (row.Step())
            {
                session.Use(SearchSql.Insert)
                    .With(row.Int64(0) * 2)
                    .With(SearchWords.Join(row.Text(1)))
                    .With(SearchWords.Join(row.Text(2)))
                    .Execute();
            }
        }

        using (var row = session.Use(SearchSql.AllComments))
        {
            while (row.Step())
            {
                AddComment(session, row.Int64(0), row.Text(1));
            }
        }
    }
}

using BlogKit.Storage;

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
        Write(session, SearchSql.Insert, (nr * 2) + 1, title: null, text);

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
                Write(session, SearchSql.Replace, (row.Int64(0) * 2) + 1, title: null, row.Text(1));
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
            Write(session, isNew ? SearchSql.Insert : SearchSql.Replace, nr * 2, post.Title, post.Rendered.PlainText);
        }
        else if (!isNew)
        {
            session.Use(SearchSql.Delete).With(nr * 2).Execute();
        }
    }

    /// <summary>
    /// Indexes texts again that versions before 11 may have cut into other words. Reads every text, once in the life of a file, and writes
    /// few but where no spaces are written.
    /// </summary>
    public static void CutAnew(SqliteSession session)
    {
        using (var row = session.Use(SearchSql.AllPosts))
        {
            while (row.Step())
            {
                if (MayBeCutAnew(row.Text(1)) || MayBeCutAnew(row.Text(2)))
                {
                    Write(session, SearchSql.Replace, row.Int64(0) * 2, row.Text(1), row.Text(2));
                }
            }
        }

        using (var row = session.Use(SearchSql.AllComments))
        {
            while (row.Step())
            {
                if (MayBeCutAnew(row.Text(1)))
                {
                    Write(session, SearchSql.Replace, (row.Int64(0) * 2) + 1, title: null, row.Text(1));
                }
            }
        }
    }

    /// <summary>Fills an empty index from texts that are stored already.</summary>
    public static void FillFromTables(SqliteSession session)
    {
        using (var row = session.Use(SearchSql.AllPosts))
        {
            while (row.Step())
            {
                Write(session, SearchSql.Insert, row.Int64(0) * 2, row.Text(1), row.Text(2));
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

    private static void Write(SqliteSession session, Sql sql, long row, string? title, string text) =>
        session.Use(sql).With(row).With(title is null ? null : SearchWords.Join(title)).With(SearchWords.Join(text)).Execute();

    // Version 11 divides these texts into other words than before: fractions and numbers in circles are several words, and characters of
    // scripts from Tai Le on, radicals, bopomofo and half-width kana are each a word.
    private static bool MayBeCutAnew(string text)
    {
        foreach (var c in text)
        {
            if (c is (>= '\u00BC' and <= '\u00BE') or (>= '\u1950' and <= '\u1AAF') or (>= '\u2150' and <= '\u218F')
                or (>= '\u2460' and <= '\u24FF') or >= '\u2E80')
            {
                return true;
            }
        }

        return false;
    }
}

namespace BlogKit;

/// <summary>Keeps the stored numbers of comments equal to a recount: per post, per blog and per commenter.</summary>
internal static class CommentCounters
{
    public static void Shift(SqliteSession session, long post, long blog, StatusCounts by, int presentRoots = 0, int openRoots = 0)
    {
        ShiftThread(session, post, by, presentRoots, openRoots);
        session.Use(CommentSql.ShiftBlog)
            .With(blog)
            .With(by.Approved)
            .With(by.Pending)
            .With(by.Spam)
            .With(by.Trashed)
            .With(by.Deleted)
            .Execute();
    }

    public static void ShiftThread(SqliteSession session, long post, StatusCounts by, int presentRoots = 0, int openRoots = 0) =>
        session.Use(CommentSql.ShiftThread)
            .With(post)
            .With(by.Approved)
            .With(by.Pending)
            .With(by.Spam)
            .With(by.Trashed)
            .With(by.Deleted)
            .With(presentRoots)
            .With(openRoots)
            .Execute();

    /// <summary>What a commenter withdrew is not held against them: deleted comments are in no history.</summary>
    public static void ShiftCommenter(SqliteSession session, long blog, string? historyKey, StatusCounts by)
    {
        if (historyKey is not null && (by.Approved | by.Pending | by.Spam | by.Trashed) != 0)
        {
            session.Use(CommentSql.ShiftCommenter)
                .With(blog)
                .With(historyKey)
                .With(by.Approved)
                .With(by.Pending)
                .With(by.Spam)
                .With(by.Trashed)
                .Execute();
        }
    }

    /// <summary>Takes a whole thread out of the numbers of the blog and its commenters.</summary>
    public static void ForgetThread(SqliteSession session, long post, long blog)
    {
        var counts = default(StatusCounts);
        using (var row = session.Use(CommentSql.ThreadCounts).With(post))
        {
            if (row.Step())
            {
                counts.Add(CommentStatus.Approved, row.Int32(0));
                counts.Add(CommentStatus.Pending, row.Int32(1));
                counts.Add(CommentStatus.Spam, row.Int32(2));
                counts.Add(CommentStatus.Trashed, row.Int32(3));
                counts.Add(CommentStatus.Deleted, row.Int32(4));
            }
        }

        if (counts.IsZero)
        {
            return;
        }

        var commenters = new Dictionary<string, StatusCounts>(StringComparer.Ordinal);
        using (var row = session.Use(CommentSql.Commenters).With(post))
        {
            while (row.Step())
            {
                if (CommentRows.HistoryKey(row, 1) is { } key)
                {
                    var mine = commenters.GetValueOrDefault(key);
                    mine.Add((CommentStatus)row.Int32(0), 1);
                    commenters[key] = mine;
                }
            }
        }

        Shift(session, post, blog, counts.Negated);
        foreach (var (key, mine) in commenters)
        {
            ShiftCommenter(session, blog, key, mine.Negated);
        }
    }
}

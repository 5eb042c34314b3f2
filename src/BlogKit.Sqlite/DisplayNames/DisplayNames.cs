namespace BlogKit;

/// <summary>What becomes of a user's chosen name with their comments.</summary>
internal static class DisplayNames
{
    /// <summary>Keeps the name for the writer of a comment who had none; false when another one is kept.</summary>
    public static bool Keep(SqliteSession session, long blogNr, Comment comment, string name)
    {
        if (comment.By.UserKey is not { } user)
        {
            return true;
        }

        using (var row = session.Use(DisplayNameSql.FindKept).With(blogNr).With(user))
        {
            if (row.Step())
            {
                return string.Equals(row.Text(0), name, StringComparison.Ordinal);
            }
        }

        session.Use(DisplayNameSql.Keep).With(blogNr).With(user).With(name).With(NameKey.From(name)).With(comment.CreatedAt).Execute();
        ChangeFeed.Add(session, blogNr, BlogChangeKind.DisplayNames);
        return true;
    }

    /// <summary>Forgets the name of whoever wrote a comment that is to be purged, unless they wrote others.</summary>
    public static void ForgetOfLast(SqliteSession session, CommentPlace place)
    {
        if (ActorKey.TryParse(place.HistoryKey, out var writer)
            && writer.UserKey is { } user
            && session.Use(DisplayNameSql.DeleteOfLast).With(place.BlogNr).With(user).With(place.HistoryKey).With(place.Nr).Execute() > 0)
        {
            ChangeFeed.Add(session, place.BlogNr, BlogChangeKind.DisplayNames);
        }
    }
}

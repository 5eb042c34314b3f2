namespace BlogKit;

/// <summary>
/// Keeps presence whole: a comment is present when it is approved or has a present child. A change goes up only as far as it
/// changes the presence of what is above.
/// </summary>
internal static class CommentTree
{
    /// <summary>A comment (already written) appeared in its thread or vanished from it.</summary>
    public static void PresenceChanged(SqliteSession session, long post, long? parent, Guid id, bool isPresent)
    {
        if (parent is { } above)
        {
            ChildrenChanged(session, above, isPresent ? 1 : -1);
        }
        else
        {
            RootRanks.Changed(session, post, id, isPresent ? 1 : -1);
        }
    }

    /// <summary>A comment has more or fewer present children.</summary>
    public static void ChildrenChanged(SqliteSession session, long comment, int by)
    {
        long? current = comment;
        while (current is { } nr)
        {
            int children;
            CommentStatus status;
            long? parent;
            long post;
            Guid id;
            using (var row = session.Use(CommentSql.ShiftPresentChildren).With(nr).With(by))
            {
                if (!row.ExecuteReturning())
                {
                    return;
                }

                children = row.Int32(0);
                status = (CommentStatus)row.Int32(1);
                parent = row.Int64OrNull(2);
                post = row.Int64(3);
                id = row.Id(4);
            }

            var wasTombstone = children - by > 0;
            var isTombstone = children > 0;
            if (status is CommentStatus.Approved || wasTombstone == isTombstone)
            {
                return;
            }

            session.Use(CommentSql.SetPresent).With(nr).With(isTombstone).Execute();
            by = isTombstone ? 1 : -1;
            if (parent is null)
            {
                RootRanks.Changed(session, post, id, by);
            }

            current = parent;
        }
    }
}

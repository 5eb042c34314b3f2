using System.Globalization;

namespace BlogKit;

/// <summary>Leaves the rows of the change feed, within the transaction of the change.</summary>
internal static class ChangeFeed
{
    // Deleting this many rows takes a few milliseconds: others write in between.
    private const int MostDeleted = 5_000;

    public static BlogChangeKind KindOf(CommentStatus before, CommentStatus after) =>
        before is CommentStatus.Approved || after is CommentStatus.Approved ? BlogChangeKind.Thread : BlogChangeKind.Queue;

    public static void Add(SqliteSession session, long blog, BlogChangeKind kind, PostId? postId = null, CommentId? commentId = null)
    {
        if (session.LeavesChanges)
        {
            Begin(session, ChangeSql.Add, blog, kind).With(postId?.Value).With(commentId?.Value).Execute();
        }
    }

    public static void Add(SqliteSession session, BlogId blogId, BlogChangeKind kind, PostId? postId = null)
    {
        if (session.LeavesChanges)
        {
            session.Use(ChangeSql.AddOfBlog)
                .With(blogId.Value)
                .With((int)kind)
                .With(session.Clock.GetUtcNow())
                .With(postId?.Value)
                .Execute();
        }
    }

    /// <summary>A change of a comment, under the post where it stands now.</summary>
    public static void AddComment(SqliteSession session, long comment, BlogChangeKind kind)
    {
        if (session.LeavesChanges)
        {
            session.Use(ChangeSql.AddOfComment).With(comment).With((int)kind).With(session.Clock.GetUtcNow()).Execute();
        }
    }

    /// <summary>A change of each of the posts, by their row numbers.</summary>
    public static void AddPosts(SqliteSession session, long blog, IReadOnlyCollection<long> posts)
    {
        if (session.LeavesChanges && posts.Count > 0)
        {
            Begin(session, ChangeSql.AddOfPosts, blog, BlogChangeKind.Post)
                .With($"[{string.Join(',', posts.Select(static nr => nr.ToString(CultureInfo.InvariantCulture)))}]")
                .Execute();
        }
    }

    /// <summary>A change of each of the roots, by a JSON list of their row numbers, under the post where they stand now.</summary>
    public static void AddRoots(SqliteSession session, long blog, string roots)
    {
        if (session.LeavesChanges)
        {
            Begin(session, ChangeSql.AddOfRoots, blog, BlogChangeKind.Thread).With(roots).Execute();
        }
    }

    /// <summary>The number of the last change that is too old, but for the newest of all; null when there is none.</summary>
    public static long? FindLastOld(SqliteSession session, BlogId blogId, DateTimeOffset before)
    {
        long blog, newest;
        session.BeginRead();
        using (var row = session.Use(ChangeSql.Bounds).With(blogId.Value))
        {
            if (!row.Step() || row.IsNull(2))
            {
                return null;
            }

            (blog, newest) = (row.Int64(0), row.Int64(2));
        }

        using var old = session.Use(ChangeSql.FindLastOld).With(Behind(blog)).With(Behind(blog) + newest).With(before);
        return old.Step() ? old.Int64(0) : null;
    }

    /// <summary>Deletes some of the changes up to that number; returns how many, and whether none is left.</summary>
    public static (int Deleted, bool IsLast) DeleteSome(SqliteSession session, BlogId blogId, long lastOld)
    {
        long behind, end, kept;
        using (var row = session.Use(ChangeSql.Bounds).With(blogId.Value))
        {
            if (!row.Step() || row.IsNull(1))
            {
                return (0, true);
            }

            behind = Behind(row.Int64(0));
            kept = Math.Min(lastOld + 1, behind + row.Int64(2));
            end = Math.Min(behind + row.Int64(1) + MostDeleted, kept);
        }

        return (session.Use(ChangeSql.Delete).With(behind).With(end).Execute(), end == kept);
    }

    /// <summary>Lets the feed go on beyond both positions, its own newest and the given one, and deletes what is before.</summary>
    public static void Lift(SqliteSession session, BlogId blogId, long beyond, long margin)
    {
        long behind, newest;
        using (var row = session.Use(ChangeSql.Bounds).With(blogId.Value))
        {
            if (!row.Step())
            {
                return;
            }

            (behind, newest) = (Behind(row.Int64(0)), row.Int64OrNull(2) ?? 0);
        }

        session.Use(ChangeSql.Delete).With(behind).With(behind + newest + 1).Execute();
        session.Use(ChangeSql.AddAt)
            .With(behind + Math.Max(newest, beyond) + margin)
            .With((int)BlogChangeKind.Blog)
            .With(session.Clock.GetUtcNow())
            .Execute();
    }

    private static Statement Begin(SqliteSession session, Sql sql, long blog, BlogChangeKind kind) => session.Use(sql)
        .With(Behind(blog))
        .With(Behind(blog + 1))
        .With((int)kind)
        .With(session.Clock.GetUtcNow());

    /// <summary>The number that is less than all of the blog's changes, and more than those of the blogs before.</summary>
    private static long Behind(long blog) => blog << ChangeSql.PositionBits;
}

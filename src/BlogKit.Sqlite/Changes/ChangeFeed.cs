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
            session.Use(ChangeSql.Add)
                .With(blog)
                .With((int)kind)
                .With(session.Clock.GetUtcNow())
                .With(postId?.Value)
                .With(commentId?.Value)
                .Execute();
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
            session.Use(ChangeSql.AddOfPosts)
                .With(blog)
                .With((int)BlogChangeKind.Post)
                .With(session.Clock.GetUtcNow())
                .With($"[{string.Join(',', posts.Select(static nr => nr.ToString(CultureInfo.InvariantCulture)))}]")
                .Execute();
        }
    }

    /// <summary>A change of each of the roots, under the post where they stand now.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="blogId">Their blog.</param>
    /// <param name="roots">Their row numbers, as a JSON list.</param>
    public static void AddRoots(SqliteSession session, BlogId blogId, string roots)
    {
        if (session.LeavesChanges)
        {
            session.Use(ChangeSql.AddOfRoots)
                .With(blogId.Value)
                .With((int)BlogChangeKind.Thread)
                .With(session.Clock.GetUtcNow())
                .With(roots)
                .Execute();
        }
    }

    /// <summary>Deletes some of the changes that are too old; returns how many, and whether none is left.</summary>
    public static (int Deleted, bool IsLast) DeleteSome(SqliteSession session, BlogId blogId, DateTimeOffset before)
    {
        long blog, end;
        bool isLast;
        using (var row = session.Use(ChangeSql.Bounds).With(blogId.Value))
        {
            if (!row.Step() || row.IsNull(0))
            {
                return (0, true);
            }

            blog = row.Int64(2);
            end = Math.Min(row.Int64(0) + MostDeleted, row.Int64(1));
            isLast = end == row.Int64(1);
        }

        using (var row = session.Use(ChangeSql.FindKept).With(blog).With(before).With(end))
        {
            if (row.Step())
            {
                end = row.Int64(0);
                isLast = true;
            }
        }

        return (session.Use(ChangeSql.Delete).With(blog).With(end).Execute(), isLast);
    }
}

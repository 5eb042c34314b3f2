using System.Globalization;

namespace BlogKit;

/// <summary>
/// Every page of a queue reads one status at a time; the pages are merged. Each statement walks one index and passes over what the other
/// conditions leave out. An order that the index does not have sorts what the condition of the index selects.
/// </summary>
internal static class QueueSql
{
    private const string OfBlog = "INDEXED BY comments_blog";
    private const string OfPost = "INDEXED BY comments_post";
    private const string OfWriter = "INDEXED BY comments_writer";
    private const string WithAppeal = "INDEXED BY comments_appeals";
    private const string WithFlag = "NOT INDEXED";

    private const string IsUnderPost = "AND c.post_nr = (SELECT o.nr FROM posts o WHERE o.id = ?7)";
    private const string IsOfWriter = "AND c.writer_key = ?6";
    private const string HasOpenAppeal = "AND c.appealed_at IS NOT NULL AND c.appeal_answered_at IS NULL";
    private const string HasFlag = "AND c.nr IN (SELECT f.comment_nr FROM flags f INDEXED BY flags_open WHERE f.dismissed_at IS NULL)";

    // comments_blog and comments_post: backwards by identity within a status. comments_writer: the comments of one writer, sorted.
    // comments_appeals: the open appeals, backwards by identity. Flagged comments: by row number from flags_open, sorted.
    public static readonly Sql[] Newest = List("AND c.id < ?3", "c.id DESC");

    // The same indexes forwards.
    public static readonly Sql[] Oldest = List("AND c.id > ?3", "c.id");

    // The same indexes, sorted.
    public static readonly Sql[] ByPoints = List(BehindPoints, "c.points DESC, c.id DESC");

    // The same the other way round.
    public static readonly Sql[] ByFewestPoints = List(BehindFewestPoints, "c.points, c.id");

    // Along comments_points.
    public static readonly Sql WaitingByFewestPoints =
        List("INDEXED BY comments_points", "AND c.status IN (0, 2)", BehindFewestPoints, "c.points, c.id");

    // Backwards along comments_points, which has what waits and what is spam.
    public static readonly Sql WaitingByPoints =
        List("INDEXED BY comments_points", "AND c.status IN (0, 2)", BehindPoints, "c.points DESC, c.id DESC");

    // Along comments_blog, once per status, each cut to the page; then by comments_id.
    public static readonly Sql History = new(
        "queue.history",
        $"""
        SELECT {CommentSql.Columns}
        FROM comments c
        WHERE c.id IN ({string.Join(" UNION ALL ", Enumerable.Range(0, 5).Select(OfStatus))})
        ORDER BY c.id LIMIT ?4
        """);

    // Along comments_removed.
    public static readonly Sql Removed = new(
        "queue.removed",
        $"""
        SELECT {CommentSql.Columns}
        FROM comments c INDEXED BY comments_removed
        WHERE c.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1) AND c.status = ?2 AND c.status >= 2 AND c.purged_at IS NULL
            AND coalesce(c.status_changed_at, c.created_at) < ?3
        ORDER BY coalesce(c.status_changed_at, c.created_at), c.id LIMIT ?4
        """);

    // By comments_blog, sorted: for waiting and shown comments, which are not purged by age and have no index by age.
    public static readonly Sql Since = new(
        "queue.since",
        $"""
        SELECT {CommentSql.Columns}
        FROM comments c INDEXED BY comments_blog
        WHERE c.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1) AND c.status = ?2 AND c.purged_at IS NULL
            AND coalesce(c.status_changed_at, c.created_at) < ?3
        ORDER BY coalesce(c.status_changed_at, c.created_at), c.id LIMIT ?4
        """);

    private const string BehindFewestPoints = "AND (c.points > ?13 OR (c.points = ?13 AND c.id > ?3))";

    private const string BehindPoints = "AND (c.points < ?13 OR (c.points = ?13 AND c.id < ?3))";

    private static Sql[] List(string behind, string order) =>
    [
        List(OfBlog, "", behind, order),
        List(OfPost, IsUnderPost, behind, order),
        List(OfWriter, IsOfWriter, behind, order),
        List(WithAppeal, HasOpenAppeal, behind, order),
        List(WithFlag, HasFlag, behind, order),
    ];

    private static Sql List(string index, string narrowed, string behind, string order) => new(
        "queue.list",
        $"""
        SELECT {CommentSql.Columns}, p.id, p.slug, p.title
        FROM comments c {index} CROSS JOIN posts p ON p.nr = c.post_nr
        WHERE c.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1) AND c.status = ?2 AND c.purged_at IS NULL {narrowed} {behind}
            AND (?5 IS NULL OR EXISTS (SELECT 1 FROM json_each(c.findings) f WHERE f.value ->> '$.Policy' = ?5))
            AND (?6 IS NULL OR c.writer_key = ?6) AND (?7 IS NULL OR p.id = ?7)
            AND (?8 IS NULL OR c.created_at >= ?8) AND (?9 IS NULL OR c.created_at < ?9) AND (?10 IS NULL OR c.points >= ?10)
            AND (?11 = 0 OR (c.appealed_at IS NOT NULL AND c.appeal_answered_at IS NULL))
            AND (?12 IS NULL OR c.held_by = ?12)
        ORDER BY {order} LIMIT ?4
        """);

    private static string OfStatus(int status) => string.Create(CultureInfo.InvariantCulture, $"""
        SELECT id FROM (SELECT h.id FROM comments h INDEXED BY comments_blog
            WHERE h.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1) AND h.status = {status} AND h.id > ?2 AND h.purged_at IS NULL
                AND (?3 IS NULL OR h.created_at >= ?3)
            ORDER BY h.id LIMIT ?4)
        """);
}

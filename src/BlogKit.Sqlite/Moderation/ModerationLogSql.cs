namespace BlogKit;

internal static class ModerationLogSql
{
    // Backwards along moderation_log_blog, whose entries of one blog are in the order of position; records that the filter excludes are
    // skipped.
    public static readonly Sql List = OfBlog("log.list", "l.position DESC");

    // The same, forwards along moderation_log_blog.
    public static readonly Sql ListOldest = OfBlog("log.oldest", "l.position");

    // By moderation_log_operation, whose entries of one operation stand by position.
    public static readonly Sql ListOperation = new(
        "log.operation",
        $"""
        SELECT {CommentSql.RecordColumns}
        FROM moderation_log l INDEXED BY moderation_log_operation
        WHERE l.operation_id = ?2 AND l.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1)
        ORDER BY l.position
        """);

    // Along moderation_log_blog, then by comments_id.
    public static readonly Sql ListAfter = new(
        "log.after",
        $"""
        SELECT {CommentSql.RecordColumns}, {CommentSql.Columns}
        FROM moderation_log l INDEXED BY moderation_log_blog LEFT JOIN comments c ON c.id = l.comment_id
        WHERE l.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1) AND l.position > ?2
        ORDER BY l.position LIMIT ?3
        """);

    private static Sql OfBlog(string operation, string order) => new(
        operation,
        $"""
        SELECT {CommentSql.RecordColumns}
        FROM moderation_log l INDEXED BY moderation_log_blog
        WHERE l.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1) AND l.position < ?2
            AND (?4 IS NULL OR l.actor_key = ?4) AND (?5 IS NULL OR l.action = ?5) AND (?6 IS NULL OR l.at >= ?6)
            AND (?7 IS NULL OR l.at < ?7)
        ORDER BY {order} LIMIT ?3
        """);
}

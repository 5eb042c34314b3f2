namespace BlogKit;

internal static class CommentImportSql
{
    // The end of the table.
    public static readonly Sql NextNumber = new("import.next", "SELECT coalesce(max(nr), 0) + 1 FROM comments");

    // By comments_id.
    public static readonly Sql Find = new(
        "import.find",
        """
        SELECT c.nr, c.post_nr, c.root_nr, c.depth, c.path, c.version, c.purged_at IS NOT NULL, b.id
        FROM comments c JOIN blogs b ON b.nr = c.blog_nr WHERE c.id = ?1
        """);

    // By moderation_log_comment.
    public static readonly Sql FindLogged = new(
        "import.find-logged",
        "SELECT b.id FROM moderation_log l CROSS JOIN blogs b ON b.nr = l.blog_nr WHERE l.comment_id = ?1 LIMIT 1");

    // By comments_submission.
    public static readonly Sql FindSubmission = new("import.find-submission", "SELECT 1 FROM comments WHERE submission_key = ?1");

    // By the unique index on posts.id.
    public static readonly Sql FindPost = new(
        "import.post",
        "SELECT p.nr, p.blog_nr FROM posts p JOIN blogs b ON b.nr = p.blog_nr WHERE p.id = ?1 AND b.id = ?2");

    // By row number.
    public static readonly Sql FindRoots = new("import.roots", "SELECT present_roots, is_ranked FROM threads WHERE post_nr = ?1");
}

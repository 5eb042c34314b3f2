namespace BlogKit;

internal static class CommentImportSql
{
    // The end of the table.
    public static readonly Sql NextNumber = new("import.next", "SELECT coalesce(max(nr), 0) + 1 FROM comments");

    // By comments_id.
    public static readonly Sql Find = new("import.find", "SELECT nr, post_nr, root_nr, depth, path FROM comments WHERE id = ?1");

    // By the unique index on posts.id.
    public static readonly Sql FindPost = new(
        "import.post",
        "SELECT p.nr, p.blog_nr FROM posts p JOIN blogs b ON b.nr = p.blog_nr WHERE p.id = ?1 AND b.id = ?2");

    // By row number.
    public static readonly Sql FindRoots = new("import.roots", "SELECT present_roots, is_ranked FROM threads WHERE post_nr = ?1");
}

namespace BlogKit;

// Every statement along the primary key of blog_changes (blog_nr, position); its last entry of a blog gives the next position.
internal static class ChangeSql
{
    public static readonly Sql List = new(
        "change.list",
        """
        SELECT position, kind, at, post_id, comment_id FROM blog_changes
        WHERE blog_nr = (SELECT nr FROM blogs WHERE id = ?1) AND position > ?2
        ORDER BY position LIMIT ?3
        """);

    public static readonly Sql Bounds = new(
        "change.bounds",
        """
        SELECT (SELECT min(position) FROM blog_changes WHERE blog_nr = b.nr), (SELECT max(position) FROM blog_changes WHERE blog_nr = b.nr),
            b.nr
        FROM blogs b WHERE b.id = ?1
        """);

    public static readonly Sql Newest = new(
        "change.newest", "SELECT max(position) FROM blog_changes WHERE blog_nr = (SELECT nr FROM blogs WHERE id = ?1)");

    public static readonly Sql Add = new(
        "change.add",
        """
        INSERT INTO blog_changes (blog_nr, position, kind, at, post_id, comment_id)
        VALUES (?1, (SELECT coalesce(max(position), 0) + 1 FROM blog_changes WHERE blog_nr = ?1), ?2, ?3, ?4, ?5)
        """);

    // And by the unique index on blogs.id.
    public static readonly Sql AddOfBlog = new(
        "change.add",
        """
        INSERT INTO blog_changes (blog_nr, position, kind, at, post_id)
        SELECT b.nr, (SELECT coalesce(max(position), 0) + 1 FROM blog_changes WHERE blog_nr = b.nr), ?2, ?3, ?4
        FROM blogs b WHERE b.id = ?1
        """);

    // And by the row number of the comment and of its post.
    public static readonly Sql AddOfComment = new(
        "change.add",
        """
        INSERT INTO blog_changes (blog_nr, position, kind, at, post_id, comment_id)
        SELECT c.blog_nr, (SELECT coalesce(max(position), 0) + 1 FROM blog_changes WHERE blog_nr = c.blog_nr), ?2, ?3,
            (SELECT p.id FROM posts p WHERE p.nr = c.post_nr), c.id
        FROM comments c WHERE c.nr = ?1
        """);

    // And by the row numbers of the posts.
    public static readonly Sql AddOfPosts = new(
        "change.add-posts",
        """
        INSERT INTO blog_changes (blog_nr, position, kind, at, post_id)
        SELECT ?1, (SELECT coalesce(max(position), 0) FROM blog_changes WHERE blog_nr = ?1) + row_number() OVER (ORDER BY p.nr),
            ?2, ?3, p.id
        FROM posts p WHERE p.nr IN (SELECT value FROM json_each(?4))
        """);

    // And by the row numbers of the roots and of their post.
    public static readonly Sql AddOfRoots = new(
        "change.add-roots",
        """
        INSERT INTO blog_changes (blog_nr, position, kind, at, post_id, comment_id)
        SELECT b.nr, (SELECT coalesce(max(position), 0) FROM blog_changes WHERE blog_nr = b.nr) + row_number() OVER (ORDER BY c.nr),
            ?2, ?3, (SELECT p.id FROM posts p WHERE p.nr = c.post_nr), c.id
        FROM blogs b CROSS JOIN comments c WHERE b.id = ?1 AND c.nr IN (SELECT value FROM json_each(?4))
        """);

    public static readonly Sql FindKept = new(
        "change.find-kept",
        "SELECT position FROM blog_changes WHERE blog_nr = ?1 AND position < ?3 AND at >= ?2 ORDER BY position LIMIT 1");

    public static readonly Sql Delete = new("change.delete", "DELETE FROM blog_changes WHERE blog_nr = ?1 AND position < ?2");
}

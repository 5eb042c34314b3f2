namespace BlogKit;

// blog_changes.nr is the blog's row number and the position in one: rows of a blog stand together, and writing one is appending to them.
// Every statement reads a range of these numbers, from Behind(blog) to Behind(blog + 1).
internal static class ChangeSql
{
    /// <summary>The bits of a position: a blog has room for a million million changes.</summary>
    public const int PositionBits = 40;

    public const long GreatestPosition = (1L << PositionBits) - 1;

    public static readonly Sql List = new(
        "change.list",
        """
        SELECT k.nr & 0xFFFFFFFFFF, k.kind, k.at, k.post_id, k.comment_id
        FROM blogs b JOIN blog_changes k ON k.nr > (b.nr << 40) + ?2 AND k.nr < (b.nr + 1) << 40
        WHERE b.id = ?1
        ORDER BY k.nr LIMIT ?3
        """);

    public static readonly Sql Bounds = new(
        "change.bounds",
        """
        SELECT b.nr,
            (SELECT k.nr & 0xFFFFFFFFFF FROM blog_changes k WHERE k.nr > b.nr << 40 AND k.nr < (b.nr + 1) << 40 ORDER BY k.nr LIMIT 1),
            (SELECT k.nr & 0xFFFFFFFFFF FROM blog_changes k WHERE k.nr > b.nr << 40 AND k.nr < (b.nr + 1) << 40 ORDER BY k.nr DESC LIMIT 1)
        FROM blogs b WHERE b.id = ?1
        """);

    /// <summary>The newest position of every blog that has changes, read by the restore of a file that no session has open.</summary>
    public const string Newest =
        """
        SELECT b.id, k.nr & 0xFFFFFFFFFF FROM blogs b JOIN blog_changes k ON k.nr =
            (SELECT n.nr FROM blog_changes n WHERE n.nr > b.nr << 40 AND n.nr < (b.nr + 1) << 40 ORDER BY n.nr DESC LIMIT 1)
        """;

    public static readonly Sql AddAt = new("change.add", "INSERT INTO blog_changes (nr, kind, at) VALUES (?1, ?2, ?3)");

    public static readonly Sql Add = new(
        "change.add",
        """
        INSERT INTO blog_changes (nr, kind, at, post_id, comment_id)
        VALUES (1 + coalesce((SELECT k.nr FROM blog_changes k WHERE k.nr > ?1 AND k.nr < ?2 ORDER BY k.nr DESC LIMIT 1), ?1),
            ?3, ?4, ?5, ?6)
        """);

    // And by the unique index on blogs.id.
    public static readonly Sql AddOfBlog = new(
        "change.add",
        """
        INSERT INTO blog_changes (nr, kind, at, post_id)
        SELECT 1 + coalesce(
            (SELECT k.nr FROM blog_changes k WHERE k.nr > b.nr << 40 AND k.nr < (b.nr + 1) << 40 ORDER BY k.nr DESC LIMIT 1), b.nr << 40),
            ?2, ?3, ?4
        FROM blogs b WHERE b.id = ?1
        """);

    // And by the row number of the comment and of its post.
    public static readonly Sql AddOfComment = new(
        "change.add",
        """
        INSERT INTO blog_changes (nr, kind, at, post_id, comment_id)
        SELECT 1 + coalesce(
            (SELECT k.nr FROM blog_changes k WHERE k.nr > c.blog_nr << 40 AND k.nr < (c.blog_nr + 1) << 40 ORDER BY k.nr DESC LIMIT 1),
            c.blog_nr << 40),
            ?2, ?3, (SELECT p.id FROM posts p WHERE p.nr = c.post_nr), c.id
        FROM comments c WHERE c.nr = ?1
        """);

    // And by the row numbers of the posts.
    public static readonly Sql AddOfPosts = new(
        "change.add-posts",
        """
        INSERT INTO blog_changes (nr, kind, at, post_id)
        SELECT row_number() OVER (ORDER BY p.nr)
            + coalesce((SELECT k.nr FROM blog_changes k WHERE k.nr > ?1 AND k.nr < ?2 ORDER BY k.nr DESC LIMIT 1), ?1), ?3, ?4, p.id
        FROM posts p WHERE p.nr IN (SELECT value FROM json_each(?5))
        """);

    // And by the row numbers of the roots and of their post.
    public static readonly Sql AddOfRoots = new(
        "change.add-roots",
        """
        INSERT INTO blog_changes (nr, kind, at, post_id, comment_id)
        SELECT row_number() OVER (ORDER BY c.nr)
            + coalesce((SELECT k.nr FROM blog_changes k WHERE k.nr > ?1 AND k.nr < ?2 ORDER BY k.nr DESC LIMIT 1), ?1), ?3, ?4,
            (SELECT p.id FROM posts p WHERE p.nr = c.post_nr), c.id
        FROM comments c WHERE c.nr IN (SELECT value FROM json_each(?5))
        """);

    // Backwards, through the rows that are kept: it ends at the newest that is too old.
    public static readonly Sql FindLastOld = new(
        "change.find-old", "SELECT nr FROM blog_changes WHERE nr > ?1 AND nr < ?2 AND at < ?3 ORDER BY nr DESC LIMIT 1");

    public static readonly Sql Delete = new("change.delete", "DELETE FROM blog_changes WHERE nr > ?1 AND nr < ?2");
}

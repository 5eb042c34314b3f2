namespace BlogKit;

internal static class ThreadSql
{
    /// <summary>The columns <see cref="ThreadRows.Read"/> reads, of a comment <c>c</c> and what it answers, <c>a</c>.</summary>
    private const string Columns =
        """
        c.nr, c.root_nr, c.id, a.id, c.depth, c.status, c.kind, c.by_kind, c.by_name, c.by_url, c.by_avatar_url, c.by_author_id,
            c.owner_key, c.html, c.created_at, c.edited_at, c.is_pinned, c.up_votes, c.down_votes, c.reactions, c.version, c.shown_replies,
            a.status, a.by_name, c.present_children, c.path
        """;

    // The same without the comment that is answered.
    private const string RootColumns =
        """
        c.nr, c.root_nr, c.id, NULL, c.depth, c.status, c.kind, c.by_kind, c.by_name, c.by_url, c.by_avatar_url, c.by_author_id,
            c.owner_key, c.html, c.created_at, c.edited_at, c.is_pinned, c.up_votes, c.down_votes, c.reactions, c.version, c.shown_replies,
            NULL, NULL, c.present_children, c.path
        """;

    private const string Root = "c.post_nr = ?1 AND c.parent_nr IS NULL AND c.present = 1";

    // By the unique index on posts.id, then the spans before the place (RootRankSql.Before).
    public static readonly Sql Counts = new(
        "thread.counts",
        $"""
        SELECT t.approved, t.pending, t.spam, t.trashed, t.deleted, t.present_roots, t.post_nr,
            CASE WHEN ?2 IS NULL THEN 0 ELSE {RootRankSql.Before("t.post_nr", "?2")} END,
            EXISTS (SELECT 1 FROM comments y INDEXED BY comments_roots
                WHERE y.post_nr = t.post_nr AND y.parent_nr IS NULL AND y.present = 1 AND y.id = ?2),
            0
        FROM posts p JOIN threads t ON t.post_nr = p.nr
        WHERE p.id = ?1 AND +p.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?3)
        """);

    // By the unique index on posts.id, then one step along comments_best before or behind the place.
    public static readonly Sql CountsBestUpTo = CountsBest("<=");

    public static readonly Sql CountsBestFrom = CountsBest(">=");

    // Along comments_roots.
    public static readonly Sql Oldest = Page("comments_roots", "c.id > ?2", "c.id");

    // Backwards along comments_roots.
    public static readonly Sql Newest = Page("comments_roots", "c.id < ?2", "c.id DESC");

    // From the root some steps before the one asked for, along comments_roots.
    public static readonly Sql OldestHolding = Page("comments_roots", $"c.id >= {Steps("<=", "DESC")}", "c.id");

    // From the root some steps behind the one asked for, backwards along comments_roots.
    public static readonly Sql NewestHolding = Page("comments_roots", $"c.id <= {Steps(">=", "ASC")}", "c.id DESC");

    // Along comments_best.
    public static readonly Sql Best = Page("comments_best", "(c.disfavour, c.id) > (?5, ?2)", "c.disfavour, c.id");

    // Backwards along comments_best.
    public static readonly Sql BestBackwards = Page("comments_best", "(c.disfavour, c.id) < (?5, ?2)", "c.disfavour DESC, c.id DESC");

    // Along comments_tree, no further than a page shows, once per root; then each row by its number.
    public static readonly Sql Replies = new(
        "thread.replies",
        $"""
        SELECT {Columns}
        FROM json_each(?1) AS page
            CROSS JOIN comments c ON c.nr IN (
                SELECT x.nr FROM comments x INDEXED BY comments_tree
                WHERE x.root_nr = page.value AND x.present = 1 AND x.path > x''
                ORDER BY x.path LIMIT ?2)
            JOIN comments a ON a.nr = c.parent_nr
        """);

    // By comments_id; the reply to begin after too.
    public static readonly Sql Under = new(
        "thread.under",
        $"""
        SELECT {Columns}, (SELECT p.id FROM posts p WHERE p.nr = c.post_nr), (SELECT r.id FROM comments r WHERE r.nr = c.root_nr),
            (SELECT f.path FROM comments f WHERE f.id = ?2 AND f.root_nr = c.root_nr AND f.present = 1)
        FROM comments c LEFT JOIN comments a ON a.nr = c.parent_nr
        WHERE c.id = ?1 AND c.present = 1 AND +c.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?3)
        """);

    // Along comments_tree.
    public static readonly Sql Below = new(
        "thread.below",
        $"""
        SELECT {Columns}
        FROM comments c INDEXED BY comments_tree JOIN comments a ON a.nr = c.parent_nr
        WHERE c.root_nr = ?1 AND c.present = 1 AND c.path > ?2 AND c.path < ?3
        ORDER BY c.path LIMIT ?4
        """);

    // By comments_id, then along comments_tree no further than asked.
    public static readonly Sql Locate = new(
        "thread.locate",
        """
        SELECT (SELECT p.id FROM posts p WHERE p.nr = c.post_nr), (SELECT r.id FROM comments r WHERE r.nr = c.root_nr),
            (SELECT count(*) FROM (SELECT 1 FROM comments x INDEXED BY comments_tree
                WHERE x.root_nr = c.root_nr AND x.present = 1 AND x.path > x'' AND x.path < c.path LIMIT ?2)),
            (SELECT x.id FROM comments x INDEXED BY comments_tree
                WHERE x.root_nr = c.root_nr AND x.present = 1 AND x.path > x'' AND x.path < c.path ORDER BY x.path DESC LIMIT 1)
        FROM comments c
        WHERE c.id = ?1 AND c.present = 1 AND +c.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?3)
        """);

    // By the unique index on posts.id.
    public static readonly Sql CountPost = new(
        "thread.count",
        """
        SELECT t.approved, t.pending, t.spam, t.trashed, t.deleted
        FROM posts p JOIN threads t ON t.post_nr = p.nr
        WHERE p.id = ?2 AND +p.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1)
        """);

    // Backwards along comments_blog; comments under posts that not everybody may read are skipped.
    public static readonly Sql ListNewest = new(
        "thread.newest",
        $"""
        SELECT {CommentSql.Columns}, p.id, p.slug, p.title
        FROM comments c INDEXED BY comments_blog JOIN posts p ON p.nr = c.post_nr
        WHERE c.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1) AND c.status = 1 AND c.id < ?2
            AND p.status IN (2, 3) AND p.visibility = 0 AND p.published_at <= ?3
        ORDER BY c.id DESC LIMIT ?4
        """);

    // Along comments_blog.
    public static readonly Sql HasNewer = new(
        "thread.newest-previous",
        """
        SELECT EXISTS (SELECT 1
            FROM comments c INDEXED BY comments_blog JOIN posts p ON p.nr = c.post_nr
            WHERE c.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1) AND c.status = 1 AND c.id >= ?2
                AND p.status IN (2, 3) AND p.visibility = 0 AND p.published_at <= ?3)
        """);

    // Backwards along comments_post.
    public static readonly Sql ListNewestOfPost = new(
        "thread.newest",
        $"""
        SELECT {CommentSql.Columns}, p.id, p.slug, p.title
        FROM comments c INDEXED BY comments_post JOIN posts p ON p.nr = c.post_nr
        WHERE c.post_nr = (SELECT o.nr FROM posts o JOIN blogs b ON b.nr = o.blog_nr WHERE o.id = ?3 AND b.id = ?1) AND c.status = 1
            AND c.id < ?2
        ORDER BY c.id DESC LIMIT ?4
        """);

    // Along comments_post.
    public static readonly Sql HasNewerOfPost = new(
        "thread.newest-previous",
        """
        SELECT EXISTS (SELECT 1 FROM comments c INDEXED BY comments_post
            WHERE c.post_nr = (SELECT o.nr FROM posts o JOIN blogs b ON b.nr = o.blog_nr WHERE o.id = ?3 AND b.id = ?1) AND c.status = 1
                AND c.id >= ?2)
        """);

    // Backwards along comments_post, which contains the names too, until enough names were found.
    public static readonly Sql Participants = new(
        "thread.participants",
        """
        SELECT c.by_name, c.id
        FROM posts p CROSS JOIN comments c INDEXED BY comments_post
        WHERE p.id = ?2 AND +p.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1) AND c.post_nr = p.nr AND c.status = 1
        ORDER BY c.id DESC
        """);

    // Along comments_held.
    public static readonly Sql Held = new(
        "thread.held",
        $"""
        SELECT {Columns}, (SELECT p.id FROM posts p WHERE p.nr = c.post_nr), (SELECT r.id FROM comments r WHERE r.nr = c.root_nr)
        FROM comments c INDEXED BY comments_held LEFT JOIN comments a ON a.nr = c.parent_nr
        WHERE c.post_nr = (SELECT p.nr FROM posts p WHERE p.id = ?1 AND +p.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?4))
            AND c.status = 0 AND c.owner_key IS NOT NULL AND c.owner_key = ?2
        ORDER BY c.id LIMIT ?3
        """);

    private static Sql CountsBest(string comparison) => new(
        "thread.counts",
        $"""
        SELECT t.approved, t.pending, t.spam, t.trashed, t.deleted, t.present_roots, t.post_nr, 0, 0,
            EXISTS (SELECT 1 FROM comments y INDEXED BY comments_best
                WHERE y.post_nr = t.post_nr AND y.parent_nr IS NULL AND y.present = 1 AND (y.disfavour, y.id) {comparison} (?3, ?2))
        FROM posts p JOIN threads t ON t.post_nr = p.nr
        WHERE p.id = ?1 AND +p.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?4)
        """);

    private static string Steps(string comparison, string order) =>
        $"""
        (SELECT f.id FROM comments f INDEXED BY comments_roots
            WHERE f.post_nr = ?1 AND f.parent_nr IS NULL AND f.present = 1 AND f.id {comparison} ?2 ORDER BY f.id {order} LIMIT 1 OFFSET ?5)
        """;

    // The pinned roots are read with the page, each with the number of roots before it: along comments_pinned.
    private static Sql Page(string index, string place, string order) => new(
        "thread.roots",
        $"""
        WITH page (nr) AS (
            SELECT c.nr FROM comments c INDEXED BY {index} WHERE {Root} AND {place} ORDER BY {order} LIMIT ?3),
        pinned (nr, before) AS (
            SELECT c.nr, {(index is "comments_best" ? BetterThan : RootRankSql.Before("?1", "c.id"))}
            FROM comments c INDEXED BY comments_pinned
            WHERE c.post_nr = ?1 AND c.is_pinned = 1 AND c.parent_nr IS NULL AND c.status = 1
            ORDER BY c.id LIMIT ?4)
        SELECT {RootColumns}, -1, {PlaceOf(index)} FROM page CROSS JOIN comments c ON c.nr = page.nr
        UNION ALL
        SELECT {RootColumns}, pinned.before, {PlaceOf(index)} FROM pinned CROSS JOIN comments c ON c.nr = pinned.nr
        """);

    // In the order of time the place of a root follows from the place of the page; in the order of judgement each root is looked up in the
    // spans.
    private static string PlaceOf(string index) => index is "comments_best" ? RootRankSql.Before("?1", "c.id") : "-1";

    // In the order of judgement the place of a pinned root can only be counted: along comments_best up to the root.
    private const string BetterThan =
        """
        (SELECT count(*) FROM comments x INDEXED BY comments_best
            WHERE x.post_nr = ?1 AND x.parent_nr IS NULL AND x.present = 1 AND (x.disfavour, x.id) < (c.disfavour, c.id))
        """;
}

namespace BlogKit;

internal static class PostSql
{
    public const string SummaryColumns =
        """
        p.id, b.id, p.kind, p.slug, p.title, p.excerpt_html, p.excerpt_text, p.word_count, p.author_ids, p.tags, p.category_ids,
            p.featured_image, p.status, p.visibility, p.published_at, p.updated_at, t.approved, p.version, p.content_updated_at,
            p.renderer_version, p.is_pinned, p.format
        """;

    /// <summary>How many columns a post has; what a statement selects besides begins behind them.</summary>
    public const int Width = 40;

    private const string Columns =
        """
        p.id, b.id, p.kind, p.parent_id, p.slug, p.title, x.markdown, p.excerpt, x.html, x.plain_text, p.excerpt_html, p.excerpt_text,
            x.headings, p.word_count, p.renderer_version, p.author_ids, p.status, p.visibility, p.password_hash, p.published_at,
            p.featured_image, p.tags, p.category_ids, p.series_id, p.series_position, p.footer_block_ids, p.seo, p.comment_mode,
            p.close_after_days, p.close_after_count, p.created_at, p.updated_at, p.version, p.sensitivity, p.status_before,
            p.content_updated_at, p.is_pinned, p.feed_id, p.fields, p.format
        """;

    // By the unique index on posts.id, once per identity. The "+" keeps SQLite from using an index for the blog, which is only a check
    // here; the same below.
    public static readonly Sql FindMany = new(
        "post.find",
        $"""
        SELECT {Columns}
        FROM json_each(?1) AS asked CROSS JOIN posts p ON p.id = unhex(asked.value) JOIN blogs b ON b.nr = p.blog_nr
            JOIN post_texts x ON x.post_nr = p.nr
        WHERE +b.id = ?2
        ORDER BY asked.key
        """);

    // The same part of the index, counted by minutes: the offset of a time zone is a whole number of minutes.
    public static readonly Sql CountByMinute = new(
        "post.minutes",
        """
        SELECT l.published_at / 600000000, count(*)
        FROM blogs b JOIN post_lists l ON l.blog_nr = b.nr AND l.post_kind = 0 AND l.list_kind = 0 AND l.list_key = x''
            AND l.published_at <= ?2
        WHERE b.id = ?1
        GROUP BY 1
        ORDER BY 1 DESC
        """);

    // By the unique index on posts.id.
    public static readonly Sql Find = new(
        "post.find",
        $"SELECT {Columns} FROM posts p JOIN blogs b ON b.nr = p.blog_nr JOIN post_texts x ON x.post_nr = p.nr WHERE p.id = ?2 AND +b.id = "
            + "?1");

    // By the primary key of post_slugs.
    public static readonly Sql FindBySlug = new(
        "post.find-by-slug",
        $"""
        SELECT {Columns}, s.is_current
        FROM blogs b JOIN post_slugs s ON s.blog_nr = b.nr AND s.slug = ?2 JOIN posts p ON p.nr = s.post_nr
            JOIN post_texts x ON x.post_nr = p.nr
        WHERE b.id = ?1
        """);

    public static readonly Sql ListAfter = List("<", "DESC");

    public static readonly Sql ListBefore = List(">", "ASC");

    public static readonly Sql ListUpTo = List(">=", "ASC");

    public static readonly Sql ListFrom = List("<=", "DESC");

    public static readonly Sql ListManyAfter = ListMany("<", "DESC");

    public static readonly Sql ListManyBefore = ListMany(">", "ASC");

    public static readonly Sql ListManyUpTo = ListMany(">=", "ASC");

    public static readonly Sql ListManyFrom = ListMany("<=", "DESC");

    public static readonly Sql DeskAfter = Desk("<", "DESC", "");

    public static readonly Sql DeskBefore = Desk(">", "ASC", "");

    public static readonly Sql DeskUpTo = Desk(">=", "ASC", "");

    public static readonly Sql DeskFrom = Desk("<=", "DESC", "");

    public static readonly Sql DeskStatusAfter = Desk("<", "DESC", "AND p.status = ?7");

    public static readonly Sql DeskStatusBefore = Desk(">", "ASC", "AND p.status = ?7");

    public static readonly Sql DeskStatusUpTo = Desk(">=", "ASC", "AND p.status = ?7");

    public static readonly Sql DeskStatusFrom = Desk("<=", "DESC", "AND p.status = ?7");

    // The part of the primary key of post_lists that holds the blog's tags, then one step in it per tag for the latest spelling.
    public static readonly Sql ListTags = new(
        "post.tags",
        """
        SELECT used.list_key, used.posts,
            (SELECT n.tag_name FROM post_lists n
             WHERE n.blog_nr = used.blog_nr AND n.post_kind = 0 AND n.list_kind = 1 AND n.list_key = used.list_key AND n.published_at <= ?2
             ORDER BY n.published_at DESC, n.post_id DESC LIMIT 1)
        FROM (
            SELECT l.blog_nr, l.list_key, count(*) AS posts
            FROM blogs b JOIN post_lists l ON l.blog_nr = b.nr AND l.post_kind = 0 AND l.list_kind = 1 AND l.published_at <= ?2
            WHERE b.id = ?1
            GROUP BY l.list_key
            ORDER BY posts DESC, l.list_key
            LIMIT ?3) AS used
        ORDER BY used.posts DESC, used.list_key
        """);

    // Along the primary key of post_lists.
    public static readonly Sql TagIsTaken = new(
        "post.tag-is-taken",
        """
        SELECT EXISTS (SELECT 1 FROM post_lists l
            WHERE l.blog_nr = ?1 AND l.post_kind = 0 AND l.list_kind = 1 AND l.list_key = ?2 AND l.tag_name <> ?3 AND l.post_id <> ?4)
        """);

    // The part of the primary key of post_lists that holds all of the blog's posts, and nothing else. Times are ticks from the year 1;
    // SQLite's days begin at noon in -4713.
    public static readonly Sql CountByMonth = new(
        "post.months",
        """
        SELECT CAST(strftime('%Y', day) AS INTEGER), CAST(strftime('%m', day) AS INTEGER), sum(posts)
        FROM (
            SELECT l.published_at / 864000000000 + 1721425.5 AS day, count(*) AS posts
            FROM blogs b JOIN post_lists l ON l.blog_nr = b.nr AND l.post_kind = 0 AND l.list_kind = 0 AND l.list_key = x''
                AND l.published_at <= ?2
            WHERE b.id = ?1
            GROUP BY l.published_at / 864000000000)
        GROUP BY 1, 2
        ORDER BY 1 DESC, 2 DESC
        """);

    // By the unique index on posts.id.
    public static readonly Sql FindPlaceInSeries = new(
        "post.series-place",
        "SELECT series_id, series_position, coalesce(published_at, 0) FROM posts WHERE id = ?2 AND +blog_nr = (SELECT b.nr FROM blogs b "
            + "WHERE b.id = ?1)");

    // Backwards along posts_series.
    public static readonly Sql FindPrevious = new(
        "post.series-previous",
        """
        SELECT id, slug, title FROM posts INDEXED BY posts_series
        WHERE series_id = ?1 AND (series_position, published_at, id) < (?2, ?3, ?4)
            AND status IN (2, 3) AND visibility <> 1 AND published_at <= ?5
        ORDER BY series_position DESC, published_at DESC, id DESC LIMIT 1
        """);

    // Along posts_series.
    public static readonly Sql FindNext = new(
        "post.series-next",
        """
        SELECT id, slug, title FROM posts INDEXED BY posts_series
        WHERE series_id = ?1 AND (series_position, published_at, id) > (?2, ?3, ?4)
            AND status IN (2, 3) AND visibility <> 1 AND published_at <= ?5
        ORDER BY series_position, published_at, id LIMIT 1
        """);

    // By the unique index on posts.id, the primary key of post_slugs and the unique index on post_revisions.id.
    public static readonly Sql Check = new(
        "post.check",
        """
        SELECT p.nr, p.version, p.slug, p.blog_nr,
            (SELECT s.post_nr FROM post_slugs s WHERE s.blog_nr = ?2 AND s.slug = ?3),
            EXISTS (SELECT 1 FROM post_revisions r WHERE r.id = ?4)
        FROM (SELECT 1) LEFT JOIN posts p ON p.id = ?1
        """);

    // By the unique index on post_revisions.id.
    public static readonly Sql IsSaved = new(
        "post.is-saved",
        """
        SELECT EXISTS (SELECT 1 FROM post_revisions r
            WHERE r.id = ?2 AND r.post_nr = ?1 AND r.post_version = ?3 AND r.title = ?4 AND r.markdown = ?5 AND r.excerpt IS ?6
                AND r.format = ?7)
        """);

    public static readonly Sql Insert = new(
        "post.insert",
        """
        INSERT INTO posts (id, blog_nr, kind, status, visibility, published_at, slug, title, comment_mode, close_after_days,
            close_after_count, author_ids, category_ids, footer_block_ids, series_id, series_position, parent_id, word_count,
            renderer_version, created_at, updated_at, version, password_hash, tags, featured_image, seo, excerpt, excerpt_text,
            excerpt_html, sensitivity, status_before, content_updated_at, is_pinned, feed_id, fields, format)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26,
            ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36)
        """);

    // By the unique index on posts.id.
    public static readonly Sql Update = new(
        "post.update",
        """
        UPDATE posts SET blog_nr = ?2, kind = ?3, status = ?4, visibility = ?5, published_at = ?6, slug = ?7, title = ?8, comment_mode = ?9,
            close_after_days = ?10, close_after_count = ?11, author_ids = ?12, category_ids = ?13, footer_block_ids = ?14, series_id = ?15,
            series_position = ?16, parent_id = ?17, word_count = ?18, renderer_version = ?19, created_at = ?20, updated_at = ?21,
            version = ?22, password_hash = ?23, tags = ?24, featured_image = ?25, seo = ?26, excerpt = ?27, excerpt_text = ?28,
            excerpt_html = ?29, sensitivity = ?30, status_before = ?31, content_updated_at = ?32,
            is_pinned = ?33, feed_id = ?34, fields = ?35, format = ?36
        WHERE id = ?1
        """);

    // By row number.
    public static readonly Sql WriteText = new(
        "post.write-text",
        """
        INSERT INTO post_texts (post_nr, headings, markdown, html, plain_text) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (post_nr) DO UPDATE SET headings = excluded.headings, markdown = excluded.markdown, html = excluded.html,
            plain_text = excluded.plain_text
        """);

    public static readonly Sql InsertThread = new("post.insert-thread", "INSERT INTO threads (post_nr) VALUES (?1)");

    // By post_slugs_post.
    public static readonly Sql RetireSlug = new(
        "post.retire-slug", "UPDATE post_slugs SET is_current = 0 WHERE post_nr = ?1 AND is_current = 1");

    // By the primary key of post_slugs.
    public static readonly Sql TakeSlug = new(
        "post.take-slug",
        """
        INSERT INTO post_slugs (blog_nr, slug, post_nr, is_current) VALUES (?1, ?2, ?3, 1)
        ON CONFLICT (blog_nr, slug) DO UPDATE SET is_current = 1
        """);

    // By post_lists_post.
    public static readonly Sql RemoveFromLists = new("post.remove-from-lists", "DELETE FROM post_lists WHERE post_nr = ?1");

    public static readonly Sql AddToList = new(
        "post.add-to-list",
        """
        INSERT INTO post_lists (blog_nr, post_kind, list_kind, list_key, published_at, post_id, post_nr, tag_name)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT DO NOTHING
        """);

    // By the primary key of post_lists, once per kind of post.
    public static readonly Sql RemoveList = new(
        "post.remove-list",
        "DELETE FROM post_lists WHERE blog_nr = ?1 AND post_kind IN (0, 1) AND list_kind = ?2 AND list_key = ?3");

    public static readonly Sql InsertRevision = new(
        "post.insert-revision",
        """
        INSERT INTO post_revisions (id, post_nr, post_version, title, saved_by, saved_at, note, excerpt, markdown, format)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        """);

    // By post_revisions_post.
    public static readonly Sql DropRevisions = new(
        "post.drop-revisions",
        """
        DELETE FROM post_revisions WHERE nr IN (
            SELECT nr FROM post_revisions WHERE post_nr = ?1 ORDER BY post_version DESC, id DESC LIMIT -1 OFFSET ?2)
        """);

    // Backwards along post_revisions_post.
    public static readonly Sql ListRevisions = new(
        "post.revisions",
        """
        SELECT r.id, p.id, r.post_version, r.title, r.markdown, r.excerpt, r.saved_by, r.saved_at, r.note, r.format
        FROM posts p JOIN post_revisions r ON r.post_nr = p.nr
        WHERE p.id = ?1 AND +p.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?3)
        ORDER BY r.post_version DESC, r.id DESC LIMIT ?2
        """);

    // By the unique index on post_revisions.id.
    public static readonly Sql FindRevision = new(
        "post.find-revision",
        """
        SELECT r.id, p.id, r.post_version, r.title, r.markdown, r.excerpt, r.saved_by, r.saved_at, r.note, r.format
        FROM post_revisions r JOIN posts p ON p.nr = r.post_nr
        WHERE r.id = ?2 AND +p.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1)
        """);

    // By the unique index on posts.id.
    public static readonly Sql FindNumber = new(
        "post.find-number",
        "SELECT nr, blog_nr, version FROM posts WHERE id = ?2 AND +blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1)");

    // Each statement by the index on the post's row number; rows are deleted before the rows they refer to.
    // Through the posts of the blog: deleting a post is rare.
    public static readonly Sql FindBelow = new("post.find-below", "SELECT nr FROM posts WHERE blog_nr = ?1 AND parent_id = ?2");

    // By row number.
    public static readonly Sql LeaveParent = new("post.leave-parent", "UPDATE posts SET parent_id = NULL WHERE nr = ?1");

    public static readonly Sql[] Delete =
    [
        new("post.delete-search", "DELETE FROM search WHERE rowid = ?1 * 2"),
        new(
            "post.delete-comment-search",
            "DELETE FROM search WHERE rowid IN (SELECT nr * 2 + 1 FROM comments WHERE post_nr = ?1 AND status = 1)"),
        new("post.delete-pending", "DELETE FROM search_pending WHERE comment_nr IN (SELECT nr FROM comments WHERE post_nr = ?1)"),
        new("post.delete-log", "DELETE FROM moderation_log WHERE comment_id IN (SELECT id FROM comments WHERE post_nr = ?1)"),
        new(
            "post.delete-purged-log",
            "DELETE FROM moderation_log WHERE comment_id IN (SELECT comment_id FROM purged_comments WHERE post_nr = ?1)"),
        new("post.delete-purged", "DELETE FROM purged_comments WHERE post_nr = ?1"),
        new("post.delete-feedback", "DELETE FROM feedback WHERE comment_nr IN (SELECT nr FROM comments WHERE post_nr = ?1)"),
        new(
            "post.delete-comment-revisions",
            "DELETE FROM comment_revisions WHERE comment_nr IN (SELECT nr FROM comments WHERE post_nr = ?1)"),
        new("post.delete-flags", "DELETE FROM flags WHERE comment_nr IN (SELECT nr FROM comments WHERE post_nr = ?1)"),
        new("post.delete-comments", "DELETE FROM comments WHERE post_nr = ?1"),
        new("post.delete-ranks", "DELETE FROM root_ranks WHERE post_nr = ?1"),
        new("post.delete-thread", "DELETE FROM threads WHERE post_nr = ?1"),
        new("post.delete-lists", "DELETE FROM post_lists WHERE post_nr = ?1"),
        new("post.delete-slugs", "DELETE FROM post_slugs WHERE post_nr = ?1"),
        new("post.delete-revisions", "DELETE FROM post_revisions WHERE post_nr = ?1"),
        new("post.delete-autosaves", "DELETE FROM autosaves WHERE post_nr = ?1"),
        new("post.delete-text", "DELETE FROM post_texts WHERE post_nr = ?1"),
        new("post.delete", "DELETE FROM posts WHERE nr = ?1"),
    ];

    // Along the primary key of post_lists, in the order of publication; a second condition is one look-up in it per post passed.
    private static Sql List(string comparison, string order) => new(
        "post.list",
        $"""
        SELECT {SummaryColumns}
        FROM blogs b
            JOIN post_lists l ON l.blog_nr = b.nr AND l.post_kind = ?2 AND l.list_kind = ?3 AND l.list_key = ?4
            JOIN posts p ON p.nr = l.post_nr JOIN threads t ON t.post_nr = p.nr
        WHERE b.id = ?1 AND {Conditions(comparison)}
        ORDER BY l.published_at {order}, l.post_id {order} LIMIT ?9
        """);

    // As List, once per category; only the posts that each category contributes to the page are sorted together.
    private static Sql ListMany(string comparison, string order) => new(
        "post.list",
        $"""
        WITH found (nr) AS MATERIALIZED (
            SELECT DISTINCT c.nr
            FROM json_each(?4) AS k CROSS JOIN posts c
            WHERE c.nr IN (
                SELECT l.post_nr FROM post_lists l
                WHERE l.blog_nr = (SELECT nr FROM blogs WHERE id = ?1) AND l.post_kind = ?2 AND l.list_kind = ?3
                    AND l.list_key = unhex(k.value)
                    AND {Conditions(comparison)}
                ORDER BY l.published_at {order}, l.post_id {order} LIMIT ?9))
        SELECT {SummaryColumns}
        FROM found JOIN posts p ON p.nr = found.nr JOIN blogs b ON b.nr = p.blog_nr JOIN threads t ON t.post_nr = p.nr
        ORDER BY p.published_at {order}, p.id {order} LIMIT ?9
        """);

    private static string Conditions(string comparison) =>
        $"""
        (l.published_at, l.post_id) {comparison} (?5, ?6) AND l.published_at >= ?7 AND l.published_at <= ?8
            AND (?10 IS NULL OR {InList(PostLists.Tag, "?10")})
            AND (?11 IS NULL OR {InList(PostLists.Author, "?11")})
            AND (?12 IS NULL OR {InList(PostLists.Series, "?12")})
            AND (?13 IS NULL OR EXISTS (SELECT 1 FROM json_each(?13) AS other WHERE {InList(PostLists.Category, "unhex(other.value)")}))
        """;

    private static string InList(int list, string key) =>
        $"""
        EXISTS (SELECT 1 FROM post_lists o WHERE o.blog_nr = l.blog_nr AND o.post_kind = l.post_kind
            AND o.list_kind = {list} AND o.list_key = {key} AND o.published_at = l.published_at AND o.post_id = l.post_id)
        """;

    // Along posts_desk, or along posts_desk_status when a status is asked for; author and kind are looked at post by post.
    private static Sql Desk(string comparison, string order, string status) => new(
        "post.desk",
        $"""
        SELECT {SummaryColumns}
        FROM blogs b JOIN posts p ON p.blog_nr = b.nr JOIN threads t ON t.post_nr = p.nr
        WHERE b.id = ?1 AND (p.updated_at, p.id) {comparison} (?2, ?3)
            AND (?4 IS NULL OR p.kind = ?4) AND (?5 IS NULL OR instr(p.author_ids, ?5) > 0) {status}
        ORDER BY p.updated_at {order}, p.id {order} LIMIT ?6
        """);
}

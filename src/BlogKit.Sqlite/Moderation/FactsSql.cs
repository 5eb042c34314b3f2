using System.Globalization;

namespace BlogKit;

internal static class FactsSql
{
    /// <summary>How many fingerprints <see cref="Similar"/> looks for at once.</summary>
    public const int FingerprintsAtOnce = 16;

    // By the unique indexes on blogs.id and posts.id, comments_id, the row number of post_texts, and the end of a blog in
    // moderation_log_blog.
    public static readonly Sql Places = new(
        "facts.places",
        """
        SELECT b.nr, p.nr, (SELECT c.nr FROM comments c WHERE c.id = ?3), p.title, p.tags, p.version,
            CASE WHEN ?4 > 0 THEN (SELECT substr(x.plain_text, 1, ?4) FROM post_texts x WHERE x.post_nr = p.nr) END,
            CASE WHEN ?5 THEN (SELECT l.position FROM moderation_log l INDEXED BY moderation_log_blog WHERE l.blog_nr = b.nr
            ORDER BY l.position DESC LIMIT 1) END
        FROM (SELECT 1) LEFT JOIN blogs b ON b.id = ?1 LEFT JOIN posts p ON p.id = ?2 AND p.blog_nr = b.nr
        """);

    // Backwards along comments_post.
    public static readonly Sql Conversation = new(
        "facts.conversation",
        """
        SELECT c.id, (SELECT a.id FROM comments a WHERE a.nr = c.parent_nr), c.by_name, c.by_kind, c.plain_text
        FROM comments c INDEXED BY comments_post
        WHERE c.post_nr = ?1 AND c.status = 1 AND c.nr <> ?2
        ORDER BY c.id DESC LIMIT ?3
        """);

    // Each window along its index (comments_network, comments_writer, comments_post_time, comments_blog_time), which contains all columns
    // that are needed.
    public static readonly Sql Activity = new(
        "facts.activity",
        """
        SELECT w.key, CASE w.value ->> '$.Scope'
            WHEN 0 THEN (SELECT count(*) FROM (SELECT 1 FROM comments c INDEXED BY comments_network
                WHERE c.blog_nr = ?2 AND coalesce(c.remote_network, c.remote_address) = (w.value ->> '$.Key')
                    AND c.created_at BETWEEN (w.value ->> '$.Since') AND (w.value ->> '$.Until') AND c.nr <> ?4 LIMIT ?5))
            WHEN 1 THEN (SELECT count(*) FROM (SELECT 1 FROM comments c INDEXED BY comments_writer
                WHERE c.blog_nr = ?2 AND c.writer_key = (w.value ->> '$.Key')
                    AND c.created_at BETWEEN (w.value ->> '$.Since') AND (w.value ->> '$.Until') AND c.nr <> ?4 LIMIT ?5))
            WHEN 2 THEN (SELECT count(*) FROM (SELECT 1 FROM comments c INDEXED BY comments_post_time
                WHERE c.post_nr = ?3 AND c.purged_at IS NULL AND c.created_at BETWEEN (w.value ->> '$.Since') AND (w.value ->> '$.Until')
                    AND c.nr <> ?4 LIMIT ?5))
            ELSE (SELECT count(*) FROM (SELECT 1 FROM comments c INDEXED BY comments_blog_time
                WHERE c.blog_nr = ?2 AND c.purged_at IS NULL AND c.created_at BETWEEN (w.value ->> '$.Since') AND (w.value ->> '$.Until')
                    AND c.nr <> ?4 LIMIT ?5)) END
        FROM json_each(?1) w
        """);

    // Backwards along the primary key of fingerprints for each value (a value that is not given is NULL and equals nothing), then by
    // comments_id.
    public static readonly Sql Similar = new(
        "facts.similar",
        $"""
        SELECT c.id, (SELECT p.id FROM posts p WHERE p.nr = c.post_nr), c.writer_key, c.status, c.plain_text
        FROM comments c
        WHERE c.id IN ({string.Join(" UNION ", Enumerable.Range(4, FingerprintsAtOnce).Select(AlikeBy))})
        ORDER BY c.id DESC LIMIT ?3
        """);

    // By bans_unlifted, once per key: only the latest one that has begun can be in force, because adding it lifted those that were.
    public static readonly Sql Ban = new(
        "facts.ban",
        $"""
        SELECT {BanSql.Columns}
        FROM json_each(?2) k JOIN bans n ON n.blog_nr = ?1 AND n.ban_key = k.value
            AND n.at = (SELECT max(o.at) FROM bans o INDEXED BY bans_unlifted WHERE o.blog_nr = ?1 AND o.ban_key = k.value
                AND o.lifted_at IS NULL AND o.at <= ?3)
        WHERE n.until IS NULL OR n.until > ?3
        ORDER BY n.at DESC, n.ban_key LIMIT 1
        """);

    private static string AlikeBy(int parameter) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        SELECT comment_id FROM (
            SELECT f.comment_id FROM fingerprints f
            WHERE f.blog_nr = ?1 AND f.value = ?{parameter} AND f.comment_id <> ?2 ORDER BY f.comment_id DESC LIMIT ?3)
        """);
}

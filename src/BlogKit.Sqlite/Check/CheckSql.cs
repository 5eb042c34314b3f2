namespace BlogKit;

/// <summary>What the check asks. Every table is read whole: no index is relied on.</summary>
internal static class CheckSql
{
    public static readonly Sql Integrity = new("check.integrity", "SELECT integrity_check FROM pragma_integrity_check");

    public static readonly Sql References = new("check.references", "SELECT \"table\", parent FROM pragma_foreign_key_check");

    /// <summary>Each returns what is wrong: its name, the number stored, and the number counted.</summary>
    public static ImmutableArray<Sql> Recounts { get; } =
    [
        new("check.threads", Statuses(
            "thread of the post '",
            "p.slug",
            "(SELECT post_nr AS owner, * FROM threads) k LEFT JOIN posts p ON p.nr = k.owner",
            "post_nr")),
        new("check.blogs", Statuses(
            "blog '", "b.blog_key", "(SELECT blog_nr AS owner, * FROM blog_counts) k LEFT JOIN blogs b ON b.nr = k.owner", "blog_nr")),
        new(
            "check.roots",
            """
            SELECT 'the number of shown roots of the post ''' || p.slug || '''', t.present_roots, count(c.nr)
            FROM threads t JOIN posts p ON p.nr = t.post_nr LEFT JOIN comments c ON c.post_nr = t.post_nr AND c.parent_nr IS NULL
                AND c.present = 1
            GROUP BY t.post_nr HAVING t.present_roots <> count(c.nr)
            """),
        new(
            "check.replies",
            """
            SELECT 'the number of shown replies below the comment ' || hex(r.id), r.shown_replies, count(c.nr)
            FROM comments r LEFT JOIN comments c ON c.root_nr = r.nr AND c.nr <> r.nr AND c.status = 1
            WHERE r.parent_nr IS NULL GROUP BY r.nr HAVING r.shown_replies <> count(c.nr)
            """),
        new(
            "check.answers",
            """
            SELECT 'the number of present answers to the comment ' || hex(a.id), a.present_children, count(c.nr)
            FROM comments a LEFT JOIN (SELECT nr, parent_nr FROM comments WHERE parent_nr IS NOT NULL
                AND present = 1) c ON c.parent_nr = a.nr
            GROUP BY a.nr HAVING a.present_children <> count(c.nr)
            """),
        new(
            "check.presence",
            """
            SELECT 'whether the comment ' || hex(id) || ' has a place in its thread', present, status = 1 OR present_children > 0
            FROM comments WHERE present <> (status = 1 OR present_children > 0)
            """),
        new(
            "check.commenters",
            """
            SELECT 'the number of comments in the history of a commenter', k.approved + k.pending + k.spam + k.trashed, count(c.nr)
            FROM commenters k LEFT JOIN (SELECT nr, blog_nr, writer_key, status FROM comments WHERE status < 4) c ON c.blog_nr = k.blog_nr
                AND c.writer_key = k.history_key
            GROUP BY k.blog_nr, k.history_key
            HAVING k.approved <> count(c.nr) FILTER (WHERE c.status = 1) OR k.pending <> count(c.nr) FILTER (WHERE c.status = 0)
                OR k.spam <> count(c.nr) FILTER (WHERE c.status = 2) OR k.trashed <> count(c.nr) FILTER (WHERE c.status = 3)
            """),
        // Imported comments have numbers of votes without single votes, so more votes than are recorded are right, fewer are not.
        new(
            "check.votes",
            """
            SELECT 'the number of votes for and against the comment ' || hex(c.id), c.up_votes + c.down_votes,
                (SELECT count(*) FROM feedback f WHERE f.comment_nr = c.nr AND f.vote <> 0)
            FROM comments c
            WHERE c.up_votes < (SELECT count(*) FROM feedback f WHERE f.comment_nr = c.nr AND f.vote > 0)
                OR c.down_votes < (SELECT count(*) FROM feedback f WHERE f.comment_nr = c.nr AND f.vote < 0)
            """),
        new(
            "check.depths",
            """
            SELECT 'the depth of the comment ' || hex(c.id), c.depth, coalesce(a.depth + 1, 0)
            FROM comments c LEFT JOIN comments a ON a.nr = c.parent_nr
            WHERE c.depth <> coalesce(a.depth + 1, 0)
            """),
        new(
            "check.lists",
            """
            WITH listed AS (
                SELECT p.nr, p.slug,
                    CASE WHEN p.status IN (2, 3) AND p.visibility <> 1 AND p.published_at IS NOT NULL
                        THEN 1 + coalesce(json_array_length(p.tags), 0) + length(p.category_ids) / 16 + length(p.author_ids) / 16
                        + (p.series_id IS NOT NULL)
                        ELSE 0 END AS wanted
                FROM posts p)
            SELECT 'the number of lists of the post ''' || l.slug || '''', count(k.post_nr), l.wanted
            FROM listed l LEFT JOIN post_lists k ON k.post_nr = l.nr
            GROUP BY l.nr HAVING count(k.post_nr) <> l.wanted
            """),
        new(
            "check.changes",
            """
            SELECT 'the number of changes in the feed of the blog ''' || b.blog_key || '''', max(k.nr) - min(k.nr) + 1, count(*)
            FROM blog_changes k JOIN blogs b ON b.nr = k.nr >> 40
            GROUP BY b.nr HAVING max(k.nr) - min(k.nr) + 1 <> count(*)
            """),
        new(
            "check.addresses",
            """
            SELECT 'the number of addresses at which the post ''' || p.slug || ''' is found', count(s.slug), 1
            FROM posts p LEFT JOIN post_slugs s ON s.post_nr = p.nr AND s.blog_nr = p.blog_nr AND s.is_current = 1 AND s.slug = p.slug
            GROUP BY p.nr HAVING count(s.slug) <> 1
            """),
    ];

    private static string Statuses(string name, string key, string counts, string column) =>
        $"""
        WITH counted AS (SELECT {column} AS owner, status, count(*) AS n FROM comments GROUP BY {column}, status),
            stored AS (
                SELECT k.owner, coalesce({key}, '?') AS name, s.value AS status,
                    CASE s.value WHEN 0 THEN k.pending WHEN 1 THEN k.approved WHEN 2 THEN k.spam WHEN 3 THEN k.trashed
                    ELSE k.deleted END AS n
                FROM {counts} CROSS JOIN json_each('[0,1,2,3,4]') s)
        SELECT 'the number of ' || CASE s.status WHEN 0 THEN 'pending' WHEN 1 THEN 'approved' WHEN 2 THEN 'spam' WHEN 3 THEN 'trashed'
            ELSE 'deleted' END
                || ' comments of the {name.Replace("'", "''", StringComparison.Ordinal)}' || s.name || '''', s.n, coalesce(c.n, 0)
        FROM stored s LEFT JOIN counted c ON c.owner = s.owner AND c.status = s.status
        WHERE s.n <> coalesce(c.n, 0)
        """;
}

namespace BlogKit;

internal static class RootRankSql
{
    // By row number.
    public static readonly Sql ShiftRoots = new(
        "rank.shift-roots",
        """
        UPDATE threads SET present_roots = present_roots + ?2,
            open_roots = open_roots + CASE WHEN is_ranked = 1 AND ?3 >= open_first THEN ?2 ELSE 0 END
        WHERE post_nr = ?1
        RETURNING present_roots, is_ranked, ?3 >= open_first, open_roots
        """);

    // By row number.
    public static readonly Sql SetOpen = new(
        "rank.set-open",
        "UPDATE threads SET is_ranked = ?2, open_first = ?3, open_roots = ?4 WHERE post_nr = ?1");

    // By row number.
    public static readonly Sql FindOpen = new("rank.find-open", "SELECT present_roots, open_first FROM threads WHERE post_nr = ?1");

    // By the primary key of root_ranks: the last span that begins at or before the root.
    public static readonly Sql Shift = new(
        "rank.shift",
        """
        UPDATE root_ranks SET roots = roots + ?4
        WHERE post_nr = ?1 AND level = ?2 AND first_id = (
            SELECT r.first_id FROM root_ranks r WHERE r.post_nr = ?1 AND r.level = ?2 AND r.first_id <= ?3 ORDER BY r.first_id DESC LIMIT 1)
        RETURNING first_id, roots
        """);

    // By the primary key of root_ranks.
    public static readonly Sql SetRoots = new(
        "rank.set", "UPDATE root_ranks SET roots = ?4 WHERE post_nr = ?1 AND level = ?2 AND first_id = ?3");

    public static readonly Sql Insert = new(
        "rank.insert", "INSERT INTO root_ranks (post_nr, level, first_id, roots) VALUES (?1, ?2, ?3, ?4)");

    // By the primary key of root_ranks; a span that a higher level begins with stays.
    public static readonly Sql DropEmpty = new(
        "rank.drop-empty",
        """
        DELETE FROM root_ranks WHERE post_nr = ?1 AND level = ?2 AND first_id = ?3 AND first_id > x''
            AND NOT EXISTS (SELECT 1 FROM root_ranks h WHERE h.post_nr = ?1 AND h.level = ?2 + 1 AND h.first_id = ?3)
        """);

    // By the primary key of root_ranks.
    public static readonly Sql DropAll = new("rank.drop-all", "DELETE FROM root_ranks WHERE post_nr = ?1");

    // Along comments_roots, no further than half a span.
    public static readonly Sql FindMiddle = new(
        "rank.middle",
        """
        SELECT id FROM comments INDEXED BY comments_roots
        WHERE post_nr = ?1 AND parent_nr IS NULL AND present = 1 AND id >= ?2
        ORDER BY id LIMIT 1 OFFSET ?3
        """);

    // Along the primary key of root_ranks.
    public static readonly Sql ListSpans = new(
        "rank.list",
        "SELECT first_id, roots FROM root_ranks WHERE post_nr = ?1 AND level = ?2 AND first_id >= ?3 ORDER BY first_id");

    // Along comments_roots.
    public static readonly Sql ListRoots = new(
        "rank.roots",
        "SELECT id FROM comments INDEXED BY comments_roots WHERE post_nr = ?1 AND parent_nr IS NULL AND present = 1 ORDER BY id");

    /// <summary>
    /// How many present roots of a thread stand before a root: whole spans of every level before it, then the roots of its own span along
    /// comments_roots. Never more than a few hundred entries, however long the thread.
    /// </summary>
    public static string Before(string post, string root)
    {
        return $"""
            (SELECT count(*) FROM comments x INDEXED BY comments_roots
                WHERE x.post_nr = {post} AND x.parent_nr IS NULL AND x.present = 1 AND x.id < {root} AND x.id >= coalesce({Span(0)}, x''))
            + coalesce((SELECT sum(s.roots) FROM root_ranks s
                WHERE s.post_nr = {post} AND s.level = 0 AND s.first_id < {Span(0)} AND s.first_id >= {Span(1)}), 0)
            + coalesce((SELECT sum(s.roots) FROM root_ranks s
                WHERE s.post_nr = {post} AND s.level = 1 AND s.first_id < {Span(1)} AND s.first_id >= {Span(2)}), 0)
            + coalesce((SELECT sum(s.roots) FROM root_ranks s
                WHERE s.post_nr = {post} AND s.level = 2 AND s.first_id < {Span(2)}), 0)
            """;

        string Span(int level) =>
            $"""
            (SELECT r.first_id FROM root_ranks r
                    WHERE r.post_nr = {post} AND r.level = {level} AND r.first_id <= {root} ORDER BY r.first_id DESC LIMIT 1)
            """;
    }
}

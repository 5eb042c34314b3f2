namespace BlogKit;

internal static class FlagSql
{
    // By comments_id.
    public static readonly Sql FindShown = new(
        "flag.find-comment",
        "SELECT nr FROM comments WHERE id = ?2 AND status = 1 AND +blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1)");

    // By the primary key of flags.
    public static readonly Sql Write = new(
        "flag.write",
        """
        INSERT INTO flags (comment_nr, flagger_key, kind, note, weight, at, network) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (comment_nr, flagger_key) DO UPDATE SET kind = excluded.kind, note = excluded.note, weight = excluded.weight,
            at = excluded.at
        WHERE flags.dismissed_at IS NULL
            AND (flags.kind, flags.note, flags.weight, flags.at) IS NOT (excluded.kind, excluded.note, excluded.weight, excluded.at)
        """);

    // By flags_network, or by the primary key of flags for a reader who has a flag of their own.
    public static readonly Sql FindOfNetwork = new(
        "flag.find-network",
        """
        SELECT f.flagger_key, f.dismissed_at IS NOT NULL FROM flags f
        WHERE f.comment_nr = ?1 AND f.network = ?3 AND f.network IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM flags o WHERE o.comment_nr = ?1 AND o.flagger_key = ?2)
        """);

    // By the primary key of flags.
    public static readonly Sql Remove = new(
        "flag.remove",
        "DELETE FROM flags WHERE comment_nr = ?1 AND flagger_key = ?2 AND dismissed_at IS NULL");

    // By the primary key of flags.
    public static readonly Sql Totals = new(
        "flag.totals",
        "SELECT count(*), coalesce(sum(weight), 0.0) FROM flags WHERE comment_nr = ?1 AND dismissed_at IS NULL");

    // By comments_id, then the primary key of flags; the flags of one comment are sorted.
    public static readonly Sql List = new(
        "flag.list",
        """
        SELECT f.flagger_key, f.kind, f.note, f.weight, f.at, f.dismissed_at, f.network
        FROM flags f WHERE f.comment_nr = (SELECT c.nr FROM comments c WHERE c.id = ?2 AND +c.blog_nr = (SELECT b.nr FROM blogs b
            WHERE b.id = ?1))
        ORDER BY f.at, f.flagger_key
        """);

    // By comments_id, then the primary key of flags.
    public static readonly Sql Dismiss = new(
        "flag.dismiss",
        """
        UPDATE flags SET dismissed_at = ?3
        WHERE comment_nr = (SELECT c.nr FROM comments c WHERE c.id = ?2 AND +c.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1))
            AND dismissed_at IS NULL
        """);
}

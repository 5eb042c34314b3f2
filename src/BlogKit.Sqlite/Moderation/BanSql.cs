namespace BlogKit;

internal static class BanSql
{
    /// <summary>The columns <see cref="StoredBan.Read"/> reads, of a ban <c>n</c>.</summary>
    public const string Columns = "n.ban_key, n.at, n.until, n.lifted_at, n.actor_key, n.lifted_by, n.reason";

    // By the primary key; a ban of the same key and time is replaced, but stays lifted.
    public static readonly Sql Add = new(
        "ban.add",
        """
        INSERT INTO bans (blog_nr, ban_key, at, until, actor_key, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (blog_nr, ban_key, at) DO UPDATE SET until = excluded.until, actor_key = excluded.actor_key, reason = excluded.reason
        """);

    // By bans_unlifted. A ban that begins in the future (set by a host whose clock is ahead) is lifted at the time it begins. One that is
    // sent again has lifted others before, and would now lift those that came after it.
    public static readonly Sql LiftForNext = new(
        "ban.lift-for-next",
        """
        UPDATE bans INDEXED BY bans_unlifted SET lifted_at = max(at, ?3), lifted_by = ?4
        WHERE blog_nr = ?1 AND ban_key = ?2 AND lifted_at IS NULL AND (until IS NULL OR until > ?3)
            AND NOT EXISTS (SELECT 1 FROM bans s WHERE s.blog_nr = ?1 AND s.ban_key = ?2 AND s.at = ?3)
        """);

    // By the primary key.
    public static readonly Sql Lift = new(
        "ban.lift", "UPDATE bans SET lifted_at = ?4, lifted_by = ?5 WHERE blog_nr = ?1 AND ban_key = ?2 AND at = ?3");

    // Along bans_list.
    public static readonly Sql List = new(
        "ban.list",
        $"""
        SELECT {Columns} FROM bans n INDEXED BY bans_list
        WHERE n.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1)
        ORDER BY n.at DESC, n.ban_key LIMIT ?2
        """);

    // Along bans_list.
    public static readonly Sql ListInForce = new(
        "ban.list",
        $"""
        SELECT {Columns} FROM bans n INDEXED BY bans_list
        WHERE n.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1) AND n.at <= ?3 AND n.lifted_at IS NULL
            AND (n.until IS NULL OR n.until > ?3)
        ORDER BY n.at DESC, n.ban_key LIMIT ?2
        """);
}

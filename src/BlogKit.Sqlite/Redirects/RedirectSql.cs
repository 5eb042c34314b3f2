namespace BlogKit;

internal static class RedirectSql
{
    // target_id: of the kind that target_kind says.
    public const string Tables =
        """
        CREATE TABLE redirects (
            blog_nr INTEGER NOT NULL REFERENCES blogs (nr),
            address TEXT NOT NULL,
            target_kind INTEGER NOT NULL,
            target_id BLOB,
            target_name TEXT,
            import_number INTEGER,
            created_at INTEGER NOT NULL,
            PRIMARY KEY (blog_nr, address)
        ) STRICT, WITHOUT ROWID;
        """;

    public const string Columns = "r.address, r.target_kind, r.target_id, r.target_name, r.import_number, r.created_at";

    // By the primary key. What is the same already is not written.
    public static readonly Sql Save = new(
        "redirect.save",
        """
        INSERT INTO redirects (blog_nr, address, target_kind, target_id, target_name, import_number, created_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (blog_nr, address) DO UPDATE SET target_kind = excluded.target_kind, target_id = excluded.target_id,
            target_name = excluded.target_name, import_number = excluded.import_number, created_at = excluded.created_at
        WHERE (target_kind, target_id, target_name, import_number, created_at)
            IS NOT (excluded.target_kind, excluded.target_id, excluded.target_name, excluded.import_number, excluded.created_at)
        """);

    // By the primary key, once for each address asked for.
    public static readonly Sql FindMany = new(
        "redirect.find",
        $"""
        SELECT {Columns}
        FROM json_each(?2) AS asked CROSS JOIN redirects r
            ON r.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1) AND r.address = asked.value
        """);

    // Along the primary key.
    public static readonly Sql List = new(
        "redirect.list",
        $"""
        SELECT {Columns} FROM redirects r
        WHERE r.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1) AND r.address > ?2
        ORDER BY r.address LIMIT ?3
        """);

    // By the primary key, once for each address.
    public static readonly Sql Delete = new(
        "redirect.delete",
        """
        DELETE FROM redirects WHERE blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1) AND address IN (SELECT value FROM json_each(?2))
        """);
}

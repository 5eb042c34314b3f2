namespace BlogKit;

internal static class OriginSql
{
    // import_runs: the number is that of the newest one plus 1; no run is ever deleted. import_origins.item_id: the identity here, of the
    // kind that says what it is of. Address and extra are the last columns, because they may be long.
    public const string Tables =
        """
        CREATE TABLE import_runs (
            blog_nr INTEGER NOT NULL REFERENCES blogs (nr),
            number INTEGER NOT NULL,
            source TEXT NOT NULL,
            started_by TEXT NOT NULL,
            started_at INTEGER NOT NULL,
            ended_at INTEGER,
            undone_at INTEGER,
            imported INTEGER NOT NULL DEFAULT 0,
            updated INTEGER NOT NULL DEFAULT 0,
            unchanged INTEGER NOT NULL DEFAULT 0,
            kept INTEGER NOT NULL DEFAULT 0,
            altered INTEGER NOT NULL DEFAULT 0,
            refused INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (blog_nr, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE import_origins (
            nr INTEGER PRIMARY KEY,
            blog_nr INTEGER NOT NULL REFERENCES blogs (nr),
            kind INTEGER NOT NULL,
            item_id BLOB NOT NULL,
            item_version INTEGER NOT NULL,
            import_number INTEGER NOT NULL,
            last_import_number INTEGER NOT NULL,
            imported_at INTEGER NOT NULL,
            source TEXT NOT NULL,
            original_id TEXT NOT NULL,
            item_name TEXT,
            content_hash TEXT NOT NULL,
            address TEXT,
            extra TEXT
        ) STRICT;
        CREATE UNIQUE INDEX import_origins_key ON import_origins (blog_nr, source, kind, original_id);
        CREATE INDEX import_origins_item ON import_origins (blog_nr, kind, item_id);
        CREATE INDEX import_origins_import ON import_origins (blog_nr, import_number, kind, item_id, original_id);
        CREATE INDEX import_origins_address ON import_origins (blog_nr, kind, address) WHERE address IS NOT NULL;
        """;

    /// <summary>The columns that the store reads an origin from, of an origin <c>o</c>.</summary>
    public const string Columns =
        """
        o.kind, o.item_id, o.item_version, o.import_number, o.last_import_number, o.imported_at, o.source, o.original_id, o.item_name,
            o.content_hash, o.address, o.extra
        """;

    public const string ImportColumns =
        """
        i.number, i.source, i.started_by, i.started_at, i.ended_at, i.undone_at, i.imported, i.updated, i.unchanged, i.kept, i.altered,
            i.refused
        """;

    // By the primary key: the greatest number is found from its end.
    public static readonly Sql BeginImport = new(
        "import.begin",
        """
        INSERT INTO import_runs (blog_nr, number, source, started_by, started_at)
        SELECT b.nr, 1 + coalesce((SELECT max(i.number) FROM import_runs i WHERE i.blog_nr = b.nr), 0), ?2, ?3, ?4
        FROM blogs b WHERE b.id = ?1
        RETURNING number
        """);

    // By the primary key.
    public static readonly Sql SaveImport = new(
        "import.save",
        """
        UPDATE import_runs SET ended_at = ?3, undone_at = ?4, imported = ?5, updated = ?6, unchanged = ?7, kept = ?8, altered = ?9,
            refused = ?10
        WHERE blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1) AND number = ?2
        """);

    // By the primary key.
    public static readonly Sql FindImport = new(
        "import.find",
        $"SELECT {ImportColumns} FROM import_runs i WHERE i.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1) AND i.number = ?2");

    // Along the primary key, from its end.
    public static readonly Sql ListImports = new(
        "import.list",
        $"""
        SELECT {ImportColumns} FROM import_runs i WHERE i.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1) AND i.number < ?2
        ORDER BY i.number DESC LIMIT ?3
        """);

    // By the primary key.
    public static readonly Sql HasImport = new(
        "import.has", "SELECT EXISTS (SELECT 1 FROM import_runs WHERE blog_nr = ?1 AND number = ?2 AND source = ?3)");

    // By import_origins_key.
    public static readonly Sql Save = new(
        "origin.save",
        """
        INSERT INTO import_origins (blog_nr, kind, item_id, item_version, import_number, last_import_number, imported_at, source,
            original_id, item_name, content_hash, address, extra)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        ON CONFLICT (blog_nr, source, kind, original_id) DO UPDATE SET item_id = excluded.item_id, item_version = excluded.item_version,
            import_number = excluded.import_number, last_import_number = excluded.last_import_number, imported_at = excluded.imported_at,
            item_name = excluded.item_name, content_hash = excluded.content_hash, address = excluded.address, extra = excluded.extra
        """);

    // By import_origins_key, once for each identity asked for.
    public static readonly Sql FindMany = new(
        "origin.find",
        $"""
        SELECT {Columns}
        FROM json_each(?4) AS asked CROSS JOIN import_origins o INDEXED BY import_origins_key
            ON o.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1) AND o.source = ?2 AND o.kind = ?3 AND o.original_id = asked.value
        """);

    // By import_origins_item, once for each identity asked for.
    public static readonly Sql FindManyOfItems = new(
        "origin.find-of-items",
        $"""
        SELECT {Columns}
        FROM json_each(?3) AS asked CROSS JOIN import_origins o INDEXED BY import_origins_item
            ON o.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1) AND o.kind = ?2 AND o.item_id = unhex(asked.value)
        """);

    // By import_origins_address, once for each address asked for.
    public static readonly Sql FindManyByAddress = new(
        "origin.find-by-address",
        $"""
        SELECT {Columns}
        FROM json_each(?3) AS asked CROSS JOIN import_origins o INDEXED BY import_origins_address
            ON o.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1) AND o.kind = ?2 AND o.address = asked.value
        """);

    // Along import_origins_import.
    public static readonly Sql ListOfImport = new(
        "origin.list",
        $"""
        SELECT {Columns} FROM import_origins o INDEXED BY import_origins_import
        WHERE o.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1) AND o.import_number = ?2
            AND (o.kind, o.item_id, o.original_id) > (?3, ?4, ?5)
        ORDER BY o.kind, o.item_id, o.original_id LIMIT ?6
        """);

    // By import_origins_key, once for each identity.
    public static readonly Sql Delete = new(
        "origin.delete",
        """
        DELETE FROM import_origins WHERE blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1) AND source = ?2 AND kind = ?3
            AND original_id IN (SELECT value FROM json_each(?4))
        """);

    // By import_origins_item. ?4: whether the address stays.
    public static readonly Sql ForgetItem = new(
        "origin.forget",
        """
        UPDATE import_origins INDEXED BY import_origins_item SET content_hash = '', extra = NULL, address = CASE WHEN ?4 THEN address END
        WHERE blog_nr = ?1 AND kind = ?2 AND item_id = ?3
        """);

    // By import_origins_item, once for each comment of the post.
    public static readonly Sql ForgetThread = new(
        "origin.forget-thread",
        """
        UPDATE import_origins INDEXED BY import_origins_item SET content_hash = '', extra = NULL, address = NULL
        WHERE blog_nr = ?1 AND kind = 1 AND item_id IN (SELECT id FROM comments WHERE post_nr = ?2)
        """);
}

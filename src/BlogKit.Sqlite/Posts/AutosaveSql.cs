namespace BlogKit;

// Every statement by the unique index on autosaves (blog_nr, owner_key, post_nr), but the last: by autosaves_age.
internal static class AutosaveSql
{
    public static readonly Sql Save = new(
        "autosave.save",
        """
        INSERT INTO autosaves (blog_nr, owner_key, post_nr, base_version, saved_at, title, fields, markdown)
        SELECT b.nr, ?2, coalesce(p.nr, 0), ?4, ?5, ?6, ?7, ?8
        FROM blogs b LEFT JOIN posts p ON p.id = ?3 AND p.blog_nr = b.nr
        WHERE b.id = ?1 AND (?3 IS NULL OR p.nr IS NOT NULL)
        ON CONFLICT (blog_nr, owner_key, post_nr) DO UPDATE SET
            base_version = excluded.base_version, saved_at = excluded.saved_at, title = excluded.title, fields = excluded.fields,
            markdown = excluded.markdown
        """);

    public static readonly Sql Find = new(
        "autosave.find",
        """
        SELECT base_version, saved_at, title, fields, markdown
        FROM autosaves
        WHERE blog_nr = (SELECT nr FROM blogs WHERE id = ?1) AND owner_key = ?2
            AND post_nr = CASE WHEN ?3 IS NULL THEN 0 ELSE (SELECT nr FROM posts WHERE id = ?3) END
        """);

    public static readonly Sql Delete = new(
        "autosave.delete",
        """
        DELETE FROM autosaves
        WHERE blog_nr = (SELECT nr FROM blogs WHERE id = ?1) AND owner_key = ?2
            AND post_nr = CASE WHEN ?3 IS NULL THEN 0 ELSE (SELECT nr FROM posts WHERE id = ?3) END
        """);

    public static readonly Sql DeleteOld = new(
        "autosave.delete-old",
        "DELETE FROM autosaves WHERE saved_at < ?1 RETURNING blog_nr, (SELECT p.id FROM posts p WHERE p.nr = autosaves.post_nr)");
}

namespace BlogKit;

internal static class AuthorSql
{
    private const string Columns =
        """
        a.id, b.id, a.slug, a.display_name, a.email, a.user_key, a.credentials, a.avatar_url, a.links, a.roles, a.renderer_version,
        a.created_at, a.updated_at, a.version, a.bio_markdown, a.bio_html
        """;

    // By the unique index on authors.id, once per identity asked for.
    public static readonly Sql FindMany = new(
        "author.find",
        $"""
        SELECT {Columns}
        FROM json_each(?1) AS asked CROSS JOIN authors a ON a.id = unhex(asked.value) JOIN blogs b ON b.nr = a.blog_nr
        WHERE +b.id = ?2
        ORDER BY asked.key
        """);

    // By authors_slug.
    public static readonly Sql FindBySlug = new(
        "author.find-by-slug",
        $"SELECT {Columns} FROM blogs b JOIN authors a ON a.blog_nr = b.nr AND a.slug = ?2 WHERE b.id = ?1");

    // By authors_user.
    public static readonly Sql FindByUserKey = new(
        "author.find-by-user-key",
        $"SELECT {Columns} FROM blogs b JOIN authors a ON a.blog_nr = b.nr AND a.user_key = ?2 WHERE b.id = ?1");

    // By the blog's part of authors_slug.
    public static readonly Sql List = new(
        "author.list",
        $"SELECT {Columns} FROM blogs b JOIN authors a ON a.blog_nr = b.nr WHERE b.id = ?1");

    // By the unique index on authors.id, authors_slug and authors_user.
    public static readonly Sql Check = new(
        "author.check",
        """
        SELECT (SELECT version FROM authors WHERE id = ?1),
            EXISTS (SELECT 1 FROM authors WHERE blog_nr = ?2 AND slug = ?3 AND id <> ?1),
            EXISTS (SELECT 1 FROM authors WHERE blog_nr = ?2 AND user_key = ?4 AND id <> ?1),
            EXISTS (SELECT 1 FROM authors WHERE id = ?1 AND blog_nr IS NOT ?2)
        """);

    public static readonly Sql Insert = new(
        "author.insert",
        """
        INSERT INTO authors (id, blog_nr, slug, display_name, name_key, email, email_key, user_key, credentials, avatar_url, links, roles,
            renderer_version, created_at, updated_at, version, bio_markdown, bio_html)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
        """);

    // By the unique index on authors.id.
    public static readonly Sql Update = new(
        "author.update",
        """
        UPDATE authors SET blog_nr = ?2, slug = ?3, display_name = ?4, name_key = ?5, email = ?6, email_key = ?7, user_key = ?8,
            credentials = ?9, avatar_url = ?10, links = ?11, roles = ?12, renderer_version = ?13, created_at = ?14, updated_at = ?15,
            version = ?16, bio_markdown = ?17, bio_html = ?18
        WHERE id = ?1
        """);
}

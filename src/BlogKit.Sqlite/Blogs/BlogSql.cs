namespace BlogKit;

internal static class BlogSql
{
    private const string Columns =
        "id, blog_key, name, description, language, base_url, comment_mode, close_after_days, close_after_count, reactions, created_at, "
        + "updated_at, version, sensitivity, time_zone";

    // By the unique index on blogs.id.
    public static readonly Sql Find = new("blog.find", $"SELECT {Columns} FROM blogs WHERE id = ?1");

    // By the unique index on blogs.blog_key.
    public static readonly Sql FindByKey = new("blog.find-by-key", $"SELECT {Columns} FROM blogs WHERE blog_key = ?1");

    // In the order of the unique index on blogs.id.
    public static readonly Sql List = new("blog.list", $"SELECT {Columns} FROM blogs ORDER BY id");

    // By the unique index on blogs.id.
    public static readonly Sql FindNumber = new("blog.find-number", "SELECT nr FROM blogs WHERE id = ?1");

    // By the unique indexes on blogs.id and blogs.blog_key.
    public static readonly Sql Check = new(
        "blog.check",
        "SELECT (SELECT version FROM blogs WHERE id = ?1), EXISTS (SELECT 1 FROM blogs WHERE blog_key = ?2 AND id <> ?1)");

    public static readonly Sql Insert = new(
        "blog.insert",
        $"INSERT INTO blogs ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)");

    public static readonly Sql InsertCounts = new("blog.insert-counts", "INSERT INTO blog_counts (blog_nr) VALUES (?1)");

    // By the unique index on blogs.id.
    public static readonly Sql Update = new(
        "blog.update",
        """
        UPDATE blogs SET blog_key = ?2, name = ?3, description = ?4, language = ?5, base_url = ?6, comment_mode = ?7, close_after_days = ?8,
            close_after_count = ?9, reactions = ?10, created_at = ?11, updated_at = ?12, version = ?13, sensitivity = ?14, time_zone = ?15
        WHERE id = ?1
        """);
}

namespace BlogKit;

// Every statement by the primary key of display_names (blog_nr, user_key).
internal static class DisplayNameSql
{
    public static readonly Sql Find = new(
        "name.find", "SELECT name, chosen_at FROM display_names WHERE blog_nr = (SELECT nr FROM blogs WHERE id = ?1) AND user_key = ?2");

    public static readonly Sql Save = new(
        "name.save",
        """
        INSERT INTO display_names (blog_nr, user_key, name, name_key, chosen_at)
        SELECT nr, ?2, ?3, ?4, ?5 FROM blogs WHERE id = ?1
        ON CONFLICT (blog_nr, user_key) DO UPDATE SET name = excluded.name, name_key = excluded.name_key, chosen_at = excluded.chosen_at
        """);

    public static readonly Sql Delete = new(
        "name.delete", "DELETE FROM display_names WHERE blog_nr = (SELECT nr FROM blogs WHERE id = ?1) AND user_key = ?2");

    public static readonly Sql Keep = new(
        "name.keep", "INSERT INTO display_names (blog_nr, user_key, name, name_key, chosen_at) VALUES (?1, ?2, ?3, ?4, ?5)");

    public static readonly Sql FindKept = new("name.find-kept", "SELECT name FROM display_names WHERE blog_nr = ?1 AND user_key = ?2");

    // The comments of one writer along comments_writer.
    public static readonly Sql DeleteOfLast = new(
        "name.delete-of-last",
        """
        DELETE FROM display_names WHERE blog_nr = ?1 AND user_key = ?2
            AND NOT EXISTS (SELECT 1 FROM comments c WHERE c.blog_nr = ?1 AND c.writer_key = ?3 AND c.nr <> ?4)
        """);
}

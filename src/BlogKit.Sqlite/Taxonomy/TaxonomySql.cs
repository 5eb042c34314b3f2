namespace BlogKit;

internal static class TaxonomySql
{
    // By categories_slug (its blog's part); sorted by the store, which compares as .NET does.
    public static readonly Sql ListCategories = new(
        "category.list",
        """
        SELECT c.id, b.id, c.parent_id, c.name, c.slug, c.description, c.version
        FROM blogs b JOIN categories c ON c.blog_nr = b.nr
        WHERE b.id = ?1
        """);

    // By the unique index on categories.id and categories_slug; following the parents takes one look-up per level.
    public static readonly Sql CheckCategory = new(
        "category.check",
        """
        WITH RECURSIVE above (id) AS (
            SELECT ?4 WHERE ?4 IS NOT NULL
            UNION
            SELECT c.parent_id FROM above JOIN categories c ON c.id = above.id WHERE c.parent_id IS NOT NULL
        )
        SELECT (SELECT version FROM categories WHERE id = ?1),
            EXISTS (SELECT 1 FROM categories WHERE blog_nr = ?2 AND slug = ?3 AND id <> ?1),
            ?4 IS NULL OR EXISTS (SELECT 1 FROM categories WHERE id = ?4 AND blog_nr = ?2),
            EXISTS (SELECT 1 FROM above WHERE id = ?1),
            EXISTS (SELECT 1 FROM categories WHERE id = ?1 AND blog_nr IS NOT ?2)
        """);

    public static readonly Sql InsertCategory = new(
        "category.insert",
        "INSERT INTO categories (id, blog_nr, parent_id, name, slug, description, version) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");

    // By the unique index on categories.id.
    public static readonly Sql UpdateCategory = new(
        "category.update",
        "UPDATE categories SET blog_nr = ?2, parent_id = ?3, name = ?4, slug = ?5, description = ?6, version = ?7 WHERE id = ?1");

    // By the unique index on categories.id.
    public static readonly Sql FindCategory = new(
        "category.find",
        "SELECT version, blog_nr FROM categories WHERE id = ?2 AND +blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1)");

    // By categories_parent.
    public static readonly Sql LiftChildren = new(
        "category.lift-children",
        "UPDATE categories SET parent_id = (SELECT parent_id FROM categories WHERE id = ?1) WHERE parent_id = ?1");

    // By the unique index on categories.id.
    public static readonly Sql DeleteCategory = new("category.delete", "DELETE FROM categories WHERE id = ?1");

    // Through the posts of the blog: removing a category is rare.
    public static readonly Sql PostsInCategory = new(
        "category.posts",
        "SELECT nr, category_ids FROM posts WHERE blog_nr = ?2 AND instr(category_ids, ?1) > 0");

    // By row number.
    public static readonly Sql SetPostCategories = new("category.set-posts", "UPDATE posts SET category_ids = ?2 WHERE nr = ?1");

    // By series_slug (its blog's part); sorted by the store, which compares as .NET does.
    public static readonly Sql ListSeries = new(
        "series.list",
        "SELECT s.id, b.id, s.name, s.slug, s.description, s.version FROM blogs b JOIN series s ON s.blog_nr = b.nr WHERE b.id = ?1");

    // By the unique index on series.id and series_slug.
    public static readonly Sql CheckSeries = new(
        "series.check",
        """
        SELECT (SELECT version FROM series WHERE id = ?1),
            EXISTS (SELECT 1 FROM series WHERE blog_nr = ?2 AND slug = ?3 AND id <> ?1),
            EXISTS (SELECT 1 FROM series WHERE id = ?1 AND blog_nr IS NOT ?2)
        """);

    public static readonly Sql InsertSeries = new(
        "series.insert",
        "INSERT INTO series (id, blog_nr, name, slug, description, version) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

    // By the unique index on series.id.
    public static readonly Sql UpdateSeries = new(
        "series.update",
        "UPDATE series SET blog_nr = ?2, name = ?3, slug = ?4, description = ?5, version = ?6 WHERE id = ?1");

    // By the unique index on series.id.
    public static readonly Sql FindSeries = new(
        "series.find",
        "SELECT version, blog_nr FROM series WHERE id = ?2 AND +blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1)");

    // By posts_series.
    public static readonly Sql PostsInSeries = new("series.posts", "SELECT nr FROM posts WHERE series_id = ?1 AND +blog_nr = ?2");

    // By posts_series.
    public static readonly Sql LeaveSeries = new(
        "series.leave", "UPDATE posts SET series_id = NULL, series_position = 0 WHERE series_id = ?1 AND +blog_nr = ?2");

    // By the unique index on series.id.
    public static readonly Sql DeleteSeries = new("series.delete", "DELETE FROM series WHERE id = ?1");
}

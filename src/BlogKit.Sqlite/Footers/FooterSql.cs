namespace BlogKit;

internal static class FooterSql
{
    // In the order of footer_blocks_order.
    public static readonly Sql List = new(
        "footer.list",
        """
        SELECT f.id, b.id, f.name, f.kind, f.scope, f.author_id, f.position, f.renderer_version, f.version, f.markdown, f.html
        FROM blogs b JOIN footer_blocks f ON f.blog_nr = b.nr
        WHERE b.id = ?1
        ORDER BY f.position, f.id
        """);

    // By the unique index on footer_blocks.id.
    public static readonly Sql Check = new("footer.check", "SELECT version, blog_nr FROM footer_blocks WHERE id = ?1");

    // By the unique index on footer_blocks.id.
    public static readonly Sql Find = new(
        "footer.find",
        "SELECT version, blog_nr FROM footer_blocks WHERE id = ?2 AND +blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?1)");

    public static readonly Sql Insert = new(
        "footer.insert",
        """
        INSERT INTO footer_blocks (id, blog_nr, name, kind, scope, author_id, position, renderer_version, version, markdown, html)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        """);

    // By the unique index on footer_blocks.id.
    public static readonly Sql Update = new(
        "footer.update",
        """
        UPDATE footer_blocks SET blog_nr = ?2, name = ?3, kind = ?4, scope = ?5, author_id = ?6, position = ?7, renderer_version = ?8,
            version = ?9, markdown = ?10, html = ?11
        WHERE id = ?1
        """);

    // By the unique index on footer_blocks.id.
    public static readonly Sql Delete = new("footer.delete", "DELETE FROM footer_blocks WHERE id = ?1");

    // Through the posts of the blog: removing a block is rare.
    public static readonly Sql PostsWithBlock = new(
        "footer.posts",
        "SELECT nr, footer_block_ids FROM posts WHERE blog_nr = ?2 AND instr(footer_block_ids, ?1) > 0");

    // By row number.
    public static readonly Sql SetPostBlocks = new("footer.set-posts", "UPDATE posts SET footer_block_ids = ?2 WHERE nr = ?1");
}

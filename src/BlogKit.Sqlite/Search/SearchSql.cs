namespace BlogKit;

internal static class SearchSql
{
    // What a word in a title weighs against a word in the text.
    private const string Rank = "bm25(search, 8.0, 1.0)";

    public static readonly Sql Insert = new("search.insert", "INSERT INTO search (rowid, title, body) VALUES (?1, ?2, ?3)");

    public static readonly Sql Replace = new("search.replace", "INSERT OR REPLACE INTO search (rowid, title, body) VALUES (?1, ?2, ?3)");

    public static readonly Sql Delete = new("search.delete", "DELETE FROM search WHERE rowid = ?1");

    public static readonly Sql Await = new("search.await", "INSERT INTO search_pending (comment_nr) VALUES (?1) ON CONFLICT DO NOTHING");

    public static readonly Sql StopAwaiting = new("search.stop-awaiting", "DELETE FROM search_pending WHERE comment_nr = ?1");

    // The whole of a small table.
    public static readonly Sql CountPending = new("search.count-pending", "SELECT count(*) FROM search_pending");

    // The whole of a small table, then each comment by row number.
    public static readonly Sql ListPending = new(
        "search.pending",
        "SELECT c.nr, c.plain_text FROM search_pending w CROSS JOIN comments c ON c.nr = w.comment_nr WHERE c.status = 1");

    public static readonly Sql EmptyPending = new("search.empty-pending", "DELETE FROM search_pending");

    // Through the tables: once, when the index is made.
    public static readonly Sql AllPosts = new(
        "search.all-posts",
        """
        SELECT p.nr, p.title, x.plain_text FROM posts p JOIN post_texts x ON x.post_nr = p.nr
        WHERE p.status IN (2, 3) AND p.visibility = 0
        """);

    // Through the table: once, when the index is made.
    public static readonly Sql AllComments = new("search.all-comments", "SELECT nr, plain_text FROM comments WHERE status = 1");

    // The full-text index, then each match by row number; what nobody may read yet is passed over.
    public static readonly Sql Posts = new(
        "search.posts",
        $"""
        SELECT f.rowid, {Rank}, p.id, p.slug, p.title, NULL, NULL, p.published_at
        FROM search f JOIN posts p ON p.nr = f.rowid / 2
        WHERE search MATCH ?1 AND f.rowid % 2 = 0
            AND p.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?2) AND p.status IN (2, 3) AND p.visibility = 0 AND p.published_at <= ?3
        ORDER BY 2, p.id DESC LIMIT ?4 OFFSET ?5
        """);

    // As Posts.
    public static readonly Sql Comments = new(
        "search.comments",
        $"""
        SELECT f.rowid, {Rank}, p.id, p.slug, p.title, c.id, c.by_name, c.created_at
        FROM search f JOIN comments c ON c.nr = f.rowid / 2 JOIN posts p ON p.nr = c.post_nr
        WHERE search MATCH ?1 AND f.rowid % 2 = 1
            AND p.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?2) AND p.status IN (2, 3) AND p.visibility = 0 AND p.published_at <= ?3
        ORDER BY 2, c.id DESC LIMIT ?4 OFFSET ?5
        """);

    // As Posts.
    public static readonly Sql Everything = new(
        "search.everything",
        $"""
        SELECT f.rowid, {Rank}, p.id, p.slug, p.title, c.id, c.by_name, coalesce(c.created_at, p.published_at)
        FROM search f LEFT JOIN comments c ON c.nr = f.rowid / 2 AND f.rowid % 2 = 1
            JOIN posts p ON p.nr = CASE WHEN f.rowid % 2 = 1 THEN c.post_nr ELSE f.rowid / 2 END
        WHERE search MATCH ?1
            AND p.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?2) AND p.status IN (2, 3) AND p.visibility = 0 AND p.published_at <= ?3
        ORDER BY 2, coalesce(c.id, p.id) DESC LIMIT ?4 OFFSET ?5
        """);

    // By row number.
    public static readonly Sql PostText = new("search.post-text", "SELECT plain_text FROM post_texts WHERE post_nr = ?1");

    // By row number.
    public static readonly Sql CommentText = new("search.comment-text", "SELECT plain_text FROM comments WHERE nr = ?1");
}

namespace BlogKit;

internal static class SearchSql
{
    // The weight of a word in a title relative to a word in the text.
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

    // The full-text index, then each match by row number; posts that nobody may read yet are skipped.
    public static readonly Sql Posts = new(
        "search.posts",
        WithTexts(
            $"""
            SELECT f.rowid AS nr, {Rank} AS rank, p.id AS post_id, p.slug, p.title, NULL AS comment_id, NULL AS by_name,
                p.published_at AS at, p.id AS last
            FROM search f JOIN posts p ON p.nr = f.rowid / 2
            WHERE search MATCH ?1 AND f.rowid % 2 = 0
            """));

    // As Posts.
    public static readonly Sql Comments = new(
        "search.comments",
        WithTexts(
            $"""
            SELECT f.rowid AS nr, {Rank} AS rank, p.id AS post_id, p.slug, p.title, c.id AS comment_id, c.by_name, c.created_at AS at,
                c.id AS last
            FROM search f JOIN comments c ON c.nr = f.rowid / 2 JOIN posts p ON p.nr = c.post_nr
            WHERE search MATCH ?1 AND f.rowid % 2 = 1
            """));

    // As Posts.
    public static readonly Sql Everything = new(
        "search.everything",
        WithTexts(
            $"""
            SELECT f.rowid AS nr, {Rank} AS rank, p.id AS post_id, p.slug, p.title, c.id AS comment_id, c.by_name,
                coalesce(c.created_at, p.published_at) AS at, coalesce(c.id, p.id) AS last
            FROM search f LEFT JOIN comments c ON c.nr = f.rowid / 2 AND f.rowid % 2 = 1
                JOIN posts p ON p.nr = CASE WHEN f.rowid % 2 = 1 THEN c.post_nr ELSE f.rowid / 2 END
            WHERE search MATCH ?1
            """));

    // The texts are read by row number, only for the hits of the page.
    private static string WithTexts(string matches) =>
        $"""
        WITH hits AS MATERIALIZED (
            {matches}
                AND p.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?2) AND p.status IN (2, 3) AND p.visibility = 0
                    AND p.published_at <= ?3
            ORDER BY 2, 9 DESC LIMIT ?4 OFFSET ?5)
        SELECT h.rank, h.post_id, h.slug, h.title, h.comment_id, h.by_name, h.at, coalesce(t.plain_text, x.plain_text)
        FROM hits h LEFT JOIN comments t ON t.nr = h.nr / 2 AND h.nr % 2 = 1 LEFT JOIN post_texts x ON x.post_nr = h.nr / 2 AND h.nr % 2 = 0
        ORDER BY h.rank, h.last DESC
        """;
}

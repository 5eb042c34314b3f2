namespace BlogKit;

internal static class FingerprintSql
{
    // By the primary key, once per value.
    public static readonly Sql Add = new(
        "fingerprint.add",
        "INSERT INTO fingerprints (blog_nr, value, comment_id) SELECT ?1, f.value, ?2 FROM json_each(?3) f");

    // By the whole primary key, because one value may have very many comments.
    public static readonly Sql Remove = new(
        "fingerprint.remove", "DELETE FROM fingerprints WHERE blog_nr = ?1 AND value = ?2 AND comment_id = ?3");

    // By row number.
    public static readonly Sql Find = new(
        "fingerprint.find", "SELECT blog_nr, id, fingerprints FROM comments WHERE nr = ?1 AND fingerprints IS NOT NULL");

    // By comments_post.
    public static readonly Sql FindOfPost = new(
        "fingerprint.find-of-post",
        "SELECT blog_nr, id, fingerprints FROM comments WHERE post_nr = ?1 AND fingerprints IS NOT NULL");

    // By row number.
    public static readonly Sql Set = new("fingerprint.set", "UPDATE comments SET fingerprints = ?2 WHERE nr = ?1");
}

namespace BlogKit;

internal static class FeedbackSql
{
    // By comments_id, the primary key of feedback, and feedback_network for a voter without a row of their own.
    public static readonly Sql Find = new(
        "feedback.find",
        """
        SELECT c.nr, c.up_votes, c.down_votes, c.reactions, coalesce(f.vote, 0), f.reaction, f.voter_key, f.network
        FROM comments c LEFT JOIN feedback f ON f.comment_nr = c.nr AND f.voter_key = coalesce(
            (SELECT o.voter_key FROM feedback o WHERE o.comment_nr = c.nr AND o.voter_key = ?2),
            (SELECT n.voter_key FROM feedback n WHERE n.comment_nr = c.nr AND n.network = ?3 AND n.network IS NOT NULL))
        WHERE c.id = ?1 AND c.status = 1 AND +c.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?4)
        """);

    // By the primary key of feedback.
    public static readonly Sql Write = new(
        "feedback.write",
        """
        INSERT INTO feedback (comment_nr, voter_key, vote, reaction, network) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (comment_nr, voter_key) DO UPDATE SET vote = excluded.vote, reaction = excluded.reaction
        """);

    // By the primary key of feedback.
    public static readonly Sql Remove = new("feedback.remove", "DELETE FROM feedback WHERE comment_nr = ?1 AND voter_key = ?2");

    // By row number.
    public static readonly Sql SetVotes = new(
        "feedback.set-votes",
        "UPDATE comments SET up_votes = ?2, down_votes = ?3, disfavour = ?4 WHERE nr = ?1");

    // By row number.
    public static readonly Sql SetReactions = new("feedback.set-reactions", "UPDATE comments SET reactions = ?2 WHERE nr = ?1");

    // By comments_id and the primary key of feedback, once per comment asked for.
    public static readonly Sql ReadOwn = new(
        "feedback.own",
        """
        SELECT c.id, f.vote, f.reaction
        FROM json_each(?1) AS asked CROSS JOIN comments c ON c.id = unhex(asked.value) JOIN feedback f ON f.comment_nr = c.nr
            AND f.voter_key = ?2
        WHERE +c.blog_nr = (SELECT b.nr FROM blogs b WHERE b.id = ?3)
        """);
}

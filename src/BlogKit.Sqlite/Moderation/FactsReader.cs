using BlogKit.Moderation;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>
/// Reads what policies need in one read transaction: at most five commands (places and text, conversation, activity, alike ones, ban),
/// those nobody asked for left out; one more for every sixteen fingerprints beyond sixteen.
/// </summary>
internal static class FactsReader
{
    private const int MaximumConversation = 200;

    public static ModerationFacts Read(SqliteSession session, ModerationFactsQuery query)
    {
        session.BeginRead();
        long blog, post, own;
        var facts = new ModerationFacts();
        using (var row = session.Use(FactsSql.Places)
            .With(query.BlogId.Value)
            .With(query.PostId.Value)
            .With(query.CommentId?.Value)
            .With(query.PostTextLength)
            .With(query.LogPosition))
        {
            row.Step();
            blog = row.IsNull(0) ? 0 : row.Int64(0);
            post = row.IsNull(1) ? 0 : row.Int64(1);
            own = row.IsNull(2) ? 0 : row.Int64(2);
            facts = new ModerationFacts
            {
                Post = post == 0 || query.PostTextLength <= 0 ? null : new PostText(
                    row.Text(3),
                    Beginning(row.TextOrNull(6) ?? "", query.PostTextLength),
                    [.. StoreJson.Read(row, 4, StoreJson.Default.ImmutableArrayTag).Select(static t => t.Name)],
                    row.Int64(5)),
                LogPosition = row.IsNull(7) ? 0 : row.Int64(7),
            };
        }

        return facts with
        {
            Conversation = query.ConversationSize <= 0
                ? []
                : ReadConversation(session, post, own, Math.Min(query.ConversationSize, MaximumConversation)),
            Activity = ActivityCounts.Read(session, query.Activity, blog, post, own),
            Similar = ReadSimilar(session, query, blog),
            Ban = query.BanKeys.IsDefaultOrEmpty ? null : FindBan(session, blog, query.BanKeys, query.Now)?.ToBan(query.BlogId),
        };
    }

    public static StoredBan? FindBan(SqliteSession session, long blog, ImmutableArray<string> keys, DateTimeOffset now)
    {
        using var row = session.Use(FactsSql.Ban).With(blog).With(StoreJson.List(keys, StoreJson.Default.ImmutableArrayString)).With(now);
        return row.Step() ? StoredBan.Read(row) : null;
    }

    private static ImmutableArray<ConversationComment> ReadConversation(SqliteSession session, long post, long own, int size)
    {
        using var row = session.Use(FactsSql.Conversation).With(post).With(own).With(size);
        return row.ReadAll(static row => new ConversationComment
        {
            Id = new CommentId(row.Id(0)),
            ParentId = row.IsNull(1) ? null : new CommentId(row.Id(1)),
            Name = row.Text(2),
            ByAuthor = (CommenterKind)row.Int32(3) is CommenterKind.Author,
            PlainText = row.Text(4),
        });
    }

    private static ImmutableArray<SimilarComment> ReadSimilar(SqliteSession session, ModerationFactsQuery query, long blog)
    {
        if (query.Fingerprints.IsDefaultOrEmpty || query.MaximumSimilar <= 0)
        {
            return [];
        }

        var found = new List<SimilarComment>();
        foreach (var some in query.Fingerprints.Distinct().Chunk(FactsSql.FingerprintsAtOnce))
        {
            using var row = session.Use(FactsSql.Similar).With(blog).With(query.CommentId?.Value ?? Guid.Empty).With(query.MaximumSimilar);
            for (var i = 0; i < FactsSql.FingerprintsAtOnce; i++)
            {
                row.With(i < some.Length ? some[i] : null);
            }

            while (row.Step())
            {
                found.Add(new SimilarComment
                {
                    Id = new CommentId(row.Id(0)),
                    PostId = new PostId(row.Id(1)),
                    HistoryKey = row.TextOrNull(2),
                    Status = (CommentStatus)row.Int32(3),
                    PlainText = row.Text(4),
                });
            }
        }

        return [.. found.DistinctBy(static c => c.Id).OrderByDescending(static c => c.Id).Take(query.MaximumSimilar)];
    }

    /// <summary>At most so many characters, no surrogate pair cut in two: SQLite counts a pair as one.</summary>
    private static string Beginning(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}

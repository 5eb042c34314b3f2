using BlogKit.Moderation;

namespace BlogKit;

/// <summary>A ban as a row, whose blog is known.</summary>
internal sealed record StoredBan(
    string Key, DateTimeOffset At, DateTimeOffset? Until, DateTimeOffset? LiftedAt, ActorKey ActorKey, ActorKey? LiftedBy, string? Reason)
{
    public static StoredBan Read(Statement row) => new(
        row.Text(0), row.Time(1), row.TimeOrNull(2), row.TimeOrNull(3), row.ActorKey(4), row.ActorKeyOrNull(5), row.TextOrNull(6));

    public Ban ToBan(BlogId blogId) => new()
    {
        BlogId = blogId,
        Key = Key,
        At = At,
        Until = Until,
        LiftedAt = LiftedAt,
        ActorKey = ActorKey,
        LiftedBy = LiftedBy,
        Reason = Reason,
    };
}

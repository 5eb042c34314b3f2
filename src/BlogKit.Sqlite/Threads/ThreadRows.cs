using BlogKit.Storage;

namespace BlogKit;

/// <summary>Comments as rows of a thread.</summary>
internal static class ThreadRows
{
    public static ThreadRow Read(Statement row, PostId post, CommentId root) => new()
    {
        Id = new CommentId(row.Id(2)),
        PostId = post,
        ParentId = row.IsNull(3) ? null : new CommentId(row.Id(3)),
        RootId = root,
        Depth = row.Int32(4),
        Status = (CommentStatus)row.Int32(5),
        Kind = (CommentKind)row.Int32(6),
        CommenterKind = (CommenterKind)row.Int32(7),
        Name = row.Text(8),
        Url = row.UriOrNull(9),
        AvatarUrl = row.UriOrNull(10),
        AuthorId = row.IsNull(11) ? null : new AuthorId(row.Id(11)),
        OwnerKey = row.ActorKeyOrNull(12),
        Html = row.Text(13),
        CreatedAt = row.Time(14),
        EditedAt = row.TimeOrNull(15),
        IsPinned = row.Bool(16),
        UpVotes = row.Int32(17),
        DownVotes = row.Int32(18),
        Reactions = StoreJson.Read(row, 19, StoreJson.Default.ImmutableArrayReactionCount),
        Version = row.Int64(20),
        ShownReplies = row.Int32(21),
        ParentName = row.IsNull(22) || (CommentStatus)row.Int32(22) is not CommentStatus.Approved ? null : row.Text(23),
    };
}

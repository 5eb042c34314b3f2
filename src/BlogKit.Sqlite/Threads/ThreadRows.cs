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
        ParentName = IsAnswerShown(row) ? row.Text(23) : null,
    };

    /// <summary>The comment of a row.</summary>
    public static CommentId Id(Statement row) => new(row.Id(2));

    /// <summary>Whether a row has the same content as one that was read before: every column that is read is compared.</summary>
    public static bool IsSame(Statement row, PostId post, CommentId root, ThreadRow other) =>
        Id(row) == other.Id
        && post == other.PostId
        && root == other.RootId
        && row.Int64(20) == other.Version
        && row.HasText(13, other.Html)
        && row.IdOrNull(3) == other.ParentId?.Value
        && row.Int32(4) == other.Depth
        && row.Int32(5) == (int)other.Status
        && row.Int32(6) == (int)other.Kind
        && row.Int32(7) == (int)other.CommenterKind
        && row.HasText(8, other.Name)
        && row.HasText(9, other.Url?.OriginalString)
        && row.HasText(10, other.AvatarUrl?.OriginalString)
        && row.IdOrNull(11) == other.AuthorId?.Value
        && row.HasText(12, other.OwnerKey?.ToString())
        && row.Time(14) == other.CreatedAt
        && row.TimeOrNull(15) == other.EditedAt
        && row.Bool(16) == other.IsPinned
        && row.Int32(17) == other.UpVotes
        && row.Int32(18) == other.DownVotes
        && HasReactions(row, other.Reactions)
        && row.Int32(21) == other.ShownReplies
        && (IsAnswerShown(row) ? row.HasText(23, other.ParentName) : other.ParentName is null);

    private static bool HasReactions(Statement row, ImmutableArray<ReactionCount> reactions) =>
        row.IsNull(19)
            ? reactions.IsEmpty
            : StoreJson.Read(row, 19, StoreJson.Default.ImmutableArrayReactionCount).SequenceEqual(reactions);

    private static bool IsAnswerShown(Statement row) => !row.IsNull(22) && (CommentStatus)row.Int32(22) is CommentStatus.Approved;
}

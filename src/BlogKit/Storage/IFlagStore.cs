using BlogKit.Moderation;

namespace BlogKit.Storage;

/// <summary>Keeps readers' flags against comments. Every method is one transaction; safe for concurrent use.</summary>
/// <remarks>
/// Every call says its blog. A comment of another blog is one that does not exist.
/// Texts that cannot be stored are refused with <see cref="ArgumentException"/> before anything is written (<see cref="StorableText"/>),
/// and so is a flag of <see cref="ActorKey.Anonymous"/>: all who are nobody would share one.
/// </remarks>
public interface IFlagStore
{
    /// <summary>
    /// Sets a reader's flag; a second one of the same reader, or of another reader with the same <see cref="CommentFlag.FlaggerNetwork"/>,
    /// replaces the first, but a dismissed one stays as it is. A reader who has a flag keeps the network it was set from.
    /// It is stored as one that counts. Null when there is no approved comment with that identity; then nothing changed.
    /// </summary>
    Task<FlagTotals?> SetFlagAsync(CommentFlag flag, CancellationToken cancellationToken);

    /// <summary>Takes a reader's flag back unless it was dismissed; null when there is no approved comment with that identity.</summary>
    Task<FlagTotals?> RemoveFlagAsync(BlogId blogId, CommentId id, ActorKey flaggerKey, CancellationToken cancellationToken);

    /// <summary>
    /// Returns every flag of a comment, oldest first, ties by <see cref="CommentFlag.FlaggerKey"/>; those a moderator dismissed too. Gone
    /// with the comment when it is purged.
    /// </summary>
    Task<ImmutableArray<CommentFlag>> ListAllFlagsAsync(BlogId blogId, CommentId id, CancellationToken cancellationToken);

    /// <summary>Dismisses every flag of a comment that still counts. Returns how many.</summary>
    Task<int> DismissFlagsAsync(BlogId blogId, CommentId id, DateTimeOffset at, CancellationToken cancellationToken);
}

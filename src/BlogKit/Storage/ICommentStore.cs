using BlogKit.Moderation;

namespace BlogKit.Storage;

/// <summary>
/// Reads comments and what belongs to them. Reads see one committed state, with counters as true as the comments. Safe for concurrent use.
/// </summary>
/// <remarks>
/// Three other roles write what this one reads: <see cref="ICommentIntakeStore"/> takes new comments, <see cref="ICommentChangeStore"/>
/// changes, moves and erases them, and <see cref="ICommentUpkeepStore"/> renders them again. Their log is read by
/// <see cref="IModerationLogStore"/>, threads by <see cref="IThreadStore"/>. Every call says its blog. What another blog has answers as if
/// it did not exist (null, empty, 0).
/// </remarks>
public interface ICommentStore
{
    /// <summary>Returns the comment; null when there is none.</summary>
    Task<Comment?> FindAsync(BlogId blogId, CommentId id, CancellationToken cancellationToken);

    /// <summary>
    /// Returns comments of the blog with the posts they are under, in the order asked for, each once; those that do not exist, or are of
    /// another blog, are left out. One read.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 100 were asked for.</exception>
    Task<ImmutableArray<ListedComment>> FindManyAsync(
        BlogId blogId, IReadOnlyCollection<CommentId> ids, CancellationToken cancellationToken);

    /// <summary>Returns comments in one status, newest identity first.</summary>
    Task<Slice<ListedComment>> ListAsync(CommentQuery query, CancellationToken cancellationToken);

    /// <summary>Returns the earlier texts of a comment, oldest first.</summary>
    Task<ImmutableArray<CommentRevision>> ListAllRevisionsAsync(BlogId blogId, CommentId id, CancellationToken cancellationToken);

    /// <summary>Returns the counts of a blog, with <see cref="ThreadCounts.Flagged"/>. One command.</summary>
    Task<ThreadCounts> CountAsync(BlogId blogId, CancellationToken cancellationToken);
}

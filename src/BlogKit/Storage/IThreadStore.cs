using BlogKit.Moderation;

namespace BlogKit.Storage;

/// <summary>
/// Reads threads. The cost of a call depends on what it returns, never on what is stored; each call sees one committed state. Comments
/// stand in the order of their identities; roots as <see cref="RootsQuery.Sort"/> says. Safe for concurrent use.
/// </summary>
/// <remarks>Every call says its blog. A post or a comment of another blog is one that does not exist.</remarks>
public interface IThreadStore
{
    /// <summary>
    /// Returns one page of a thread: present roots with the beginning of their replies. At most 3 commands. An unknown post gives an empty
    /// page. Under concurrent inserts a page may not repeat or leave out a root that was present all the time (except by
    /// <see cref="ThreadSort.Best"/>, when votes reorder it).
    /// </summary>
    Task<ThreadRoots> ReadRootsAsync(RootsQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the present comments below one comment, in reading order; null when that comment is not present. At most 2 commands.
    /// </summary>
    Task<ThreadReplies?> ReadRepliesAsync(RepliesQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the position of a comment in its thread; null when it is not present. Counts at most <paramref name="countUpTo"/> replies
    /// before it.
    /// </summary>
    Task<CommentPosition?> LocateAsync(BlogId blogId, CommentId id, int countUpTo, CancellationToken cancellationToken);

    /// <summary>Returns the counts of a post; <see cref="ThreadCounts.None"/> for an unknown one.</summary>
    Task<ThreadCounts> CountAsync(BlogId blogId, PostId postId, CancellationToken cancellationToken);

    /// <summary>
    /// Returns approved comments, newest identity first: of one post, or of the blog under posts that everybody may read at the moment of
    /// the query. At most 2 commands.
    /// </summary>
    Task<Slice<ListedComment>> ListNewestAsync(NewestQuery query, CancellationToken cancellationToken);

    /// <summary>Returns the people who have an approved comment in the thread, each name once, most recent first.</summary>
    Task<ImmutableArray<ThreadParticipant>> ListParticipantsAsync(
        BlogId blogId, PostId postId, int limit, CancellationToken cancellationToken);

    /// <summary>Returns the pending comments of one owner in the thread, oldest first.</summary>
    Task<ImmutableArray<ThreadRow>> ListHeldAsync(
        BlogId blogId, PostId postId, ActorKey ownerKey, int limit, CancellationToken cancellationToken);
}

using BlogKit.Moderation;

namespace BlogKit.Storage;

/// <summary>
/// Reads the append-only log that <see cref="ICommentIntakeStore"/> and <see cref="ICommentChangeStore"/> write in the transaction of each
/// action. Records are never changed, but for one thing: purging a comment takes from its records what could tell its text
/// (<see cref="ModerationDecision.WithoutText"/>). Safe for concurrent use.
/// </summary>
/// <remarks>
/// Positions grow in the order of commits within a blog: whoever has read up to a position finds every later record behind it.
/// </remarks>
public interface IModerationLogStore
{
    /// <summary>Returns records of a blog, newest first, or oldest first where <see cref="LogQuery.OldestFirst"/> says so.</summary>
    Task<ImmutableArray<ModerationRecord>> ListAsync(LogQuery query, CancellationToken cancellationToken);

    /// <summary>Returns the records of one action on many comments, by position; empty when there is none.</summary>
    Task<ImmutableArray<ModerationRecord>> ListAllOfOperationAsync(BlogId blogId, Guid operationId, CancellationToken cancellationToken);

    /// <summary>Returns records behind a position (0 = from the first) with their comments, by position.</summary>
    Task<ImmutableArray<LoggedComment>> ListAfterAsync(BlogId blogId, long position, int limit, CancellationToken cancellationToken);

    /// <summary>Returns the log of a comment, oldest first; also after it was purged.</summary>
    Task<ImmutableArray<ModerationRecord>> ListAllOfCommentAsync(BlogId blogId, CommentId id, CancellationToken cancellationToken);
}

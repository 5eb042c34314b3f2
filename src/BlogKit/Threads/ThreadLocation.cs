namespace BlogKit;

/// <summary>The place of a shown comment (or tombstone) in its thread.</summary>
/// <param name="PostId">The post.</param>
/// <param name="RootId">The root above it, or itself; <see cref="ThreadQuery.Holding"/> takes it.</param>
/// <param name="RepliesCursor">
/// When the comment is beyond the replies that the thread's page shows below its root: the cursor of the replies that begin with it. Else
/// null.
/// </param>
public sealed record ThreadLocation(PostId PostId, CommentId RootId, string? RepliesCursor);

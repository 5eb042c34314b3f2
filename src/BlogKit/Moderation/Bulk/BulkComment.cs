namespace BlogKit.Moderation;

/// <summary>A comment that an action on many comments is to change.</summary>
/// <param name="Id">The comment.</param>
/// <param name="Version">
/// The <see cref="Comment.Version"/> that was read: a comment that changed since is left as it is. Null = whatever it is now.
/// </param>
public sealed record BulkComment(CommentId Id, long? Version = null);

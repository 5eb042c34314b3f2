namespace BlogKit.Moderation;

/// <summary>One of many comments to do something with.</summary>
/// <param name="Id">The comment.</param>
/// <param name="Version">
/// The <see cref="Comment.Version"/> that was read: a comment that changed since is left as it is. Null = whatever it is now.
/// </param>
public sealed record BulkComment(CommentId Id, long? Version = null);

namespace BlogKit;

/// <summary>A comment to be moved with all below it.</summary>
/// <param name="CommentId">The comment.</param>
/// <param name="Version">The version the move is based on.</param>
/// <param name="PostId">The post it shall be under, of the same blog.</param>
/// <param name="ParentId">The comment it shall answer; null = it becomes a root. Under that post, and neither the comment itself nor below it.</param>
/// <param name="Record">The line of the log.</param>
public sealed record CommentRelocation(CommentId CommentId, long Version, PostId PostId, CommentId? ParentId, ModerationRecord Record);

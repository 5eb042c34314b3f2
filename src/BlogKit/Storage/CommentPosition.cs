namespace BlogKit.Storage;

/// <summary>The position of a present comment in its thread.</summary>
/// <param name="PostId">The post.</param>
/// <param name="RootId">The root above it, or itself.</param>
/// <param name="RepliesBefore">Present replies of the root before it in reading order, counted no further than asked.</param>
/// <param name="PrecedingReply">The present reply right before it; null when it is the root or its first reply.</param>
public sealed record CommentPosition(PostId PostId, CommentId RootId, int RepliesBefore, CommentId? PrecedingReply);

namespace BlogKit.Moderation;

/// <summary>A comment in a list, with the post it is under.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="Post">The post.</param>
public sealed record ListedComment(Comment Comment, PostLink Post);

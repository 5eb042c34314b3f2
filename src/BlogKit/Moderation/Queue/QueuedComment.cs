namespace BlogKit.Moderation;

/// <summary>A comment in a moderator's queue.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="Post">The post it is under.</param>
/// <param name="Why">Why it is where it is.</param>
public sealed record QueuedComment(Comment Comment, PostLink Post, WhyHere Why);

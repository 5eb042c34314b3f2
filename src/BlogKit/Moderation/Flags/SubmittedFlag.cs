namespace BlogKit.Moderation;

/// <summary>The result of a flag.</summary>
/// <param name="Flag">The objection as stored. Its weight is nothing to show.</param>
/// <param name="Hidden">Whether the comment is no longer shown.</param>
public sealed record SubmittedFlag(CommentFlag Flag, bool Hidden);

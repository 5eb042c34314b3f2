namespace BlogKit.Moderation;

/// <summary>A comment that an action on many comments left as it is.</summary>
/// <param name="Id">The comment.</param>
/// <param name="Error">Why.</param>
public sealed record BulkFailure(CommentId Id, BlogError Error);

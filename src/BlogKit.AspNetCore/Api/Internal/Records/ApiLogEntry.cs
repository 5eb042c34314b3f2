using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Something that was done to a comment.</summary>
internal sealed record ApiLogEntry(
    CommentId CommentId,
    ModerationAction Action,
    CommentStatus? From,
    CommentStatus To,
    string By,
    string? Reason,
    string? Explanation,
    Guid? OperationId,
    DateTimeOffset At);

using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The objection as it stands.</summary>
internal sealed record ApiFlagged(CommentId CommentId, FlagKind Kind, string? Note, DateTimeOffset At);

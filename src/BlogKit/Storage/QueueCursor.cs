using BlogKit.Moderation;

namespace BlogKit.Storage;

/// <summary>A place in a queue: the last comment that was listed.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Points">Its <see cref="ModerationDecision.Points"/>; only looked at when they are the order.</param>
public sealed record QueueCursor(CommentId Id, double Points);

namespace BlogKit.Moderation;

/// <summary>A record of the log with the comment it is about.</summary>
/// <param name="Record">The record.</param>
/// <param name="Comment">The comment as it is now; null when it was purged and nothing of it is left.</param>
public sealed record LoggedComment(ModerationRecord Record, Comment? Comment);

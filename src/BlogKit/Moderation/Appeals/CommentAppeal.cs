namespace BlogKit.Moderation;

/// <summary>The appeal of a writer for a comment that is not shown; once per comment.</summary>
/// <param name="Text">In words, plain text.</param>
/// <param name="At">When (UTC).</param>
/// <param name="AnsweredAt">When a moderator decided after it (UTC); null while it is open.</param>
public sealed record CommentAppeal(string Text, DateTimeOffset At, DateTimeOffset? AnsweredAt = null);

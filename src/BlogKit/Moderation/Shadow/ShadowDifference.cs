namespace BlogKit;

/// <summary>A comment about which two sets of policies differ.</summary>
/// <param name="CommentId">The comment.</param>
/// <param name="At">When both judged it (UTC).</param>
/// <param name="Live">What the live set decided.</param>
/// <param name="LiveReason">Why, in words.</param>
/// <param name="Tried">What the tried set would have decided.</param>
/// <param name="TriedReason">Why, in words.</param>
/// <param name="Status">What has become of the comment; null when nothing is left of it.</param>
public sealed record ShadowDifference(
    CommentId CommentId, DateTimeOffset At, ModerationOutcome Live, string LiveReason, ModerationOutcome Tried, string TriedReason, CommentStatus? Status);

namespace BlogKit.Moderation;

/// <summary>A comment about which two sets of policies differ.</summary>
public sealed record ShadowDifference
{
    /// <summary>The comment.</summary>
    public required CommentId CommentId { get; init; }

    /// <summary>When both judged it (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The decision of the live set.</summary>
    public required ModerationOutcome Live { get; init; }

    /// <summary>The reason, in words.</summary>
    public required string LiveReason { get; init; }

    /// <summary>The decision that the tried set would have made.</summary>
    public required ModerationOutcome Tried { get; init; }

    /// <summary>The reason, in words.</summary>
    public required string TriedReason { get; init; }

    /// <summary>The status of the comment; null when nothing is left of it.</summary>
    public CommentStatus? Status { get; init; }
}

namespace BlogKit.Moderation;

/// <summary>What one reader said against a comment. At most one per reader and comment.</summary>
public sealed record CommentFlag
{
    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The comment.</summary>
    public required CommentId CommentId { get; init; }

    /// <summary>Who: <see cref="Actor.Key"/>.</summary>
    public required ActorKey FlaggerKey { get; init; }

    /// <summary>
    /// The network a guest comes from, <see cref="Actor.Network"/>: its guests have one flag together on each comment. Null for whoever is
    /// known otherwise.
    /// </summary>
    public string? FlaggerNetwork { get; init; }

    /// <summary>What is wrong.</summary>
    public required FlagKind Kind { get; init; }

    /// <summary>In words; null when nothing was said.</summary>
    public string? Note { get; init; }

    /// <summary>How much it counts: above 0.</summary>
    public required double Weight { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When a moderator approved the comment in spite of it (UTC): it counts no more. Null while it counts.</summary>
    public DateTimeOffset? DismissedAt { get; init; }
}

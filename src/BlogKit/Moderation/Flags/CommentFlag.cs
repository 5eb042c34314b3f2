namespace BlogKit.Moderation;

/// <summary>A flag, the objection of one reader to a comment. At most one per reader and comment.</summary>
public sealed record CommentFlag
{
    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The comment.</summary>
    public required CommentId CommentId { get; init; }

    /// <summary>The key of the reader, <see cref="Actor.Key"/>.</summary>
    public required ActorKey FlaggerKey { get; init; }

    /// <summary>
    /// The network a guest comes from, <see cref="Actor.Network"/>: its guests have one flag together on each comment. Null for whoever is
    /// known otherwise.
    /// </summary>
    public string? FlaggerNetwork { get; init; }

    /// <summary>The kind of objection.</summary>
    public required FlagKind Kind { get; init; }

    /// <summary>A note in words; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>The weight: above 0.</summary>
    public required double Weight { get; init; }

    /// <summary>When it was set (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When a moderator approved the comment in spite of it (UTC): it counts no more. Null while it counts.</summary>
    public DateTimeOffset? DismissedAt { get; init; }
}

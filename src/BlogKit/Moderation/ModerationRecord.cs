namespace BlogKit;

/// <summary>One line of the append-only log: who did what with a comment, when and why.</summary>
public sealed record ModerationRecord
{
    /// <summary>The comment; may be purged since.</summary>
    public required CommentId CommentId { get; init; }

    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>Which text of the comment.</summary>
    public required int Revision { get; init; }

    /// <summary>What was done.</summary>
    public required ModerationAction Action { get; init; }

    /// <summary>The status before; null for a submission.</summary>
    public CommentStatus? From { get; init; }

    /// <summary>The status after.</summary>
    public required CommentStatus To { get; init; }

    /// <summary>Who did it: <see cref="Actor.Key"/>; <c>anonymous</c> for nobody known.</summary>
    public required string ActorKey { get; init; }

    /// <summary>Why, in words; null when nothing was said.</summary>
    public string? Reason { get; init; }

    /// <summary>What the policies decided; null for actions by hand.</summary>
    public ModerationDecision? Decision { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }
}

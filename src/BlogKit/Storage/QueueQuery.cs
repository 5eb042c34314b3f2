using BlogKit.Moderation;

namespace BlogKit.Storage;

/// <summary>Asks for comments as a moderator's queue shows them.</summary>
public sealed record QueueQuery
{
    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The statuses; empty = every one but deleted. Purged comments are never listed.</summary>
    public ImmutableArray<CommentStatus> Statuses { get; init; } = [];

    /// <summary>Only those whose decision has a finding of this policy; null = all.</summary>
    public string? Policy { get; init; }

    /// <summary>Only those that these people hold (<see cref="Comment.Hold"/>); null = all.</summary>
    public CommentHolder? HeldBy { get; init; }

    /// <summary>Only those of this writer, <see cref="Commenter.HistoryKey"/>; null = all.</summary>
    public string? HistoryKey { get; init; }

    /// <summary>Only under this post; null = all.</summary>
    public PostId? PostId { get; init; }

    /// <summary>Only those created at or after this moment (UTC); null = all.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only those created before this moment (UTC); null = all.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only those whose decision has at least so many <see cref="ModerationDecision.Points"/>; null = all.</summary>
    public double? MinimumPoints { get; init; }

    /// <summary>Only those with an appeal nobody answered. Default false.</summary>
    public bool OpenAppeals { get; init; }

    /// <summary>
    /// Only those with a flag that counts: at least one reader objected, and no moderator approved it since. Default false.
    /// </summary>
    public bool Flagged { get; init; }

    /// <summary>The order. Default newest first.</summary>
    public QueueOrder Order { get; init; }

    /// <summary>At most this many, at least 1.</summary>
    public required int Size { get; init; }

    /// <summary>Only those behind this place in the order; null = from the beginning.</summary>
    public QueueCursor? After { get; init; }
}

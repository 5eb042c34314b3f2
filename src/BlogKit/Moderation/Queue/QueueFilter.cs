namespace BlogKit.Moderation;

/// <summary>The comments of a blog that a moderator asks for, and their order. A condition that is left out does not restrict.</summary>
/// <param name="BlogId">The blog.</param>
public sealed record QueueFilter(BlogId BlogId)
{
    /// <summary>The statuses; empty = every one but deleted. Default <see cref="CommentStatus.Pending"/>.</summary>
    public ImmutableArray<CommentStatus> Statuses { get; init; } = [CommentStatus.Pending];

    /// <summary>Only those in which this policy found something, by <see cref="IModerationPolicy.Name"/>.</summary>
    public string? Policy { get; init; }

    /// <summary>Only those whose present text these people hold, by <see cref="Comment.Hold"/>.</summary>
    public CommentHolder? HeldBy { get; init; }

    /// <summary>Only those of this writer, by <see cref="Commenter.HistoryKey"/>.</summary>
    public string? HistoryKey { get; init; }

    /// <summary>Only those under this post.</summary>
    public PostId? PostId { get; init; }

    /// <summary>Only those submitted at or after this moment.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only those submitted before this moment.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only those with at least so many <see cref="ModerationDecision.Points"/>; 0 or more.</summary>
    public double? MinimumPoints { get; init; }

    /// <summary>Only those whose writer has appealed and has no answer yet. Default false.</summary>
    public bool OpenAppeals { get; init; }

    /// <summary>
    /// Only those that at least one reader objected to and no moderator approved since, whether they wait or are still shown. Default
    /// false.
    /// </summary>
    public bool Flagged { get; init; }

    /// <summary>The order. Default newest first.</summary>
    public QueueOrder Order { get; init; }
}

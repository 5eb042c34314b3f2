namespace BlogKit.Moderation;

/// <summary>The facts about the model of a learning filter.</summary>
public sealed record LearningStatus
{
    /// <summary>The number of comments it learned as unwanted, without those that came with BlogKit.</summary>
    public int SpamLessons { get; init; }

    /// <summary>The number of comments it learned as welcome, without those that came with BlogKit.</summary>
    public int HamLessons { get; init; }

    /// <summary>The record of the log up to which it has learned.</summary>
    public long Position { get; init; }

    /// <summary>When it was last saved (UTC); null when never.</summary>
    public DateTimeOffset? SavedAt { get; init; }

    /// <summary>The stored size, in bytes; 0 when nothing is stored.</summary>
    public int StoredBytes { get; init; }

    /// <summary>
    /// The size in memory, in bytes, about; does not grow with what is learned beyond <see cref="LearningPolicyOptions.UndoableLessons"/>.
    /// </summary>
    public long MemoryBytes { get; init; }

    /// <summary>Whether it has learned enough to say something.</summary>
    public bool IsJudging { get; init; }
}

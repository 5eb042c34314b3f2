namespace BlogKit;

/// <summary>What a learning filter knows.</summary>
/// <param name="SpamLessons">Comments it learned as unwanted, without those that came with BlogKit.</param>
/// <param name="HamLessons">Comments it learned as welcome, without those that came with BlogKit.</param>
/// <param name="Position">The record of the log up to which it has learned.</param>
/// <param name="SavedAt">When it was last saved (UTC); null when never.</param>
/// <param name="StoredBytes">How much is stored; 0 when nothing is.</param>
/// <param name="MemoryBytes">How much it takes in memory, about; does not grow with what is learned beyond <see cref="LearningPolicyOptions.UndoableLessons"/>.</param>
/// <param name="IsJudging">Whether it has learned enough to say something.</param>
public sealed record LearningStatus(int SpamLessons, int HamLessons, long Position, DateTimeOffset? SavedAt, int StoredBytes, long MemoryBytes, bool IsJudging);

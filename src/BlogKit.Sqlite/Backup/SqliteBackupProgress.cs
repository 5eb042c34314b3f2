namespace BlogKit;

/// <summary>The progress of a backup.</summary>
/// <param name="CopiedPages">Pages of the database copied so far.</param>
/// <param name="TotalPages">Pages of the database.</param>
public readonly record struct SqliteBackupProgress(int CopiedPages, int TotalPages);

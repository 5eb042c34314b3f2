namespace BlogKit.Interchange;

/// <summary>The progress of a copy, told after every batch.</summary>
/// <param name="Done">The number of lines and files so far.</param>
/// <param name="Elapsed">The time since it began.</param>
public sealed record CopyProgress(long Done, TimeSpan Elapsed);

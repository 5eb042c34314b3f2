namespace BlogKit.AspNetCore.Internal;

/// <summary>What became of the writer's comments so far.</summary>
internal sealed record ApiHistory(int Approved, int Pending, int Spam, int Removed);

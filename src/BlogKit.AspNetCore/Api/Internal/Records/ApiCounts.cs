namespace BlogKit.AspNetCore.Internal;

/// <summary>How many comments the blog has of each status, and how many of the shown and waiting ones readers objected to.</summary>
internal sealed record ApiCounts(int Approved, int Pending, int Spam, int Trashed, int Deleted, int Flagged);

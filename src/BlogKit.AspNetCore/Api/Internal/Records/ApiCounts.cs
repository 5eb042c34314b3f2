namespace BlogKit.AspNetCore.Internal;

/// <summary>How many comments the blog has of each status.</summary>
internal sealed record ApiCounts(int Approved, int Pending, int Spam, int Trashed, int Deleted);

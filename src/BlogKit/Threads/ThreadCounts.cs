namespace BlogKit;

/// <summary>How many comments a post or blog has, by status. Exact at all times.</summary>
/// <param name="Approved">Shown comments, of every depth.</param>
/// <param name="Pending">Held ones.</param>
/// <param name="Spam">Spam.</param>
/// <param name="Trashed">Taken down.</param>
/// <param name="Deleted">Withdrawn or purged.</param>
public sealed record ThreadCounts(int Approved, int Pending, int Spam, int Trashed, int Deleted)
{
    /// <summary>Nothing at all.</summary>
    public static ThreadCounts None { get; } = new(0, 0, 0, 0, 0);
}

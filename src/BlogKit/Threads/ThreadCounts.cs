namespace BlogKit;

/// <summary>How many comments a post or blog has, by status. Exact at all times.</summary>
/// <param name="Approved">Shown comments, of every depth.</param>
/// <param name="Pending">Held ones.</param>
/// <param name="Spam">Spam.</param>
/// <param name="Trashed">Taken down.</param>
/// <param name="Deleted">Withdrawn or purged.</param>
public sealed record ThreadCounts(int Approved, int Pending, int Spam, int Trashed, int Deleted)
{
    /// <summary>Of a blog: how many of the shown and the held ones have a flag that counts, which is what <see cref="QueueQuery.Flagged"/> lists of them. Of a post: 0.</summary>
    public int Flagged { get; init; }

    /// <summary>Nothing at all.</summary>
    public static ThreadCounts None { get; } = new(0, 0, 0, 0, 0);
}

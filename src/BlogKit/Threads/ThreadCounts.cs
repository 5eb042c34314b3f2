using BlogKit.Storage;

namespace BlogKit;

/// <summary>The number of comments of a post or blog, by status. Exact at all times.</summary>
public sealed record ThreadCounts
{
    /// <summary>Shown comments, of every depth.</summary>
    public int Approved { get; init; }

    /// <summary>Held comments.</summary>
    public int Pending { get; init; }

    /// <summary>Comments marked as spam.</summary>
    public int Spam { get; init; }

    /// <summary>Trashed comments.</summary>
    public int Trashed { get; init; }

    /// <summary>Withdrawn or purged comments.</summary>
    public int Deleted { get; init; }

    /// <summary>
    /// Of a blog: how many of the shown and the held ones have a flag that counts, which is what <see cref="QueueQuery.Flagged"/> lists of
    /// them. Of a post: 0.
    /// </summary>
    public int Flagged { get; init; }

    /// <summary>No comments.</summary>
    public static ThreadCounts None { get; } = new();
}

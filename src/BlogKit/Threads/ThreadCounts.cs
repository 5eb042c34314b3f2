using BlogKit.Storage;

namespace BlogKit;

/// <summary>How many comments a post or blog has, by status. Exact at all times.</summary>
public sealed record ThreadCounts
{
    /// <summary>Shown comments, of every depth.</summary>
    public int Approved { get; init; }

    /// <summary>Held ones.</summary>
    public int Pending { get; init; }

    /// <summary>Spam.</summary>
    public int Spam { get; init; }

    /// <summary>Taken down.</summary>
    public int Trashed { get; init; }

    /// <summary>Withdrawn or purged.</summary>
    public int Deleted { get; init; }

    /// <summary>
    /// Of a blog: how many of the shown and the held ones have a flag that counts, which is what <see cref="QueueQuery.Flagged"/> lists of
    /// them. Of a post: 0.
    /// </summary>
    public int Flagged { get; init; }

    /// <summary>Nothing at all.</summary>
    public static ThreadCounts None { get; } = new();
}

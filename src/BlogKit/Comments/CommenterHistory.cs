namespace BlogKit;

/// <summary>The number of a commenter's comments in this blog, by status.</summary>
public sealed record CommenterHistory
{
    /// <summary>The number of comments now approved.</summary>
    public int Approved { get; init; }

    /// <summary>The number of comments now held.</summary>
    public int Pending { get; init; }

    /// <summary>The number of comments now marked as spam.</summary>
    public int Spam { get; init; }

    /// <summary>The number of comments now trashed by a moderator.</summary>
    public int Removed { get; init; }

    /// <summary>A history without comments.</summary>
    public static CommenterHistory None { get; } = new();
}

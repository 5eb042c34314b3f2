namespace BlogKit;

/// <summary>What a commenter did in this blog before.</summary>
public sealed record CommenterHistory
{
    /// <summary>Comments now approved.</summary>
    public int Approved { get; init; }

    /// <summary>Comments now held.</summary>
    public int Pending { get; init; }

    /// <summary>Comments now spam.</summary>
    public int Spam { get; init; }

    /// <summary>Comments now trashed by a moderator.</summary>
    public int Removed { get; init; }

    /// <summary>Nothing known.</summary>
    public static CommenterHistory None { get; } = new();
}

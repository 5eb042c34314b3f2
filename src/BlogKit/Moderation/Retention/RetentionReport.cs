namespace BlogKit.Moderation;

/// <summary>The number of comments erased because of their age.</summary>
public sealed record RetentionReport
{
    /// <summary>The number of comments marked as spam.</summary>
    public int Spam { get; init; }

    /// <summary>The number of trashed comments.</summary>
    public int Trashed { get; init; }
}

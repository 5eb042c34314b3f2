namespace BlogKit.Moderation;

/// <summary>The numbers of what was erased because of its age.</summary>
public sealed record RetentionReport
{
    /// <summary>The number of comments marked as spam.</summary>
    public int Spam { get; init; }

    /// <summary>The number of trashed comments.</summary>
    public int Trashed { get; init; }

    /// <summary>The number of rows of the change feed.</summary>
    public int Changes { get; init; }
}

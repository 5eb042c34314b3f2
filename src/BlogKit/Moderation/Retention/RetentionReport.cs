namespace BlogKit.Moderation;

/// <summary>What was erased because its time was over.</summary>
public sealed record RetentionReport
{
    /// <summary>How many comments marked as spam.</summary>
    public int Spam { get; init; }

    /// <summary>How many that were taken down.</summary>
    public int Trashed { get; init; }
}

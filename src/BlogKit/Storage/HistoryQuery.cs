namespace BlogKit.Storage;

/// <summary>Asks for the comments of a blog in the order they came.</summary>
public sealed record HistoryQuery
{
    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>Only comments created at or after this moment (UTC); null = all.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only later ones than this; null = from the first.</summary>
    public CommentId? After { get; init; }

    /// <summary>At most this many, at least 1.</summary>
    public required int Size { get; init; }
}

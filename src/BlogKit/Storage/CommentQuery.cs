namespace BlogKit.Storage;

/// <summary>Asks for comments in one status, newest first.</summary>
public sealed record CommentQuery
{
    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The status.</summary>
    public required CommentStatus Status { get; init; }

    /// <summary>At most this many, at least 1.</summary>
    public required int Size { get; init; }

    /// <summary>Only older ones than this; null = from the newest.</summary>
    public CommentId? Before { get; init; }
}

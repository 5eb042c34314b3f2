namespace BlogKit.Storage;

/// <summary>Asks for the replies below one comment.</summary>
public sealed record RepliesQuery
{
    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The comment, of any depth.</summary>
    public required CommentId Under { get; init; }

    /// <summary>Begin after this reply in reading order; null, or one that is no longer there = at the beginning.</summary>
    public CommentId? After { get; init; }

    /// <summary>At most this many, at least 1.</summary>
    public required int Size { get; init; }
}

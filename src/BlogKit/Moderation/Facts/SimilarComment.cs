namespace BlogKit.Moderation;

/// <summary>A stored comment that shares a fingerprint with the one that is judged.</summary>
public sealed record SimilarComment
{
    /// <summary>The comment.</summary>
    public required CommentId Id { get; init; }

    /// <summary>The post it is under.</summary>
    public required PostId PostId { get; init; }

    /// <summary>Its writer, <see cref="Commenter.HistoryKey"/>; null when nothing tells who.</summary>
    public string? HistoryKey { get; init; }

    /// <summary>The status.</summary>
    public required CommentStatus Status { get; init; }

    /// <summary>The text without markup.</summary>
    public required string PlainText { get; init; }
}

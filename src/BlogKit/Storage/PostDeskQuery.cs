namespace BlogKit.Storage;

/// <summary>Asks for posts of every stage, as those who write see them.</summary>
public sealed record PostDeskQuery
{
    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>Posts or pages; null = both.</summary>
    public PostKind? Kind { get; init; }

    /// <summary>Only in this stage as stored; null = all.</summary>
    public PostStatus? Status { get; init; }

    /// <summary>Only by this author; null = all.</summary>
    public AuthorId? Author { get; init; }

    /// <summary>At most this many, at least 1.</summary>
    public required int Size { get; init; }

    /// <summary>The place where the page begins or ends; null = the latest changed.</summary>
    public PostCursor? Cursor { get; init; }
}

namespace BlogKit.Storage;

/// <summary>A row of a blog's change feed. It says what to read again, not the new content: no text, no name.</summary>
public sealed record StoredChange
{
    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>Its place in the feed of the blog: the first is 1, and each later commit continues without leaving a number out.</summary>
    public required long Position { get; init; }

    /// <summary>The part of the blog that was written.</summary>
    public required BlogChangeKind Kind { get; init; }

    /// <summary>The post that was written, or whose thread was; null when it is about no single post. It may be deleted since.</summary>
    public PostId? PostId { get; init; }

    /// <summary>The comment that was written, or that was moved with all below it; null for none. It may be purged since.</summary>
    public CommentId? CommentId { get; init; }

    /// <summary>
    /// When it was written (UTC), by the clock of the store. It is for trimming: it may go back, <see cref="Position"/> never does.
    /// </summary>
    public required DateTimeOffset At { get; init; }
}

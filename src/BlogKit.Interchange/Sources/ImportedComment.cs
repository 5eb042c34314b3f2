namespace BlogKit.Interchange;

/// <summary>A comment.</summary>
public sealed record ImportedComment : ImportItem
{
    /// <summary>The original identifier of its post.</summary>
    public required string PostId { get; init; }

    /// <summary>The original identifier of the comment it answers, which may come later or be missing; null for a root.</summary>
    public string? ParentId { get; init; }

    /// <summary>The way it came in.</summary>
    public CommentKind Kind { get; init; }

    /// <summary>
    /// Its status there. <see cref="CommentStatus.Deleted"/> with an empty text is a placeholder that keeps a thread whole.
    /// </summary>
    public required CommentStatus Status { get; init; }

    /// <summary>The text.</summary>
    public required ImportedBody Body { get; init; }

    /// <summary>The writer's name; empty when unknown.</summary>
    public string Name { get; init; } = "";

    /// <summary>The writer's e-mail address; null when unknown.</summary>
    public string? Email { get; init; }

    /// <summary>The writer's address in the web; null when unknown. Not checked.</summary>
    public string? Url { get; init; }

    /// <summary>The account of the writer there (<see cref="ImportedAuthor.AccountId"/>); null for a guest.</summary>
    public string? AccountId { get; init; }

    /// <summary>The network address it came from; null when unknown.</summary>
    public string? RemoteAddress { get; init; }

    /// <summary>The user agent it came from; null when unknown.</summary>
    public string? UserAgent { get; init; }

    /// <summary>When it was written; null when unknown.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}

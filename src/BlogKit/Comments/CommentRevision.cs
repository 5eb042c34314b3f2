namespace BlogKit;

/// <summary>An earlier text of a comment.</summary>
public sealed record CommentRevision
{
    /// <summary>The comment.</summary>
    public required CommentId CommentId { get; init; }

    /// <summary>The number of the text: 1 as submitted.</summary>
    public required int Revision { get; init; }

    /// <summary>The text.</summary>
    public required string Markdown { get; init; }

    /// <summary>When it was replaced (UTC).</summary>
    public required DateTimeOffset ReplacedAt { get; init; }

    /// <summary>The key of the actor who replaced it, <see cref="Actor.Key"/>.</summary>
    public required ActorKey ReplacedBy { get; init; }
}

using BlogKit.Moderation;

namespace BlogKit.Storage;

/// <summary>A comment to be moved with all below it.</summary>
public sealed record CommentRelocation
{
    /// <summary>The blog.</summary>
    public required BlogId BlogId { get; init; }

    /// <summary>The comment.</summary>
    public required CommentId CommentId { get; init; }

    /// <summary>The version the move is based on.</summary>
    public required long Version { get; init; }

    /// <summary>The post to move it to, of the same blog.</summary>
    public required PostId PostId { get; init; }

    /// <summary>
    /// The comment to move it below; null = it becomes a root. Under that post, and neither the comment itself nor below it.
    /// </summary>
    public CommentId? ParentId { get; init; }

    /// <summary>The record for the log.</summary>
    public required ModerationRecord Record { get; init; }
}

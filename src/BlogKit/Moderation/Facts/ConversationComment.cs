namespace BlogKit.Moderation;

/// <summary>A shown comment as part of the conversation.</summary>
public sealed record ConversationComment
{
    /// <summary>The comment.</summary>
    public required CommentId Id { get; init; }

    /// <summary>The comment it answers; null for a root.</summary>
    public CommentId? ParentId { get; init; }

    /// <summary>The name of its writer.</summary>
    public required string Name { get; init; }

    /// <summary>Whether an author of the blog wrote it.</summary>
    public bool ByAuthor { get; init; }

    /// <summary>The text without markup.</summary>
    public required string PlainText { get; init; }
}

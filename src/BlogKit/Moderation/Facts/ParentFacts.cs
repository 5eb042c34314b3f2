namespace BlogKit.Moderation;

/// <summary>The facts about the comment answered that taking a reply needs.</summary>
public sealed record ParentFacts
{
    /// <summary>The comment answered.</summary>
    public required CommentId Id { get; init; }

    /// <summary>The post it is under.</summary>
    public required PostId PostId { get; init; }

    /// <summary>The root above it, or itself.</summary>
    public required CommentId RootId { get; init; }

    /// <summary>The number of steps to the root.</summary>
    public required int Depth { get; init; }

    /// <summary>The status; only an approved comment can be answered.</summary>
    public required CommentStatus Status { get; init; }

    /// <summary>The name of its writer.</summary>
    public required string Name { get; init; }

    /// <summary>The text without markup.</summary>
    public required string PlainText { get; init; }

    /// <summary>Returns the facts about a stored comment.</summary>
    public static ParentFacts Of(Comment comment)
    {
        ArgumentNullException.ThrowIfNull(comment);
        return new ParentFacts
        {
            Id = comment.Id,
            PostId = comment.PostId,
            RootId = comment.RootId,
            Depth = comment.Depth,
            Status = comment.Status,
            Name = comment.By.Name,
            PlainText = comment.PlainText,
        };
    }
}

namespace BlogKit.Moderation;

/// <summary>What taking a reply needs to know of the comment answered.</summary>
public sealed record ParentFacts
{
    /// <summary>The comment answered.</summary>
    public required CommentId Id { get; init; }

    /// <summary>The post it is under.</summary>
    public required PostId PostId { get; init; }

    /// <summary>The root above it, or itself.</summary>
    public required CommentId RootId { get; init; }

    /// <summary>Steps to the root.</summary>
    public required int Depth { get; init; }

    /// <summary>Only an approved comment can be answered.</summary>
    public required CommentStatus Status { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string Name { get; init; }

    /// <summary>What it says.</summary>
    public required string PlainText { get; init; }

    /// <summary>What there is to know of a stored comment.</summary>
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

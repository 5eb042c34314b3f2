namespace BlogKit.Moderation;

/// <summary>A comment that would be treated otherwise.</summary>
public sealed record BacktestExample
{
    /// <summary>The comment.</summary>
    public required CommentId Id { get; init; }

    /// <summary>The post it is under.</summary>
    public required PostId PostId { get; init; }

    /// <summary>The name of its writer.</summary>
    public required string Writer { get; init; }

    /// <summary>The points of the decision that would be made.</summary>
    public required double Points { get; init; }

    /// <summary>The reasons of that decision.</summary>
    public required string Explanation { get; init; }
}

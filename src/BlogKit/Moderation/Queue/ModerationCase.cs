namespace BlogKit.Moderation;

/// <summary>A comment with everything a moderator needs to decide about it.</summary>
public sealed record ModerationCase
{
    /// <summary>The comment.</summary>
    public required Comment Comment { get; init; }

    /// <summary>The post it is under; null when the post was deleted meanwhile.</summary>
    public required PostLink? Post { get; init; }

    /// <summary>The reason for its status, with who is behind it.</summary>
    public required WhyHere Why { get; init; }

    /// <summary>The comment it answers; null for a root.</summary>
    public Comment? Parent { get; init; }

    /// <summary>
    /// The number of its writer's comments in the blog, by status, this one among them; zeros when the writer is unknown.
    /// </summary>
    public required CommenterHistory History { get; init; }

    /// <summary>The writer's newest other comments, newest first, at most 10.</summary>
    public ImmutableArray<ListedComment> Others { get; init; } = [];

    /// <summary>The flags of the comment, oldest first; dismissed ones too.</summary>
    public ImmutableArray<CommentFlag> Flags { get; init; } = [];

    /// <summary>Every record about it, oldest first.</summary>
    public ImmutableArray<ModerationRecord> Records { get; init; } = [];

    /// <summary>The number of its earlier texts.</summary>
    public int EarlierTexts { get; init; }

    /// <summary>
    /// The comment before it in the queue; null at the beginning, and in the order of points when more than 1,000 come before it.
    /// </summary>
    public CommentId? Previous { get; init; }

    /// <summary>The comment after it in the queue; null at the end.</summary>
    public CommentId? Next { get; init; }
}

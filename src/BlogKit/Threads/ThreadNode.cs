namespace BlogKit;

/// <summary>A place in a thread: a comment or its tombstone, with the replies shown below it.</summary>
public sealed record ThreadNode
{
    /// <summary>The comment whose place it is.</summary>
    public required CommentId Id { get; init; }

    /// <summary>The comment; null for a tombstone, of which nothing but the place is known.</summary>
    public required ThreadComment? Comment { get; init; }

    /// <summary>Whether the comment is not shown and only its place is kept, because replies are shown.</summary>
    public bool IsTombstone => Comment is null;

    /// <summary>The root's number in the order asked for, from 1; null for replies and held comments.</summary>
    public int? Number { get; init; }

    /// <summary>
    /// The number readers know the root by, whatever the order asked for: its place among the present roots from the oldest on, from 1;
    /// null for replies and held comments.
    /// </summary>
    public int? Place { get; init; }

    /// <summary>The level it is shown on: 1 for roots, at most <see cref="ThreadOptions.DisplayDepth"/>.</summary>
    public required int Level { get; init; }

    /// <summary>The comment it really answers, where that is not the one it stands below; else null.</summary>
    public ThreadAnswer? AnswersTo { get; init; }

    /// <summary>The replies below it, in reading order.</summary>
    public ImmutableArray<ThreadNode> Replies { get; init; } = [];

    /// <summary>How to get the replies that were left out; null when there are none. Roots only.</summary>
    public MoreReplies? MoreReplies { get; init; }
}

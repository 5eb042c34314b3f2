namespace BlogKit.AspNetCore.Internal;

/// <summary>A place in a thread; without a comment it is a tombstone.</summary>
internal sealed record ApiNode
{
    public required CommentId Id { get; init; }

    public int? Number { get; init; }

    public required int Level { get; init; }

    public required bool IsTombstone { get; init; }

    public ApiComment? Comment { get; init; }

    public ApiAnswer? AnswersTo { get; init; }

    public ImmutableArray<ApiNode> Replies { get; init; } = [];

    public ApiMore? MoreReplies { get; init; }
}

namespace BlogKit.Moderation;

/// <summary>The facts about a comment that its writer may know. Names no policy and no evidence.</summary>
public sealed record OwnCommentState
{
    /// <summary>The comment.</summary>
    public required CommentId Id { get; init; }

    /// <summary>The status, as the writer is told it.</summary>
    public required OwnCommentStanding Standing { get; init; }

    /// <summary>The reason in words fit for the writer; one sentence or several.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether the writer may appeal now.</summary>
    public required bool CanAppeal { get; init; }

    /// <summary>The appeal; null when there is none.</summary>
    public CommentAppeal? Appeal { get; init; }
}

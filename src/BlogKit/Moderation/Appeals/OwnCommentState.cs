namespace BlogKit.Moderation;

/// <summary>What the writer of a comment may know of it. Names no policy and no evidence.</summary>
public sealed record OwnCommentState
{
    /// <summary>The comment.</summary>
    public required CommentId Id { get; init; }

    /// <summary>What has become of it.</summary>
    public required OwnCommentStanding Standing { get; init; }

    /// <summary>Why, in words fit for them; one sentence or several.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether they may answer now.</summary>
    public required bool CanAppeal { get; init; }

    /// <summary>What they answered; null when they have not.</summary>
    public CommentAppeal? Appeal { get; init; }
}

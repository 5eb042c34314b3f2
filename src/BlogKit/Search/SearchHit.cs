using BlogKit.Internal;

namespace BlogKit;

/// <summary>A post or comment that a search found.</summary>
public sealed record SearchHit
{
    /// <summary>The post, or the post the comment is under.</summary>
    public required PostLink Post { get; init; }

    /// <summary>The comment; null when the post itself was found.</summary>
    public CommentId? CommentId { get; init; }

    /// <summary>The name of the comment's writer; null for posts.</summary>
    public string? CommenterName { get => field is not null && ShownName.IsAddress(field) ? ShownName.Neutral : field; init; }

    /// <summary>When the post was published or the comment submitted.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The piece of the text around what was found.</summary>
    public required Snippet Snippet { get; init; }

    /// <summary>The score: the higher the better; comparable within one answer.</summary>
    public required double Score { get; init; }
}

namespace BlogKit;

/// <summary>The settings for comments.</summary>
public sealed record CommentSettings
{
    /// <summary>Whether comments are taken. Default open.</summary>
    public CommentMode Mode { get; init; }

    /// <summary>Closes the thread this many days after publication; null or 0 = never. Default null.</summary>
    public int? CloseAfterDays { get; init; }

    /// <summary>Closes the thread once it has this many shown comments; null or 0 = never. Default null.</summary>
    public int? CloseAfterCount { get; init; }

    /// <summary>The sensitivity of the policies about abuse and drift. Default normal.</summary>
    public ModerationSensitivity Sensitivity { get; init; }

    /// <summary>Returns the settings in force for a post: its own where it has any, else these.</summary>
    /// <param name="post">The post's own settings.</param>
    public CommentSettings With(PostCommentSettings post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return new CommentSettings
        {
            Mode = post.Mode ?? Mode,
            CloseAfterDays = post.CloseAfterDays ?? CloseAfterDays,
            CloseAfterCount = post.CloseAfterCount ?? CloseAfterCount,
            Sensitivity = post.Sensitivity ?? Sensitivity,
        };
    }

    /// <summary>Returns the reason why a thread takes no comments; null when it does.</summary>
    /// <param name="publishedAt">When the post was published; null when it is not.</param>
    /// <param name="shownComments">How many comments are shown.</param>
    /// <param name="now">The time to judge by.</param>
    public ThreadClosedReason? FindClosedReason(DateTimeOffset? publishedAt, int shownComments, DateTimeOffset now) => this switch
    {
        { Mode: not CommentMode.Open } => ThreadClosedReason.ByHand,
        { CloseAfterDays: > 0 } when publishedAt is { } at && (now - at).TotalDays >= CloseAfterDays.Value => ThreadClosedReason.ByAge,
        { CloseAfterCount: > 0 } when shownComments >= CloseAfterCount => ThreadClosedReason.ByCount,
        _ => null,
    };
}

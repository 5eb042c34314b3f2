namespace BlogKit.AspNetCore.Internal;

/// <summary>What a post's discussion does differently from the blog's; null is the blog's own setting.</summary>
internal sealed record ApiPostComments
{
    public CommentMode? Mode { get; init; }

    public int? CloseAfterDays { get; init; }

    public int? CloseAfterCount { get; init; }

    public ModerationSensitivity? Sensitivity { get; init; }
}

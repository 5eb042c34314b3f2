namespace BlogKit;

/// <summary>A post's own comment settings; every null inherits the blog's.</summary>
public sealed record PostCommentSettings
{
    /// <summary>Inherits everything.</summary>
    public static PostCommentSettings Inherited { get; } = new();

    /// <summary>Whether comments are taken; null = as the blog says.</summary>
    public CommentMode? Mode { get; init; }

    /// <summary>Days after publication; 0 = never, null = as the blog says.</summary>
    public int? CloseAfterDays { get; init; }

    /// <summary>Number of shown comments; 0 = never, null = as the blog says.</summary>
    public int? CloseAfterCount { get; init; }

    /// <summary>How easily policies object; null = as the blog says.</summary>
    public ModerationSensitivity? Sensitivity { get; init; }
}

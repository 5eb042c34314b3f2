namespace BlogKit;

/// <summary>The facts about a thread that the renderer of a comment may use.</summary>
public sealed record CommentRendering
{
    /// <summary>A rendering without participants: every @mention stays text.</summary>
    public static CommentRendering Default { get; } = new();

    /// <summary>
    /// The people who may be mentioned. A name matches as a whole, without regard to case; of several matches the longest wins, and of
    /// several people with one name the one with the newest comment.
    /// </summary>
    public ImmutableArray<ThreadParticipant> Participants { get; init; } = [];

    /// <summary>Whether text smilies such as <c>:-)</c> become emoji. Default true.</summary>
    public bool Smilies { get; init; } = true;
}

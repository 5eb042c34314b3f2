using System.Collections.Immutable;

namespace BlogKit;

/// <summary>What the renderer may know of the thread a comment is written into.</summary>
public sealed record CommentRendering
{
    /// <summary>A rendering that knows nobody: every @mention stays text.</summary>
    public static CommentRendering Default { get; } = new();

    /// <summary>
    /// Who may be mentioned. A name matches as a whole, without regard to case; of several matches the longest wins, and of several people
    /// with one name the one with the newest comment.
    /// </summary>
    public ImmutableArray<ThreadParticipant> Participants { get; init; } = [];

    /// <summary>Whether text smilies such as <c>:-)</c> become emoji. Default true.</summary>
    public bool Smilies { get; init; } = true;
}

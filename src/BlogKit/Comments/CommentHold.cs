using BlogKit.Moderation;

namespace BlogKit;

/// <summary>A hold that people put on a comment, whatever the policies decided: only a moderator lifts it.</summary>
public sealed record CommentHold
{
    /// <summary>The people who put it.</summary>
    public required CommentHolder By { get; init; }

    /// <summary>The reason, a sentence a moderator understands.</summary>
    public required string Reason { get; init; }

    /// <summary>The <see cref="ModerationDecision.Outcome"/> that the decision had before, and has again when the hold is undone.</summary>
    public required ModerationOutcome OutcomeBefore { get; init; }
}

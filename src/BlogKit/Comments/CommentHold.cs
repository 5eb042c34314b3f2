using BlogKit.Moderation;

namespace BlogKit;

/// <summary>That people put a comment back to wait, whatever was decided: only a moderator lets it go.</summary>
public sealed record CommentHold
{
    /// <summary>Who did.</summary>
    public required CommentHolder By { get; init; }

    /// <summary>Why, a sentence a moderator understands.</summary>
    public required string Reason { get; init; }

    /// <summary>The <see cref="ModerationDecision.Outcome"/> that the decision had before, and has again when the hold is undone.</summary>
    public required ModerationOutcome OutcomeBefore { get; init; }
}

namespace BlogKit;

/// <summary>What is to become of a comment, ordered by strictness.</summary>
public enum ModerationOutcome
{
    /// <summary>Show it.</summary>
    Approve,

    /// <summary>Keep it for a moderator.</summary>
    Hold,

    /// <summary>Put it with the spam.</summary>
    Spam,

    /// <summary>Do not take it at all; the writer is told why.</summary>
    Reject,
}

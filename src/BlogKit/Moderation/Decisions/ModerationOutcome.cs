namespace BlogKit.Moderation;

/// <summary>What is to become of a comment, ordered by strictness. The numbers are stored and never reused.</summary>
public enum ModerationOutcome
{
    /// <summary>Show it.</summary>
    Approve = 0,

    /// <summary>Keep it for a moderator.</summary>
    Hold = 1,

    /// <summary>Put it with the spam.</summary>
    Spam = 2,

    /// <summary>Do not take it at all; the writer is told why.</summary>
    Reject = 3,
}

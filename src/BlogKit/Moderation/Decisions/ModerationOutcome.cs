namespace BlogKit.Moderation;

/// <summary>The outcome of judging a comment, ordered by strictness. The numbers are stored and never reused.</summary>
public enum ModerationOutcome
{
    /// <summary>Show the comment.</summary>
    Approve = 0,

    /// <summary>Keep the comment for a moderator.</summary>
    Hold = 1,

    /// <summary>Put the comment with the spam.</summary>
    Spam = 2,

    /// <summary>Do not take the comment at all; the writer is told why.</summary>
    Reject = 3,
}

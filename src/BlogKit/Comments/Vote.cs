namespace BlogKit;

/// <summary>A reader's vote on a comment. The numbers are stored and never reused.</summary>
public enum Vote
{
    /// <summary>Against the comment.</summary>
    Down = -1,

    /// <summary>No vote, or a vote that is taken back.</summary>
    None = 0,

    /// <summary>For the comment.</summary>
    Up = 1,
}

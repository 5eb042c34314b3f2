namespace BlogKit;

/// <summary>What a reader says of a comment by voting. The numbers are stored and never reused.</summary>
public enum Vote
{
    /// <summary>Against it.</summary>
    Down = -1,

    /// <summary>Nothing, or no longer anything.</summary>
    None = 0,

    /// <summary>For it.</summary>
    Up = 1,
}

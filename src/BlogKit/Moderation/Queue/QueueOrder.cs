namespace BlogKit.Moderation;

/// <summary>The order of a moderator's queue. The numbers stand in cursors and are never reused.</summary>
public enum QueueOrder
{
    /// <summary>Newest first.</summary>
    Newest = 0,

    /// <summary>Oldest first.</summary>
    Oldest = 1,

    /// <summary>Most points first, the newest of equals first.</summary>
    Points = 2,

    /// <summary>Fewest points first, the oldest of equals first: <see cref="Points"/> backwards.</summary>
    FewestPoints = 3,
}

namespace BlogKit;

/// <summary>The order of a moderator's queue.</summary>
public enum QueueOrder
{
    /// <summary>Newest first.</summary>
    Newest,

    /// <summary>Oldest first.</summary>
    Oldest,

    /// <summary>Most points first, the newest of equals first.</summary>
    Points,
}

namespace BlogKit.AspNetCore;

/// <summary>The parts of the queue, in the order they are offered.</summary>
public enum QueuePart
{
    /// <summary>Comments that wait for a decision.</summary>
    Waiting = 0,

    /// <summary>Comments with a flag that no moderator decided about yet, whether they wait or are still shown.</summary>
    Flagged,

    /// <summary>Comments whose writers have appealed and have no answer yet.</summary>
    Appealed,

    /// <summary>Comments marked as spam.</summary>
    Spam,

    /// <summary>Comments that moderators took down.</summary>
    Trash,

    /// <summary>Comments that readers see.</summary>
    Shown,

    /// <summary>All comments but those withdrawn or purged.</summary>
    All,
}

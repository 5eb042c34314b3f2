namespace BlogKit.AspNetCore;

/// <summary>The parts of the queue, in the order they are offered.</summary>
public enum QueuePart
{
    /// <summary>What waits for a decision.</summary>
    Waiting = 0,

    /// <summary>What readers objected to, from the first objection until a moderator decides, whether it waits or is still shown.</summary>
    Flagged,

    /// <summary>Whose writers ask to look again and have no answer yet.</summary>
    Appealed,

    /// <summary>Spam.</summary>
    Spam,

    /// <summary>What moderators took down.</summary>
    Trash,

    /// <summary>What readers see.</summary>
    Shown,

    /// <summary>Everything but what was withdrawn or purged.</summary>
    All,
}

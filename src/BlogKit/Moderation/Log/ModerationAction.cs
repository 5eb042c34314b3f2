namespace BlogKit.Moderation;

/// <summary>The actions on comments that the log records. The numbers are stored and never reused.</summary>
public enum ModerationAction
{
    /// <summary>Submitted and decided about by the policies.</summary>
    Submitted = 0,

    /// <summary>Its text changed, and the policies decided again.</summary>
    Edited = 1,

    /// <summary>Approved by hand.</summary>
    Approved = 2,

    /// <summary>Held by hand.</summary>
    Held = 3,

    /// <summary>Marked as spam by hand.</summary>
    MarkedSpam = 4,

    /// <summary>Taken down by hand.</summary>
    Trashed = 5,

    /// <summary>Returned to what it was before it was taken down.</summary>
    Restored = 6,

    /// <summary>Withdrawn by its writer.</summary>
    Withdrawn = 7,

    /// <summary>Erased for ever.</summary>
    Purged = 8,

    /// <summary>Moved, with its replies.</summary>
    Moved = 9,

    /// <summary>Pinned, which shows it first.</summary>
    Pinned = 10,

    /// <summary>Unpinned.</summary>
    Unpinned = 11,

    /// <summary>Held because of readers' flags.</summary>
    Flagged = 12,

    /// <summary>Its writer asked that it be looked at again.</summary>
    Appealed = 13,

    /// <summary>Judged again by newer policies.</summary>
    Reevaluated = 14,

    /// <summary>An earlier action was undone.</summary>
    Undone = 15,

    /// <summary>Its writer was banned.</summary>
    Banned = 16,

    /// <summary>The name that its writer had chosen was forgotten.</summary>
    NameForgotten = 17,

    /// <summary>Brought in from elsewhere, with what was decided about it there, or brought up to what it is there now.</summary>
    Imported = 18,
}

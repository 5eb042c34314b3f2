namespace BlogKit;

/// <summary>What was done with a comment.</summary>
public enum ModerationAction
{
    /// <summary>Submitted and decided about by the policies.</summary>
    Submitted,

    /// <summary>Its text changed, and the policies decided again.</summary>
    Edited,

    /// <summary>Approved by hand.</summary>
    Approved,

    /// <summary>Put back to wait by hand.</summary>
    Held,

    /// <summary>Marked as spam by hand.</summary>
    MarkedSpam,

    /// <summary>Taken down by hand.</summary>
    Trashed,

    /// <summary>Returned to what it was before it was taken down.</summary>
    Restored,

    /// <summary>Withdrawn by its writer.</summary>
    Withdrawn,

    /// <summary>Erased for ever.</summary>
    Purged,

    /// <summary>Moved, with its replies.</summary>
    Moved,

    /// <summary>Shown first.</summary>
    Pinned,

    /// <summary>No longer shown first.</summary>
    Unpinned,
}

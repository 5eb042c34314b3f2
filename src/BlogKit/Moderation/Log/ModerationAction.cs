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

    /// <summary>Held because of what readers said against it.</summary>
    Flagged,

    /// <summary>Its writer asked that it be looked at again.</summary>
    Appealed,

    /// <summary>Judged again by newer policies.</summary>
    Reevaluated,

    /// <summary>An earlier action was undone.</summary>
    Undone,

    /// <summary>Its writer was banned.</summary>
    Banned,

    /// <summary>The name that its writer had chosen was forgotten.</summary>
    NameForgotten,
}

namespace BlogKit.Moderation;

/// <summary>What is done with many comments at once.</summary>
public enum BulkAction
{
    /// <summary>They wait, until a moderator approves them.</summary>
    Hold,

    /// <summary>They are shown.</summary>
    Approve,

    /// <summary>They are marked as spam.</summary>
    Spam,

    /// <summary>They are taken down.</summary>
    Trash,

    /// <summary>They are again what they were before they were taken down.</summary>
    Restore,

    /// <summary>They are marked as spam, and their writers may not comment any more.</summary>
    Ban,
}

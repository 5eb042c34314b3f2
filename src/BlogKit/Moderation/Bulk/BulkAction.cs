namespace BlogKit.Moderation;

/// <summary>An action on many comments at once.</summary>
public enum BulkAction
{
    /// <summary>Holds them until a moderator approves them.</summary>
    Hold,

    /// <summary>Approves them.</summary>
    Approve,

    /// <summary>Marks them as spam.</summary>
    Spam,

    /// <summary>Moves them to the trash.</summary>
    Trash,

    /// <summary>Restores the status they had before they were taken down.</summary>
    Restore,

    /// <summary>Marks them as spam, and bans their writers.</summary>
    Ban,
}

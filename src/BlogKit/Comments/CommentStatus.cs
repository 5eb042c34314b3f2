namespace BlogKit;

/// <summary>The status of a comment. Only approved comments are shown. The numbers are stored and never reused.</summary>
public enum CommentStatus
{
    /// <summary>Held for a moderator.</summary>
    Pending = 0,

    /// <summary>Shown.</summary>
    Approved = 1,

    /// <summary>Recognised as spam.</summary>
    Spam = 2,

    /// <summary>Taken down by a moderator; can be restored.</summary>
    Trashed = 3,

    /// <summary>Withdrawn by its writer, or purged; can be restored unless purged.</summary>
    Deleted = 4,
}

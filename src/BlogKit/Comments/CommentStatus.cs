namespace BlogKit;

/// <summary>What has become of a comment. Only approved comments are shown.</summary>
public enum CommentStatus
{
    /// <summary>Held for a moderator.</summary>
    Pending,

    /// <summary>Shown.</summary>
    Approved,

    /// <summary>Recognised as spam.</summary>
    Spam,

    /// <summary>Taken down by a moderator; can be restored.</summary>
    Trashed,

    /// <summary>Withdrawn by its writer, or purged; can be restored unless purged.</summary>
    Deleted,
}

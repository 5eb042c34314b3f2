namespace BlogKit;

/// <summary>Who puts comments back to wait. The numbers are stored and never reused.</summary>
public enum CommentHolder
{
    /// <summary>A moderator.</summary>
    Moderator = 0,

    /// <summary>Readers, enough of whom objected.</summary>
    Readers = 1,
}

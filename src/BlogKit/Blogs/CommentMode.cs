namespace BlogKit;

/// <summary>Whether a post takes comments. The numbers are stored and never reused.</summary>
public enum CommentMode
{
    /// <summary>New comments are taken.</summary>
    Open = 0,

    /// <summary>No new comments; the thread stays readable.</summary>
    Closed = 1,

    /// <summary>No new comments, and the thread is not shown.</summary>
    Hidden = 2,
}

namespace BlogKit;

/// <summary>Whether a post takes comments.</summary>
public enum CommentMode
{
    /// <summary>New comments are taken.</summary>
    Open,

    /// <summary>No new comments; the thread stays readable.</summary>
    Closed,

    /// <summary>No new comments, and the thread is not shown.</summary>
    Hidden,
}

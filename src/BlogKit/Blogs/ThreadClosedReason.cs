namespace BlogKit;

/// <summary>The reason why a thread takes no more comments.</summary>
public enum ThreadClosedReason
{
    /// <summary>An author or moderator closed it.</summary>
    ByHand,

    /// <summary>The post is older than its settings allow for new comments.</summary>
    ByAge,

    /// <summary>The thread has as many comments as its settings allow.</summary>
    ByCount,
}

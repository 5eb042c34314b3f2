namespace BlogKit;

/// <summary>Why a thread takes no more comments.</summary>
public enum ThreadClosedReason
{
    /// <summary>An author or moderator closed it.</summary>
    ByHand,

    /// <summary>The post is older than comments are taken for.</summary>
    ByAge,

    /// <summary>The thread has as many comments as it takes.</summary>
    ByCount,
}

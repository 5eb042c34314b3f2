namespace BlogKit.Moderation;

/// <summary>The status of a comment as its writer is told it. It does not tell spam from taken down: that would teach spammers.</summary>
public enum OwnCommentStanding
{
    /// <summary>It waits for a moderator.</summary>
    Waiting,

    /// <summary>Everybody sees it.</summary>
    Shown,

    /// <summary>It is not shown.</summary>
    NotShown,

    /// <summary>It was withdrawn.</summary>
    Withdrawn,
}

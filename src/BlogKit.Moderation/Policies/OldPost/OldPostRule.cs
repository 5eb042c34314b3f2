namespace BlogKit.Moderation;

/// <summary>The comments under an old post that are looked at first.</summary>
public enum OldPostRule
{
    /// <summary>Those with a link, and those of commenters who were never approved.</summary>
    LinksOrNewcomers,

    /// <summary>Those with a link.</summary>
    Links,

    /// <summary>Those of commenters who were never approved.</summary>
    Newcomers,

    /// <summary>All of them.</summary>
    Every,
}

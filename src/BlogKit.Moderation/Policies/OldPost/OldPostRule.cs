namespace BlogKit.Moderation;

/// <summary>Which comments under an old post are looked at first.</summary>
public enum OldPostRule
{
    /// <summary>Those with a link, and those of commenters who were never approved.</summary>
    LinksOrNewcomers,

    /// <summary>Those with a link.</summary>
    Links,

    /// <summary>Those of commenters who were never approved.</summary>
    Newcomers,

    /// <summary>All.</summary>
    Every,
}

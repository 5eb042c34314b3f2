namespace BlogKit.Moderation;

/// <summary>The comments that wait for a moderator.</summary>
public enum HoldMode
{
    /// <summary>Those of a commenter without an approved comment in the blog.</summary>
    FirstComment,

    /// <summary>All but those of authors and moderators.</summary>
    All,

    /// <summary>None, unless a policy asks for it.</summary>
    None,
}

namespace BlogKit;

/// <summary>The roles that a person can have in a blog. Roles combine. The numbers are stored and never reused.</summary>
[Flags]
public enum BlogRoles
{
    /// <summary>Reads and comments.</summary>
    None = 0,

    /// <summary>Writes posts and hands them in for review.</summary>
    Contributor = 1,

    /// <summary>Publishes their own posts.</summary>
    Author = 2,

    /// <summary>Changes and publishes everybody's posts; may use raw HTML.</summary>
    Editor = 4,

    /// <summary>Decides about comments.</summary>
    Moderator = 8,

    /// <summary>Does everything, including changing blogs, authors and roles; may use raw HTML.</summary>
    Administrator = 16,
}

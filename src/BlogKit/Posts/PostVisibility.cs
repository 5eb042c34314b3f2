namespace BlogKit;

/// <summary>Who finds a published post.</summary>
public enum PostVisibility
{
    /// <summary>Everybody: in lists, feeds and search.</summary>
    Public,

    /// <summary>Whoever knows the address: in no list, feed or search.</summary>
    Unlisted,

    /// <summary>Listed by title; text and thread need the password.</summary>
    Password,
}

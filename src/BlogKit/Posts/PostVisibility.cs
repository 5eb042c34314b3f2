namespace BlogKit;

/// <summary>Who finds a published post. The numbers are stored and never reused.</summary>
public enum PostVisibility
{
    /// <summary>Everybody: in lists, feeds and search.</summary>
    Public = 0,

    /// <summary>Whoever knows the address: in no list, feed or search.</summary>
    Unlisted = 1,

    /// <summary>Listed by title; text and thread need the password.</summary>
    Password = 2,
}

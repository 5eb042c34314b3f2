namespace BlogKit;

/// <summary>The readers who find a published post. The numbers are stored and never reused.</summary>
public enum PostVisibility
{
    /// <summary>Everybody: in lists, feeds and search.</summary>
    Public = 0,

    /// <summary>Those who know the address: in no list, feed or search.</summary>
    Unlisted = 1,

    /// <summary>Listed by title; text and thread need the password.</summary>
    Password = 2,
}

namespace BlogKit;

/// <summary>The people who can hold a comment. The numbers are stored and never reused.</summary>
public enum CommentHolder
{
    /// <summary>A moderator held it.</summary>
    Moderator = 0,

    /// <summary>Enough readers objected to it.</summary>
    Readers = 1,
}

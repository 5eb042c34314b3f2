namespace BlogKit.Storage;

/// <summary>The outcome of adding a comment. Everything but <see cref="Added"/> changed nothing.</summary>
public enum AdditionOutcome
{
    /// <summary>The comment is committed.</summary>
    Added,

    /// <summary>A comment with the same submission key is stored already.</summary>
    Replayed,

    /// <summary>The post does not exist.</summary>
    PostMissing,

    /// <summary>The comment answered does not exist, is not shown, or is under another post.</summary>
    ParentNotShown,

    /// <summary>The thread has as many comments as it takes.</summary>
    Full,

    /// <summary>A comment with the same identity exists, or was purged: its log is still there.</summary>
    Duplicate,

    /// <summary>One of the windows is full.</summary>
    Flooded,

    /// <summary>Another display name is kept for the writer already.</summary>
    OtherName,
}

namespace BlogKit.Storage;

/// <summary>What came of adding a comment. Everything but <see cref="Added"/> changed nothing.</summary>
public enum AdditionOutcome
{
    /// <summary>The comment is committed.</summary>
    Added,

    /// <summary>A comment with the same submission key is there already.</summary>
    Replayed,

    /// <summary>The post is not there.</summary>
    PostMissing,

    /// <summary>The comment answered is not there, not shown, or under another post.</summary>
    ParentNotShown,

    /// <summary>The thread has as many comments as it takes.</summary>
    Full,

    /// <summary>There is a comment with the same identity.</summary>
    Duplicate,

    /// <summary>One of the windows has as many comments as it may.</summary>
    Flooded,

    /// <summary>Another display name is kept for the writer already.</summary>
    OtherName,
}

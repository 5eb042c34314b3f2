namespace BlogKit.Storage;

/// <summary>
/// The outcome of importing a comment. Everything but <see cref="Stored"/> and <see cref="Updated"/> changed nothing.
/// </summary>
public enum CommentImportOutcome
{
    /// <summary>Its identity was new: it is committed, with all that came with it.</summary>
    Stored,

    /// <summary>It was stored, and is now what was given (<see cref="CommentImport.ToChange"/>).</summary>
    Updated,

    /// <summary>
    /// It was stored, and was to be left so, is what was given, or was updated with the same record before. So is one whose identity stood
    /// earlier in the same call, and a purged one that is given as purged.
    /// </summary>
    Unchanged,

    /// <summary>It was stored in another version than the one to be updated, and differs.</summary>
    Conflict,

    /// <summary>It was purged here: what was erased is not brought back.</summary>
    Purged,

    /// <summary>The post does not exist.</summary>
    PostMissing,

    /// <summary>The comment answered is neither stored nor earlier in the call, or is under another post.</summary>
    ParentMissing,

    /// <summary>Another comment has its submission key, or another blog its identity.</summary>
    Duplicate,
}

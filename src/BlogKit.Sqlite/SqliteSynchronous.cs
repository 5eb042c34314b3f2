namespace BlogKit;

/// <summary>The durability of a commit when it is acknowledged.</summary>
public enum SqliteSynchronous
{
    /// <summary>The commit is on the disk: an acknowledged write survives a power cut.</summary>
    Full,

    /// <summary>
    /// The operating system has the commit: an acknowledged write survives the death of the process, and the database is whole after a
    /// power cut, but the last commits before it may be missing.
    /// </summary>
    Normal,
}

namespace BlogKit;

/// <summary>How far a commit has come when it is acknowledged.</summary>
public enum SqliteSynchronous
{
    /// <summary>On the disk: an acknowledged write survives a power cut.</summary>
    Full,

    /// <summary>
    /// With the operating system: an acknowledged write survives the death of the process, and the database is whole after a power cut,
    /// but the last commits before it may be missing.
    /// </summary>
    Normal,
}

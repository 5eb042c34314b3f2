namespace BlogKit;

/// <summary>The facts of a stored picture or file. What is stored under a name never changes. Immutable.</summary>
/// <param name="Name">Its name: the hash of its content, a dot and the extension of its kind.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="AddedAt">When it was added (UTC).</param>
public sealed record StoredMedia(string Name, long Length, DateTimeOffset AddedAt)
{
    /// <summary>
    /// The name it had where it came from, cleaned, for whoever downloads it; null when none is known. Never part of a path.
    /// </summary>
    public string? OriginalName { get; init; }

    /// <summary>The actor who added it first; null when that is not known.</summary>
    public ActorKey? AddedBy { get; init; }
}

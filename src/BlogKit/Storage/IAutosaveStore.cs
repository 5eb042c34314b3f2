namespace BlogKit.Storage;

/// <summary>Keeps the unsaved texts of editors. Every method is one transaction; safe for concurrent use.</summary>
/// <remarks>
/// Texts that cannot be stored are refused with <see cref="ArgumentException"/> before anything is written (<see cref="StorableText"/>).
/// </remarks>
public interface IAutosaveStore
{
    /// <summary>
    /// Stores the text in place of the one the same owner had for the same post, or for a post that does not exist yet.
    /// <see cref="SaveOutcome.Missing"/> when the blog, or the post named, is not there; else <see cref="SaveOutcome.Saved"/>.
    /// </summary>
    Task<SaveOutcome> SaveAutosaveAsync(PostAutosave autosave, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the text of the owner for the post (null = one that does not exist yet); null when there is none. Owners are compared
    /// ordinally.
    /// </summary>
    Task<PostAutosave?> FindAutosaveAsync(BlogId blogId, PostId? postId, ActorKey ownerKey, CancellationToken cancellationToken);

    /// <summary>Deletes the text of the owner; false when there was none. Deleting a post deletes all of its texts too.</summary>
    Task<bool> DeleteAutosaveAsync(BlogId blogId, PostId? postId, ActorKey ownerKey, CancellationToken cancellationToken);

    /// <summary>Deletes every text of every blog that was kept before a moment; returns how many there were.</summary>
    Task<int> DeleteAutosavesAsync(DateTimeOffset before, CancellationToken cancellationToken);
}

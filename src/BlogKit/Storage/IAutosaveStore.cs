namespace BlogKit.Storage;

/// <summary>Keeps what was typed and not saved. Every method is one transaction; safe for concurrent use.</summary>
/// <remarks>
/// Texts that cannot be stored are refused with <see cref="ArgumentException"/> before anything is written (<see cref="StorableText"/>).
/// </remarks>
public interface IAutosaveStore
{
    /// <summary>
    /// Keeps it in the place of what the same owner had kept for the same post, or for a post that does not exist yet.
    /// <see cref="SaveOutcome.Missing"/> when the blog, or the post named, is not there; else <see cref="SaveOutcome.Saved"/>.
    /// </summary>
    Task<SaveOutcome> SaveAutosaveAsync(PostAutosave autosave, CancellationToken cancellationToken);

    /// <summary>
    /// What the owner had kept for the post (null = one that does not exist yet); null when there is nothing. Owners are compared
    /// ordinally.
    /// </summary>
    Task<PostAutosave?> FindAutosaveAsync(BlogId blogId, PostId? postId, ActorKey ownerKey, CancellationToken cancellationToken);

    /// <summary>Forgets what the owner had kept; false when there was nothing. A deleted post takes all of its own along.</summary>
    Task<bool> DeleteAutosaveAsync(BlogId blogId, PostId? postId, ActorKey ownerKey, CancellationToken cancellationToken);

    /// <summary>Forgets everything of every blog kept before a moment; returns how many there were.</summary>
    Task<int> DeleteAutosavesAsync(DateTimeOffset before, CancellationToken cancellationToken);
}

namespace BlogKit.Storage;

/// <summary>Keeps blogs. Every method is one transaction; safe for concurrent use.</summary>
/// <remarks>
/// Texts that cannot be stored are refused with <see cref="ArgumentException"/> before anything is written (<see cref="StorableText"/>).
/// </remarks>
public interface IBlogStore
{
    /// <summary>Returns the blog; null when there is none.</summary>
    Task<Blog?> FindAsync(BlogId id, CancellationToken cancellationToken);

    /// <summary>Returns the blog with that <see cref="Blog.Key"/>, compared ordinally; null when there is none.</summary>
    Task<Blog?> FindByKeyAsync(string key, CancellationToken cancellationToken);

    /// <summary>Returns every blog, by identity.</summary>
    Task<ImmutableArray<Blog>> ListAllAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Inserts (<see cref="Blog.Version"/> 0) or replaces when the stored version is the given one; the stored version is then one higher.
    /// <see cref="SaveOutcome.Duplicate"/> when another blog has the key.
    /// </summary>
    Task<SaveOutcome> SaveAsync(Blog blog, CancellationToken cancellationToken);
}

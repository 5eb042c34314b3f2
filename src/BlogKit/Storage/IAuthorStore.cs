namespace BlogKit.Storage;

/// <summary>Keeps authors. Every method is one transaction; safe for concurrent use.</summary>
/// <remarks>
/// Every call says its blog. An author of another blog is one that does not exist, for saving too.
/// Texts that cannot be stored are refused with <see cref="ArgumentException"/> before anything is written (<see cref="StorableText"/>).
/// </remarks>
public interface IAuthorStore
{
    /// <summary>Returns the authors of the blog, in the order asked for. One command however many; at most 500 identities.</summary>
    Task<ImmutableArray<Author>> FindManyAsync(BlogId blogId, IReadOnlyCollection<AuthorId> ids, CancellationToken cancellationToken);

    /// <summary>Returns the author with that slug; null when there is none.</summary>
    Task<Author?> FindBySlugAsync(BlogId blogId, Slug slug, CancellationToken cancellationToken);

    /// <summary>Returns the author with this <see cref="Author.UserKey"/>, compared ordinally; null when there is none.</summary>
    Task<Author?> FindByUserKeyAsync(BlogId blogId, string userKey, CancellationToken cancellationToken);

    /// <summary>Returns every author of the blog, by display name (ordinal), then identity.</summary>
    Task<ImmutableArray<Author>> ListAllAsync(BlogId blogId, CancellationToken cancellationToken);

    /// <summary>
    /// Inserts (version 0) or replaces when the stored version is the given one. <see cref="SaveOutcome.Duplicate"/> when another author of
    /// the blog has the slug or the user key; <see cref="SaveOutcome.Missing"/> when the blog or the author to replace is not there.
    /// </summary>
    Task<SaveOutcome> SaveAsync(Author author, CancellationToken cancellationToken);
}

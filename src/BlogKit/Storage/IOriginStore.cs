namespace BlogKit.Storage;

/// <summary>
/// Keeps the imports of a blog by number, and for every imported item where it came from. A second run finds by it what is there already,
/// and an import can be undone. Every method is one transaction; safe for concurrent use. Texts are compared ordinally.
/// </summary>
/// <remarks>
/// <para>
/// An origin outlives its item, so that a second run does not bring back what was deleted here. What may be personal goes with the item:
/// <see cref="ICommentChangeStore.PurgeAsync"/> empties <see cref="Origin.ContentHash"/>, <see cref="Origin.Address"/> and
/// <see cref="Origin.Extra"/> of the comment's origins in its own transaction, and <see cref="IPostStore.DeleteAsync"/> those of the
/// comments that go with the post, and hash and extra of the post's own (its address stays, because links lead there). Kind, original
/// identity and identity here stay. To let a later run bring an item again, delete its origin.
/// </para>
/// <para>
/// Texts that cannot be stored, are empty where they may not be, or are longer than <see cref="Origin"/> says are refused with
/// <see cref="ArgumentException"/> before anything is written (<see cref="StorableText"/>).
/// </para>
/// </remarks>
public interface IOriginStore
{
    /// <summary>
    /// Stores a new import under the next number of its blog and returns it; null when the blog is not there. Of two that begin at once
    /// each has a number of its own.
    /// </summary>
    Task<ImportRun?> BeginImportAsync(NewImport import, CancellationToken cancellationToken);

    /// <summary>
    /// Stores end, undoing and counts of an import in place of those before; the rest is left as it was begun.
    /// <see cref="SaveOutcome.Missing"/> when there is no import with that number; else <see cref="SaveOutcome.Saved"/>.
    /// </summary>
    Task<SaveOutcome> SaveImportAsync(ImportRun import, CancellationToken cancellationToken);

    /// <summary>Returns an import by its number; null when there is none. One command.</summary>
    Task<ImportRun?> FindImportAsync(BlogId blogId, long number, CancellationToken cancellationToken);

    /// <summary>Returns imports of a blog, the newest first. One command; cost that of the imports returned.</summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="before">Only those with a number below this one; null from the newest on.</param>
    /// <param name="limit">At most this many, at least 1.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below 1.</exception>
    Task<ImmutableArray<ImportRun>> ListImportsAsync(BlogId blogId, long? before, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Stores origins, each in place of the one with the same source, kind and original identity: all of them, or none.
    /// <see cref="SaveOutcome.Missing"/> when the blog is not there, or has no import of that source with one of the two numbers of an
    /// origin. Nothing to store is <see cref="SaveOutcome.Saved"/>.
    /// </summary>
    /// <exception cref="ArgumentException">One of them is of another blog. Nothing was written.</exception>
    Task<SaveOutcome> SaveOriginsAsync(BlogId blogId, IReadOnlyCollection<Origin> origins, CancellationToken cancellationToken);

    /// <summary>Returns the origins with these original identities that are there, in no order. One command for all.</summary>
    Task<ImmutableArray<Origin>> FindManyOriginsAsync(
        BlogId blogId, string source, OriginKind kind, IReadOnlyCollection<string> originalIds, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the origins of items by their identity here, in no order, from whatever source; an item may have several. One command for
    /// all.
    /// </summary>
    Task<ImmutableArray<Origin>> FindManyOriginsOfItemsAsync(
        BlogId blogId, OriginKind kind, IReadOnlyCollection<Guid> itemIds, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the origins with these addresses (<see cref="Origin.Address"/>, letter by letter) in no order, from whatever source; several
    /// items may have said the same. One command for all.
    /// </summary>
    Task<ImmutableArray<Origin>> FindManyOriginsByAddressAsync(
        BlogId blogId, OriginKind kind, IReadOnlyCollection<string> addresses, CancellationToken cancellationToken);

    /// <summary>
    /// Returns a part of what an import brought (<see cref="Origin.ImportNumber"/>), by kind, identity here and original identity. One
    /// command; cost that of the origins returned.
    /// </summary>
    /// <param name="blogId">The blog.</param>
    /// <param name="importNumber">The number of the import.</param>
    /// <param name="after">Only what comes behind this place; null from the first on.</param>
    /// <param name="limit">At most this many, at least 1.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below 1.</exception>
    Task<ImmutableArray<Origin>> ListOriginsOfImportAsync(
        BlogId blogId, long importNumber, OriginCursor? after, int limit, CancellationToken cancellationToken);

    /// <summary>Deletes the origins with these original identities; returns how many there were.</summary>
    Task<int> DeleteOriginsAsync(
        BlogId blogId, string source, OriginKind kind, IReadOnlyCollection<string> originalIds, CancellationToken cancellationToken);
}

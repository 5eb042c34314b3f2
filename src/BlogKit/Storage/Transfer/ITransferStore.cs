namespace BlogKit.Storage;

/// <summary>
/// Reads everything a blog has, and writes it back: for exports, for moving to another store, and for telling a person all that is known
/// of them. Safe for concurrent use.
/// </summary>
/// <remarks>
/// <para>
/// Everything means also what no other role lists: former slugs, revisions of posts and comments, the log with its positions, single votes,
/// flags that were dismissed, bans that were lifted, unsaved texts, placeholders and identities of purged comments, submission keys and
/// fingerprints. Versions are written as they are. Made again where the items are written, and never copied: counters, lists, the order
/// and ranks of threads, presence, the histories of commenters and the search index. Not copied: the change feed, which has its own
/// positions in every store (what is written leaves its rows like any other write), models of learning policies of many blogs, files of
/// <see cref="IMediaStore"/>, and what names the state of a store's file.
/// </para>
/// <para>
/// A copy is of one committed state: a cursor is good for the reading that gave it. After a restart another reading begins, and everything
/// is written again from the first item; what is there already is <see cref="TransferOutcome.Unchanged"/>.
/// </para>
/// </remarks>
public interface ITransferStore
{
    /// <summary>The most items of a part that is read or written.</summary>
    const int MaximumItems = 1_000;

    /// <summary>
    /// About the most characters of a part that is read (<see cref="TransferItem.Size"/>); a single item may have more.
    /// </summary>
    const int MaximumSize = 4_000_000;

    /// <summary>
    /// Opens a blog for reading, as it is now; null when there is none. What is written from now on is not in it.
    /// </summary>
    Task<ITransferReading?> OpenAsync(BlogId blogId, CancellationToken cancellationToken);

    /// <summary>
    /// Writes items of a blog in the order given, in one transaction, and answers for each in that order. Every item is written whole or
    /// not at all; one that is not written keeps no other back, but what depends on it is <see cref="TransferOutcome.Missing"/>. What is
    /// there stays: with the same content it is <see cref="TransferOutcome.Unchanged"/> and nothing is written, with other content
    /// <see cref="TransferOutcome.Conflict"/>. So writing twice is writing once, and writing that was cut off begins again.
    /// </summary>
    /// <remarks>
    /// The blog is written as its first item, or is there. Items of another blog are refused, and so are values that are not known, texts
    /// that cannot be stored and circles of categories or pages (<see cref="TransferCheck"/>, which every store calls). Missing are the
    /// category or comment above, the author of a block, the authors of a post, the post of what belongs to one, the comment of what
    /// belongs to one (for a record one that was purged is enough), the import before and the imports of an origin; whatever else a post
    /// names may be gone, as it may be in the original. A record keeps its position if every record in the store has a lower one, and else
    /// comes last; what refers to positions is written by the identity of records.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// There are more than <see cref="MaximumItems"/>, or one is null; nothing was written.
    /// </exception>
    Task<ImmutableArray<TransferResult>> WriteAsync(
        BlogId blogId, IReadOnlyList<TransferItem> items, CancellationToken cancellationToken);
}

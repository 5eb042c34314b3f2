namespace BlogKit.Interchange;

/// <summary>
/// Reads what another system holds, item by item, and changes nothing there. Write one for your own: each item says what it was there, and
/// the import decides what becomes of it here. Used by one reader at a time.
/// </summary>
/// <remarks>
/// Every item of the source appears exactly once, also one that cannot be brought in (<see cref="UnusableItem"/>): the report accounts for
/// each. Items may come in any order: a comment before the one it answers, a page before its parent. Read again, the same source gives
/// the same items in the same order. Memory must not grow with the source, so items are yielded as they are read.
/// </remarks>
public interface IImportSource
{
    /// <summary>The name of the format, as the report and origins show it, such as <c>wxr</c>; lower case, never changes.</summary>
    string Format { get; }

    /// <summary>
    /// The sentences that say what this format never holds, such as "Exports of WordPress hold no comments that are spam.", for the report.
    /// </summary>
    ImmutableArray<string> NeverHolds { get; }

    /// <summary>Returns what the source says of the site as a whole, without reading the items.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ImportSourceException">The source cannot be read, or is of another format.</exception>
    Task<ImportedSite> ReadSiteAsync(CancellationToken cancellationToken);

    /// <summary>Returns every item, from the first.</summary>
    /// <param name="cancellationToken">Ends the reading between two items.</param>
    /// <exception cref="ImportSourceException">
    /// The source breaks off or breaks its format; what was yielded before stays right.
    /// </exception>
    IAsyncEnumerable<ImportItem> ReadItemsAsync(CancellationToken cancellationToken);
}

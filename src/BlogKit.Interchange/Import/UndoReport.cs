namespace BlogKit.Interchange;

/// <summary>The report of the undoing of an import. Immutable.</summary>
/// <param name="Number">The number of the import.</param>
/// <param name="Removed">The number of items that were taken away.</param>
/// <param name="Kept">The items that stay, each with its reason: somebody edited it, or something here depends on it.</param>
public sealed record UndoReport(long Number, long Removed, ImmutableArray<ItemReport> Kept);

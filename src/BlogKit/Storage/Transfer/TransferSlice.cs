namespace BlogKit.Storage;

/// <summary>A part of a blog's copy.</summary>
/// <param name="Items">The items, in the order in which they can be written; at least one unless the blog has no more.</param>
/// <param name="Next">The cursor of the part that follows; null at the end.</param>
public sealed record TransferSlice(ImmutableArray<TransferItem> Items, string? Next);

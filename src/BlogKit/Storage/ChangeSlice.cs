namespace BlogKit.Storage;

/// <summary>A part of a blog's change feed, behind a position.</summary>
/// <param name="Items">The changes, by position; fewer than asked for when there are no more.</param>
/// <param name="IsTrimmed">
/// Whether changes behind the position are missing: they were trimmed, the feed began later than the blog, or the position is behind the
/// newest one, as after a backup was restored. Then read all of the blog again: take the newest position first, and go on behind it.
/// </param>
public sealed record ChangeSlice(ImmutableArray<StoredChange> Items, bool IsTrimmed);

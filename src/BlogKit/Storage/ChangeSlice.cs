namespace BlogKit.Storage;

/// <summary>A part of a blog's change feed, behind a position.</summary>
/// <param name="Items">The changes, by position; fewer than asked for when there are no more.</param>
/// <param name="IsTrimmed">
/// Whether changes behind the position are missing: they were trimmed, the feed began later than the blog, the position is behind the
/// newest one, or BlogKit has put back a backup since (<c>blogkit restore</c>). After a file was copied into the place of another, it is
/// only said until the feed has grown past the position. Then read all of the blog again: take the newest position first, and go on
/// behind it.
/// </param>
public sealed record ChangeSlice(ImmutableArray<StoredChange> Items, bool IsTrimmed);

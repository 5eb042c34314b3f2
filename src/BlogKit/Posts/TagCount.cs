namespace BlogKit;

/// <summary>A tag and how many public posts carry it.</summary>
/// <param name="Tag">The tag, by its most recent spelling.</param>
/// <param name="Posts">At least 1.</param>
public sealed record TagCount(Tag Tag, int Posts);

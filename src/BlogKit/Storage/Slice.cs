namespace BlogKit.Storage;

/// <summary>A part of an ordered list.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="Items">In the list's order, whichever way the page was reached.</param>
/// <param name="HasPrevious">Whether something comes before.</param>
/// <param name="HasNext">Whether something comes after.</param>
public sealed record Slice<T>(ImmutableArray<T> Items, bool HasPrevious, bool HasNext);

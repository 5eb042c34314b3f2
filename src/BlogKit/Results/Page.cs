namespace BlogKit;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="Items">In the list's order.</param>
/// <param name="Previous">The cursor of the page before; null at the beginning.</param>
/// <param name="Next">The cursor of the page after; null at the end. Opaque; stays good while entries come and go.</param>
public sealed record Page<T>(ImmutableArray<T> Items, string? Previous, string? Next);

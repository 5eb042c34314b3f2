namespace BlogKit;

/// <summary>Lists that a caller may have left out.</summary>
internal static class Arrays
{
    /// <summary>The list, or an empty one for <c>default</c>.</summary>
    public static ImmutableArray<T> Given<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items;
}

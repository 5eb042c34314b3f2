namespace BlogKit.Interchange;

/// <summary>An item that the source holds and that cannot be brought in. The report counts it as refused, with its reason.</summary>
public sealed record UnusableItem : ImportItem
{
    /// <summary>The name of its kind there, such as <c>nav_menu_item</c>; never empty.</summary>
    public required string Kind { get; init; }

    /// <summary>The reason why it cannot be brought in, as a sentence for people.</summary>
    public required string Reason { get; init; }
}

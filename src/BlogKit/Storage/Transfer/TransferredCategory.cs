namespace BlogKit.Storage;

/// <summary>A category as an item of a copy.</summary>
/// <param name="Category">The category, with its version.</param>
public sealed record TransferredCategory(Category Category) : TransferItem
{
    /// <inheritdoc/>
    public override TransferKind Kind => TransferKind.Category;

    /// <inheritdoc/>
    public override int Size => SizeOf(Category.Description);
}

namespace BlogKit.Storage;

/// <summary>The place an item came from as an item of a copy.</summary>
/// <param name="Origin">The origin.</param>
public sealed record TransferredOrigin(Origin Origin) : TransferItem
{
    /// <inheritdoc/>
    public override TransferKind Kind => TransferKind.Origin;

    /// <inheritdoc/>
    public override int Size => SizeOf(Origin.Address, Origin.Extra);
}

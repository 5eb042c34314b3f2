namespace BlogKit.Storage;

/// <summary>The display name that a user chose as an item of a copy.</summary>
/// <param name="Name">The name.</param>
public sealed record TransferredDisplayName(DisplayName Name) : TransferItem
{
    /// <inheritdoc/>
    public override TransferKind Kind => TransferKind.DisplayName;

    /// <inheritdoc/>
    public override int Size => SizeOf(Name.Name);
}

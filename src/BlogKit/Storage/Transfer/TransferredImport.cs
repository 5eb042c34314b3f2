namespace BlogKit.Storage;

/// <summary>An import as an item of a copy.</summary>
/// <param name="Import">The import, with its number.</param>
public sealed record TransferredImport(ImportRun Import) : TransferItem
{
    /// <inheritdoc/>
    public override TransferKind Kind => TransferKind.Import;

    /// <inheritdoc/>
    public override int Size => SizeOf(Import.Source);
}

namespace BlogKit.Storage;

/// <summary>A footer block as an item of a copy.</summary>
/// <param name="Block">The block, with its version.</param>
public sealed record TransferredFooterBlock(FooterBlock Block) : TransferItem
{
    /// <inheritdoc/>
    public override TransferKind Kind => TransferKind.FooterBlock;

    /// <inheritdoc/>
    public override int Size => SizeOf(Block.Markdown, Block.Html);
}

namespace BlogKit.Storage;

/// <summary>A slug that a post had before, which still leads to it, as an item of a copy.</summary>
/// <param name="PostId">The post.</param>
/// <param name="Slug">The slug; not the one it has now.</param>
public sealed record TransferredFormerSlug(PostId PostId, Slug Slug) : TransferItem
{
    /// <inheritdoc/>
    public override TransferKind Kind => TransferKind.FormerSlug;

    /// <inheritdoc/>
    public override int Size => SizeOf(Slug.Value);
}

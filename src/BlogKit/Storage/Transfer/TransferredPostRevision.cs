namespace BlogKit.Storage;

/// <summary>An earlier content of a post as an item of a copy.</summary>
/// <param name="Revision">The content.</param>
public sealed record TransferredPostRevision(PostRevision Revision) : TransferItem
{
    /// <inheritdoc/>
    public override TransferKind Kind => TransferKind.PostRevision;

    /// <inheritdoc/>
    public override int Size => SizeOf(Revision.Markdown, Revision.Excerpt);
}

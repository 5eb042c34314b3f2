namespace BlogKit.Storage;

/// <summary>An earlier text of a comment as an item of a copy.</summary>
/// <param name="Revision">The text.</param>
public sealed record TransferredCommentRevision(CommentRevision Revision) : TransferItem
{
    /// <inheritdoc/>
    public override TransferKind Kind => TransferKind.CommentRevision;

    /// <inheritdoc/>
    public override int Size => SizeOf(Revision.Markdown);
}

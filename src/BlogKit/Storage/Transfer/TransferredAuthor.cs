namespace BlogKit.Storage;

/// <summary>An author as an item of a copy.</summary>
/// <param name="Author">The author, with the version.</param>
public sealed record TransferredAuthor(Author Author) : TransferItem
{
    /// <inheritdoc/>
    public override TransferKind Kind => TransferKind.Author;

    /// <inheritdoc/>
    public override int Size => SizeOf(Author.BioMarkdown, Author.BioHtml);
}

namespace BlogKit.Storage;

/// <summary>The unsaved text of an editor as an item of a copy.</summary>
/// <param name="Autosave">The text.</param>
public sealed record TransferredAutosave(PostAutosave Autosave) : TransferItem
{
    /// <inheritdoc/>
    public override TransferKind Kind => TransferKind.Autosave;

    /// <inheritdoc/>
    public override int Size => SizeOf(Autosave.Markdown, Autosave.Fields);
}

using BlogKit.Moderation;

namespace BlogKit.Storage;

/// <summary>A reader's flag as an item of a copy, a dismissed one too.</summary>
/// <param name="Flag">The flag.</param>
public sealed record TransferredFlag(CommentFlag Flag) : TransferItem
{
    /// <inheritdoc/>
    public override TransferKind Kind => TransferKind.Flag;

    /// <inheritdoc/>
    public override int Size => SizeOf(Flag.Note);
}

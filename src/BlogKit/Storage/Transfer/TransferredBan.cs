using BlogKit.Moderation;

namespace BlogKit.Storage;

/// <summary>A ban as an item of a copy, one that was lifted too.</summary>
/// <param name="Ban">The ban.</param>
public sealed record TransferredBan(Ban Ban) : TransferItem
{
    /// <inheritdoc/>
    public override TransferKind Kind => TransferKind.Ban;

    /// <inheritdoc/>
    public override int Size => SizeOf(Ban.Reason);
}

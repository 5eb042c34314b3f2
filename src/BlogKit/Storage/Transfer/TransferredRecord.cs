using BlogKit.Moderation;

namespace BlogKit.Storage;

/// <summary>A record of the moderation log as an item of a copy.</summary>
/// <param name="Record">
/// The record, with its position. Where it is written it keeps the position if every record there has a lower one, and else comes last.
/// </param>
public sealed record TransferredRecord(ModerationRecord Record) : TransferItem
{
    /// <inheritdoc/>
    public override TransferKind Kind => TransferKind.Record;

    /// <inheritdoc/>
    public override int Size => SizeOf(Record.Reason);

    /// <summary>
    /// The identity of the record that this one undid; null when it undid none. Where it is written,
    /// <see cref="ModerationRecord.Undoes"/> becomes the position of that record there.
    /// </summary>
    public RecordId? Undone { get; init; }
}

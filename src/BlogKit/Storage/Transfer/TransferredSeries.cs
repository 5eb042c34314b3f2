namespace BlogKit.Storage;

/// <summary>A series as an item of a copy.</summary>
/// <param name="Series">The series, with its version.</param>
public sealed record TransferredSeries(Series Series) : TransferItem
{
    /// <inheritdoc/>
    public override TransferKind Kind => TransferKind.Series;

    /// <inheritdoc/>
    public override int Size => SizeOf(Series.Description);
}

namespace BlogKit.Interchange;

/// <summary>The progress of an import, told after every batch.</summary>
/// <param name="Done">The number of items that have their outcome.</param>
/// <param name="Total">The number of items of the source; null while they are counted.</param>
/// <param name="Elapsed">The time since the import began.</param>
public sealed record ImportProgress(long Done, long? Total, TimeSpan Elapsed)
{
    /// <summary>The number of items in a second so far; 0 at the beginning.</summary>
    public double Rate => Elapsed.TotalSeconds > 0 ? Done / Elapsed.TotalSeconds : 0;

    /// <summary>The time it will still take at that rate; null while it is not known.</summary>
    public TimeSpan? Remaining => Total is { } total && Rate > 0 ? TimeSpan.FromSeconds(Math.Max(0, total - Done) / Rate) : null;
}

namespace BlogKit.Storage;

/// <summary>
/// A blog as it was at one moment, read part by part while others write. Dispose it soon: a store may have to keep for it what it would
/// throw away otherwise, and ends a reading that lasts too long. One call at a time.
/// </summary>
public interface ITransferReading : IAsyncDisposable
{
    /// <summary>
    /// The position of the change feed at that moment (<see cref="IChangeStore"/>): whoever follows it from here on finds what changed
    /// since; 0 where the store keeps no feed.
    /// </summary>
    long ChangePosition { get; }

    /// <summary>
    /// Returns a part, at most <paramref name="limit"/> items and about <see cref="ITransferStore.MaximumSize"/> characters, at least one
    /// item. The same cursor gives the same part again. Going on where the last part ended costs what the items cost; going back begins
    /// again from the first.
    /// </summary>
    /// <param name="cursor">
    /// Where the part begins: <see cref="TransferSlice.Next"/> of the part before, from this reading; null from the first item.
    /// </param>
    /// <param name="limit">At most this many items, 1 to <see cref="ITransferStore.MaximumItems"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">This is no cursor.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is none of those.</exception>
    /// <exception cref="ObjectDisposedException">The reading was disposed.</exception>
    /// <exception cref="TimeoutException">It lasted too long and was ended; open another and write from the first item again.</exception>
    Task<TransferSlice> ReadAsync(string? cursor, int limit, CancellationToken cancellationToken);
}

using BlogKit.Internal;
using BlogKit.Storage;

namespace BlogKit;

/// <summary>A blog of one state, which is there as long as somebody holds it and costs nobody anything.</summary>
internal sealed class InMemoryTransferReading(long changePosition, Func<IEnumerable<TransferItem>> walk) : ITransferReading
{
    private readonly TransferPages _pages = new(walk);
    private bool _isDisposed;

    public long ChangePosition => changePosition;

    public Task<TransferSlice> ReadAsync(string? cursor, int limit, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<TransferSlice>(cancellationToken)
            : Task.FromResult(_pages.Read(cursor, limit));
    }

    public ValueTask DisposeAsync()
    {
        _isDisposed = true;
        _pages.Dispose();
        return ValueTask.CompletedTask;
    }
}

using BlogKit.Internal;
using BlogKit.Storage;
using Microsoft.Data.Sqlite;

namespace BlogKit;

/// <summary>
/// A blog as one read transaction sees it, on a connection of its own. While it lasts the write-ahead log cannot begin anew, so it ends by
/// itself after a time.
/// </summary>
internal sealed class SqliteTransferReading : ITransferReading
{
    private readonly SqliteLocation _location;
    private readonly TimeSpan _longest;
    private readonly TransferPages _pages;
    private readonly ITimer _end;
    private readonly Lock _sync = new();
    private SqliteSession? _session;
    private bool _isDisposed;

    public SqliteTransferReading(
        SqliteLocation location,
        SqliteSession session,
        SqliteStoreOptions options,
        long changePosition,
        Func<IEnumerable<TransferItem>> walk)
    {
        _location = location;
        _session = session;
        _longest = options.MaximumCopyTime;
        ChangePosition = changePosition;
        _pages = new TransferPages(walk);
        _end = options.Clock.CreateTimer(
            static reading => ((SqliteTransferReading)reading!).End(), this, _longest, Timeout.InfiniteTimeSpan);
    }

    public long ChangePosition { get; }

    public Task<TransferSlice> ReadAsync(string? cursor, int limit, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<TransferSlice>(cancellationToken);
        }

        try
        {
            lock (_sync)
            {
                ObjectDisposedException.ThrowIf(_isDisposed, this);
                return _session is null
                    ? Task.FromException<TransferSlice>(new TimeoutException(
                        $"The blog in '{_location.Path}' was read for {_longest} and the reading was ended, because the write-ahead log "
                            + "grows as long as it lasts. Open another and begin again, or see SqliteStoreOptions.MaximumCopyTime."))
                    : Task.FromResult(_pages.Read(cursor, limit));
            }
        }
        catch (SqliteException e) when (StoreFaults.Explain(_location, e) is var explained && explained != e)
        {
            return Task.FromException<TransferSlice>(explained);
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_sync)
        {
            _isDisposed = true;
        }

        End();
        await _end.DisposeAsync().ConfigureAwait(false);
    }

    private void End()
    {
        lock (_sync)
        {
            _pages.Dispose();
            _session?.Dispose();
            _session = null;
        }
    }
}

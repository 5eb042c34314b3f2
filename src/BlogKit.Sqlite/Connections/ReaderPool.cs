using System.Collections.Concurrent;

namespace BlogKit;

/// <summary>Connections that read beside the writer. Safe for concurrent use.</summary>
internal sealed class ReaderPool(SqliteLocation location, SqliteStoreOptions options, StoreLife life, BlogKitInstruments? instruments) : IDisposable
{
    private readonly ConcurrentStack<SqliteSession> _idle = new();
    private readonly SemaphoreSlim _free = new(options.MaximumReaders, options.MaximumReaders);

    public async Task<T> ReadAsync<TState, T>(TState state, Func<SqliteSession, TState, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        life.ThrowIfOver();
        await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            life.ThrowIfOver();
            if (!_idle.TryPop(out var session))
            {
                session = SqliteSession.OpenReader(location, options, life, instruments);
            }

            try
            {
                return read(session, state);
            }
            finally
            {
                GiveBack(session);
            }
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose()
    {
        while (_idle.TryPop(out var session))
        {
            session.Dispose();
        }
    }

    private void GiveBack(SqliteSession session)
    {
        if (session.InTransaction)
        {
            session.Rollback();
        }

        _idle.Push(session);
        try
        {
            life.ThrowIfOver();
        }
        catch (ObjectDisposedException)
        {
            Dispose();
        }
    }
}

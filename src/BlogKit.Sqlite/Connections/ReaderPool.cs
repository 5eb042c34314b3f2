using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace BlogKit;

/// <summary>Connections that read beside the writer. Safe for concurrent use.</summary>
internal sealed class ReaderPool(
    SqliteLocation location, SqliteStoreOptions options, StoreLife life, FileGuard guard, BlogKitInstruments? instruments) : IDisposable
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
                session = SqliteSession.OpenReader(location, options, life, guard, instruments);
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
        catch (SqliteException e) when (StoreFaults.Explain(location, e) != e)
        {
            throw StoreFaults.Explain(location, e);
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
        try
        {
            session.Rollback();
        }
#pragma warning disable CA1031 // what was read, or why not, is the caller's answer, whatever is wrong with the connection now
        catch
#pragma warning restore CA1031
        {
            session.Dispose();
            return;
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

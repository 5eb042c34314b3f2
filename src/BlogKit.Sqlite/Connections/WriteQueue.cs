using System.Collections.Concurrent;
using System.Diagnostics;

namespace BlogKit;

/// <summary>
/// The single writer. Whoever finds it free writes at once, on its own thread; whoever comes meanwhile waits and shares a commit with the
/// others that wait. Every write is acknowledged after the commit it is part of. Safe for concurrent use.
/// </summary>
internal sealed class WriteQueue(
    SqliteLocation location, SqliteStoreOptions options, StoreLife life, FileGuard guard, BlogKitInstruments? instruments)
    : IThreadPoolWorkItem, IAsyncDisposable, IDisposable
{
    private static readonly TimeSpan s_gathering = TimeSpan.FromMicroseconds(200);
    private readonly ConcurrentQueue<WriteItem> _waiting = new();
    private readonly List<WriteItem> _batch = [];

    // The number of writes that shared the last commits: the next commit waits a moment for as many.
    private int _expected = 1;
    private SqliteSession? _session;
    private int _leading;

    public Task<T> WriteAsync<TState, T>(TState state, Func<SqliteSession, TState, T> write, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        var item = new WriteItem<TState, T>(state, write, cancellationToken);
        if (!TryLead())
        {
            _waiting.Enqueue(item);
            if (TryLead())
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            }

            return item.Task;
        }

        if (_waiting.IsEmpty)
        {
            Lead(item);
        }
        else
        {
            _waiting.Enqueue(item);
            Lead(null);
        }

        return item.Task;
    }

    void IThreadPoolWorkItem.Execute() => Lead(null);

    public void Dispose()
    {
        SpinWait.SpinUntil(TryLead);
        CloseSession();
        HandOn();
    }

    public async ValueTask DisposeAsync()
    {
        while (!TryLead())
        {
            await Task.Delay(1).ConfigureAwait(false);
        }

        // Writes that still wait, or come later, fail in TryBegin, because the store is closed.
        CloseSession();
        HandOn();
    }

    private bool TryLead() => Interlocked.CompareExchange(ref _leading, 1, 0) == 0;

    private void Lead(WriteItem? first)
    {
        if (first is not null)
        {
            _batch.Add(first);
        }
        else
        {
            TakeWaiting();
        }

        if (_batch.Count > 0 && !TryWriteBatch())
        {
            _ = WaitAndLeadAsync();
            return;
        }

        HandOn();
    }

    private async Task WaitAndLeadAsync()
    {
        var since = Stopwatch.GetTimestamp();
        var delay = 1;
        while (true)
        {
            await Task.Delay(delay).ConfigureAwait(false);
            if (TryWriteBatch())
            {
                break;
            }

            if (Stopwatch.GetElapsedTime(since) > options.BusyTimeout)
            {
                FailBatch(new TimeoutException(
                    $"Another process kept '{location.Path}' locked for writing for {options.BusyTimeout}. Nothing was written. "
                    + "See SqliteStoreOptions.BusyTimeout."));
                break;
            }

            delay = Math.Min(delay * 2, 50);
        }

        HandOn();
    }

    private void HandOn()
    {
        if (_waiting.IsEmpty)
        {
            Interlocked.Exchange(ref _leading, 0);
            if (_waiting.IsEmpty || !TryLead())
            {
                return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void TakeWaiting()
    {
        while (_batch.Count < options.MaximumBatch && _waiting.TryDequeue(out var item))
        {
            if (!item.TryCancel())
            {
                _batch.Add(item);
            }
        }
    }

    /// <summary>False when another process writes: the batch waits, and no thread with it.</summary>
    private bool TryWriteBatch() => TryBegin() switch
    {
        true => WriteBatch(),
        false => false,
        null => true,
    };

    private void RefuseMoved(SqliteSession session)
    {
        if (session.HasMoved)
        {
            throw StoreFaults.Moved(location);
        }
    }

    /// <summary>False when another process writes; null when the batch failed.</summary>
    private bool? TryBegin()
    {
        try
        {
            life.ThrowIfOver();
            _session ??= SqliteSession.OpenWriter(location, options, life, guard, instruments);
            RefuseMoved(_session);
            return _session.TryBeginWrite();
        }
        catch (Exception e)
        {
            FailBatch(e);
            return null;
        }
    }

    /// <summary>Writes what is waiting; false when another process came between two attempts.</summary>
    private bool WriteBatch()
    {
        var done = 0;
        var session = _session!;
        while (true)
        {
            WriteItem? current = null;
            try
            {
                if (!session.InTransaction && !session.TryBeginWrite())
                {
                    return false;
                }

                while (done < _batch.Count)
                {
                    current = _batch[done];
                    current.Execute(session);
                    done++;
                    if (done == _batch.Count)
                    {
                        // Writes that came while the batch was executed join the same commit.
                        Gather();
                    }
                }

                current = null;
                if (session.HasLostLog)
                {
                    throw StoreFaults.LostLog(location);
                }

                session.Commit();

                // A commit into a file that was moved or deleted is lost, so it must not be acknowledged.
                RefuseMoved(session);
                if (session.HasNoLog)
                {
                    throw StoreFaults.LostLog(location);
                }

                break;
            }
            catch (Exception e)
            {
                if (!TryUndo(session))
                {
                    FailBatch(life.IsDead
                        ? e
                        : new IOException("The SQLite connection broke while writing; nothing of this commit was written.", e));
                    return true;
                }

                if (current is null)
                {
                    FailBatch(e);
                    return true;
                }

                // Only the write that failed is removed; the others are executed again without it.
                current.Fail(StoreFaults.Explain(location, e));
                _batch.RemoveAt(done);
                done = 0;
                if (_batch.Count == 0)
                {
                    return true;
                }
            }
        }

        _expected = Math.Max(_batch.Count, _expected - 1);
        foreach (var item in _batch)
        {
            item.Acknowledge();
        }

        _batch.Clear();
        return true;
    }

    /// <summary>
    /// Those acknowledged a moment ago are about to come again: waiting for them costs less than a commit without them.
    /// Whoever is alone never waits.
    /// </summary>
    private void Gather()
    {
        TakeWaiting();
        if (_batch.Count >= Math.Min(_expected, options.MaximumBatch))
        {
            return;
        }

        var since = Stopwatch.GetTimestamp();
        var before = _batch.Count;
        while (_batch.Count == before && Stopwatch.GetElapsedTime(since) < s_gathering)
        {
            Thread.Yield();
            TakeWaiting();
        }
    }

    private bool TryUndo(SqliteSession session)
    {
        if (!life.IsDead)
        {
            try
            {
                session.Rollback();
                return true;
            }
            catch (Microsoft.Data.Sqlite.SqliteException)
            {
                // The connection cannot be used any more; the next write opens another one.
            }
        }

        CloseSession();
        return false;
    }

    private void FailBatch(Exception exception)
    {
        exception = StoreFaults.Explain(location, exception);
        foreach (var item in _batch)
        {
            item.Fail(exception);
        }

        _batch.Clear();
    }

    private void CloseSession()
    {
        _session?.Dispose();
        _session = null;
    }
}

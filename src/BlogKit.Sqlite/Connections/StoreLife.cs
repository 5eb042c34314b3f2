namespace BlogKit;

/// <summary>Whether the store can still be used: it is closed by its owner, or dead by a fault that a test put in.</summary>
internal sealed class StoreLife(Action<string>? beforeWrite)
{
    private Exception? _death;
    private int _closed;

    public bool IsDead => Volatile.Read(ref _death) is not null;

    public void BeforeWrite(string operation)
    {
        if (beforeWrite is null)
        {
            return;
        }

        ThrowIfOver();
        try
        {
            beforeWrite(operation);
        }
        catch (Exception e)
        {
            Volatile.Write(ref _death, e);
            throw;
        }
    }

    public bool Close() => Interlocked.Exchange(ref _closed, 1) == 0;

    public void ThrowIfOver()
    {
        if (Volatile.Read(ref _death) is { } death)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(death);
        }

        ObjectDisposedException.ThrowIf(Volatile.Read(ref _closed) != 0, typeof(SqliteStore));
    }
}

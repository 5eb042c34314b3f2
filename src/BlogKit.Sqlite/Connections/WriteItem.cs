namespace BlogKit;

/// <summary>A write that waits for its turn or is being done.</summary>
internal abstract class WriteItem(CancellationToken cancellationToken)
{
    /// <summary>Cancelled before it was begun; then it is over.</summary>
    public abstract bool TryCancel();

    public abstract void Execute(SqliteSession session);

    public abstract void Acknowledge();

    public abstract void Fail(Exception exception);

    protected CancellationToken CancellationToken { get; } = cancellationToken;
}

/// <inheritdoc cref="WriteItem"/>
internal sealed class WriteItem<TState, T>(TState state, Func<SqliteSession, TState, T> write, CancellationToken cancellationToken)
    : WriteItem(cancellationToken)
{
    // The continuation of a caller that waits does not run on the thread that commits, which still has to acknowledge other writes.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Task => _done.Task;

    public override bool TryCancel()
    {
        if (CancellationToken.IsCancellationRequested)
        {
            _done.TrySetCanceled(CancellationToken);
            return true;
        }

        return false;
    }

    public override void Execute(SqliteSession session) => _result = write(session, state);

    public override void Acknowledge() => _done.TrySetResult(_result!);

    public override void Fail(Exception exception) => _done.TrySetException(exception);
}

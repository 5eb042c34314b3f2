namespace BlogKit.Internal;

/// <summary>Lets those who ask the same thing at the same moment share one call. It is cancelled when the last of them gives up.</summary>
internal sealed class SharedCalls<T>
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Call> _calls = new(StringComparer.Ordinal);

    public async Task<T> RunAsync(string key, Func<CancellationToken, Task<T>> start, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var call = Join(key, start);
        try
        {
            return await call.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await LeaveAsync(key, call).ConfigureAwait(false);
        }
    }

    private Call Join(string key, Func<CancellationToken, Task<T>> start)
    {
        lock (_lock)
        {
            if (!_calls.TryGetValue(key, out var call))
            {
                var source = new CancellationTokenSource();
                call = new Call(source, Task.Run(() => start(source.Token), CancellationToken.None));
                _calls.Add(key, call);
            }

            call.Waiting++;
            return call;
        }
    }

    private async Task LeaveAsync(string key, Call call)
    {
        lock (_lock)
        {
            if (--call.Waiting > 0)
            {
                return;
            }

            _calls.Remove(key);
        }

        await call.Source.CancelAsync().ConfigureAwait(false);
        call.Source.Dispose();
    }

    private sealed class Call(CancellationTokenSource source, Task<T> task)
    {
        public CancellationTokenSource Source { get; } = source;

        public Task<T> Task { get; } = task;

        public int Waiting { get; set; }
    }
}

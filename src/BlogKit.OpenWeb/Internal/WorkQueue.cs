using System.Threading.Channels;

namespace BlogKit.OpenWeb.Internal;

/// <summary>
/// Work that waits in memory: each item once, at most so many, and never twice at the same time. What is asked for while it is done is done
/// once more afterwards. What fails for a passing reason is tried again, with a wait that doubles. Safe for concurrent use.
/// </summary>
/// <typeparam name="TItem">Equal items are the same work.</typeparam>
internal sealed class WorkQueue<TItem>(int length, int attempts, TimeSpan retryAfter, TimeProvider clock)
    where TItem : notnull
{
    private const int Workers = 2;
    private readonly Channel<(TItem Item, int Attempt)> _channel = Channel.CreateUnbounded<(TItem, int)>();
    private readonly HashSet<TItem> _waiting = [];
    private readonly HashSet<TItem> _inWork = [];
    private readonly HashSet<TItem> _againAfterwards = [];

    /// <summary>Adds work, unless it waits already; false when there is no more room.</summary>
    public bool TryAdd(TItem item)
    {
        lock (_waiting)
        {
            if (_waiting.Contains(item) || _againAfterwards.Contains(item))
            {
                return true;
            }

            if (_waiting.Count + _againAfterwards.Count >= length)
            {
                return false;
            }

            if (_inWork.Contains(item))
            {
                _againAfterwards.Add(item);
                return true;
            }

            _waiting.Add(item);
        }

        return _channel.Writer.TryWrite((item, 1));
    }

    /// <summary>Does the work until it is told to stop.</summary>
    /// <param name="work">Says whether it is done; false asks for another attempt. Must not throw.</param>
    /// <param name="stopping">Stops at once; what waits is lost.</param>
    public Task RunAsync(Func<TItem, CancellationToken, Task<bool>> work, CancellationToken stopping) =>
        Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => WorkAsync(work, stopping)));

    private async Task WorkAsync(Func<TItem, CancellationToken, Task<bool>> work, CancellationToken stopping)
    {
        await foreach (var (item, attempt) in _channel.Reader.ReadAllAsync(stopping).ConfigureAwait(false))
        {
            // Whoever asks for it from now on means a later state: it is to be done again.
            lock (_waiting)
            {
                _waiting.Remove(item);
                _inWork.Add(item);
            }

            var isDone = await work(item, stopping).ConfigureAwait(false);
            bool isAskedAgain;
            lock (_waiting)
            {
                _inWork.Remove(item);
                isAskedAgain = _againAfterwards.Remove(item);
                if (!isAskedAgain && (isDone || attempt >= attempts || _waiting.Count + _againAfterwards.Count >= length))
                {
                    continue;
                }

                _waiting.Add(item);
            }

            if (isAskedAgain)
            {
                _channel.Writer.TryWrite((item, 1));
            }
            else
            {
                _ = RetryAsync(item, attempt, stopping);
            }
        }
    }

    private async Task RetryAsync(TItem item, int attempt, CancellationToken stopping)
    {
        try
        {
            await Task.Delay(retryAfter * Math.Pow(2, attempt - 1), clock, stopping).ConfigureAwait(false);
            _channel.Writer.TryWrite((item, attempt + 1));
        }
        catch (OperationCanceledException)
        {
            // The host stops; what waited is lost.
        }
    }
}

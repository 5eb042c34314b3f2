using System.Collections.Concurrent;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Lets one at a time do what has a key, and the others wait until it is done. Safe for concurrent use.</summary>
internal sealed class Turns
{
    private readonly ConcurrentDictionary<string, Task> _taken = new(StringComparer.Ordinal);

    /// <summary>The turn, to be disposed when it is over; null after waiting for whoever had it.</summary>
    public async Task<IDisposable?> TakeAsync(string key, CancellationToken cancellationToken)
    {
        var turn = new Turn(this, key);
        var taken = _taken.GetOrAdd(key, turn.Over);
        if (taken == turn.Over)
        {
            return turn;
        }

        await taken.WaitAsync(cancellationToken).ConfigureAwait(false);
        return null;
    }

    private sealed class Turn(Turns turns, string key) : IDisposable
    {
        private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Over => _over.Task;

        public void Dispose()
        {
            turns._taken.TryRemove(key, out _);
            _over.SetResult();
        }
    }
}

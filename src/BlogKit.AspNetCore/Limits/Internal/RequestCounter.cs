using System.Collections.Concurrent;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Counts the requests of each caller in a sliding window: those of the current one, and of the one before by the share of it that the
/// window still covers. What was counted can be taken back. Time is the monotonic one; memory is bounded. Safe for concurrent use.
/// </summary>
internal sealed class RequestCounter(int permits, TimeSpan window, TimeProvider clock)
{
    private const int MostCallers = 50_000;
    private readonly ConcurrentDictionary<string, Count> _counts = new(StringComparer.Ordinal);
    private readonly long _start = clock.GetTimestamp();
    private long _sweptIn;
    private int _callers;

    /// <summary>Counts a request; or says how long to wait when it is one too many, which does not count.</summary>
    public TimeSpan? Take(string caller)
    {
        var (number, part) = Now();
        MakeRoom(number);
        var count = _counts.GetOrAdd(caller, Add, this);
        lock (count)
        {
            count.MoveTo(number);
            if ((count.Before * (1 - part)) + count.Current + 1 <= permits)
            {
                count.Current++;
                return null;
            }

            return window * (count.Current < permits
                ? Share(permits - 1 - count.Current, count.Before) - part
                : 1 - part + Share(permits - 1, count.Current));
        }
    }

    /// <summary>Takes back what <see cref="Take"/> counted.</summary>
    public void GiveBack(string caller)
    {
        if (_counts.TryGetValue(caller, out var count))
        {
            lock (count)
            {
                count.MoveTo(Now().Number);
                if (count.Current > 0)
                {
                    count.Current--;
                }
                else if (count.Before > 0)
                {
                    count.Before--;
                }
            }
        }
    }

    // The part of a window after which so many of those counted in the one before are left.
    private static double Share(int left, int counted) => 1 - ((double)left / counted);

    private static Count Add(string caller, RequestCounter counter)
    {
        Interlocked.Increment(ref counter._callers);
        return new Count();
    }

    private (long Number, double Part) Now()
    {
        var windows = clock.GetElapsedTime(_start) / window;
        var number = (long)windows;
        return (number, windows - number);
    }

    private void MakeRoom(long number)
    {
        if (Interlocked.Exchange(ref _sweptIn, number) != number)
        {
            foreach (var (caller, count) in _counts)
            {
                if (count.Number < number - 1 && _counts.TryRemove(caller, out _))
                {
                    Interlocked.Decrement(ref _callers);
                }
            }
        }

        if (Volatile.Read(ref _callers) >= MostCallers)
        {
            // So many networks within a window: what is forgotten is forgiven, and nobody is refused for the others.
            Interlocked.Exchange(ref _callers, 0);
            _counts.Clear();
        }
    }

    private sealed class Count
    {
        public long Number { get; private set; }

        public int Current { get; set; }

        public int Before { get; set; }

        public void MoveTo(long number)
        {
            if (number != Number)
            {
                Before = number == Number + 1 ? Current : 0;
                Current = 0;
                Number = number;
            }
        }
    }
}

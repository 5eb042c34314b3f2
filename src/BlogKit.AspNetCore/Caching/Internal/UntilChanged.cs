using System.Collections.Concurrent;
using BlogKit.Internal;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Keeps what was made until something it was made of changes, for <paramref name="lifetime"/> at most. The same is made by one at a time,
/// and those who want it meanwhile get that, unless something changed before they asked: then it is made again, once for all of them. What
/// changed while it was made is not kept. Safe for concurrent use; finding takes no lock.
/// </summary>
/// <param name="changes">What is heard.</param>
/// <param name="drops">Counts what there was no room for: the longest unused, by second chance.</param>
/// <param name="lifetime">
/// How long what nobody here hears of may stay unseen: commits of other processes, and what time brings. Runs on however the clock is set.
/// </param>
/// <param name="room">The sum of the sizes that are kept.</param>
internal sealed class UntilChanged<TKey, TValue>(HeardChanges changes, CacheDrops drops, TimeSpan lifetime, long room)
    where TKey : notnull
    where TValue : class
{
    private readonly ConcurrentDictionary<TKey, Kept> _kept = new();
    private readonly ConcurrentDictionary<TKey, Making> _makings = new();

    // The next to go first. Under the gate, as all that is written.
    private readonly LinkedList<Kept> _order = new();
    private long _taken;

    /// <summary>How long after a change what was made before may still be shown; without it, what shows it is dropped at once.</summary>
    public Func<BlogChange, TimeSpan> Delay { get; init; } = static _ => TimeSpan.Zero;

    /// <summary>Told what is no longer kept, or never was. Under the gate.</summary>
    public Action<TValue>? Dropped { get; init; }

    /// <summary>How many are kept; for tests.</summary>
    public int Count => _kept.Count;

    public TValue? Find(TKey key)
    {
        if (!_kept.TryGetValue(key, out var kept) || kept.End.IsOver)
        {
            return null;
        }

        // Written only where it changes: a hit is not to take from other processors what they read.
        if (!kept.IsUsed)
        {
            kept.IsUsed = true;
        }

        return kept.Made.Value;
    }

    /// <summary>
    /// What is kept, or is being made, or is made by <paramref name="make"/>; null when that came to nothing. When what is being made by
    /// another comes to nothing or fails, everybody makes it for themselves. <paramref name="cancellationToken"/> ends the waiting.
    /// </summary>
    public ValueTask<TValue?> GetAsync(TKey key, Func<Task<Made<TValue>?>> make, CancellationToken cancellationToken) =>
        Find(key) is { } kept ? new(kept) : new(WaitOrMakeAsync(key, make, cancellationToken));

    private async Task<TValue?> WaitOrMakeAsync(TKey key, Func<Task<Made<TValue>?>> make, CancellationToken cancellationToken)
    {
        // Whoever asks pays for no change after it.
        var asked = changes.Count;
        while (true)
        {
            var mine = new Making(changes.Count);
            var making = _makings.GetOrAdd(key, mine);
            if (making == mine)
            {
                try
                {
                    // Who was before may just have kept it.
                    return Find(key) ?? await MakeAsync(key, mine, make).ConfigureAwait(false);
                }
                finally
                {
                    _makings.TryRemove(key, out _);
                    mine.Over.SetResult();
                }
            }

            await making.Over.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (making.Made is not { } made)
            {
                return Find(key) ?? await MakeAsync(key, new Making(changes.Count), make).ConfigureAwait(false);
            }

            if (changes.Left(made.Of, making.Since, asked, Delay) > TimeSpan.Zero)
            {
                return made.Value;
            }
        }
    }

    private async Task<TValue?> MakeAsync(TKey key, Making making, Func<Task<Made<TValue>?>> make)
    {
        // What it is made of is read from here on.
        var end = Deadline.In(changes.Clock, lifetime);
        making.Made = await make().ConfigureAwait(false);
        if (making.Made is { } made)
        {
            Keep(key, made, making.Since, end);
        }

        return making.Made?.Value;
    }

    private void Keep(TKey key, Made<TValue> made, long since, Deadline end)
    {
        int without;
        lock (changes.Gate)
        {
            without = Take(key, made, since, end);
        }

        for (var i = 0; i < without; i++)
        {
            drops.Count();
        }
    }

    /// <summary>Keeps it where it may be kept. Under the gate. How many there was no room for, of it and what was kept.</summary>
    private int Take(TKey key, Made<TValue> made, long since, Deadline end)
    {
        var left = changes.Left(made.Of, since, until: null, Delay);
        _kept.TryGetValue(key, out var before);
        if (left <= TimeSpan.Zero || end.IsOver || before?.Since > since || made.Size > room)
        {
            Dropped?.Invoke(made.Value);
            return left > TimeSpan.Zero && made.Size > room ? 1 : 0;
        }

        if (before is not null)
        {
            Drop(before);
        }

        var without = MakeRoom(made.Size);
        var kept = new Kept(this, key, made, since, left < end.Left ? Deadline.In(changes.Clock, left) : end);
        _kept[key] = kept;
        kept.Place = _order.AddLast(kept);
        _taken += made.Size;
        changes.Add(kept);
        return without;
    }

    /// <summary>Drops what is over, and what has been unused for longest while there is no room: as many as it returns.</summary>
    private int MakeRoom(long size)
    {
        var driven = 0;
        var chances = _order.Count;
        while (_order.First?.Value is { } first && (first.End.IsOver || _taken + size > room))
        {
            if (first is { IsUsed: true, End.IsOver: false } && chances-- > 0)
            {
                first.IsUsed = false;
                _order.RemoveFirst();
                _order.AddLast(first.Place!);
                continue;
            }

            if (!first.End.IsOver)
            {
                driven++;
            }

            Drop(first);
        }

        return driven;
    }

    private void Touch(Kept kept, BlogChange change)
    {
        var late = Delay(change);
        if (late <= TimeSpan.Zero || kept.End.IsOver)
        {
            Drop(kept);
        }
        else if (late < kept.End.Left)
        {
            kept.End = Deadline.In(changes.Clock, late);
        }
    }

    private void Drop(Kept kept)
    {
        _kept.TryRemove(kept.Key, out _);
        _order.Remove(kept.Place!);
        _taken -= kept.Made.Size;
        changes.Remove(kept);
        Dropped?.Invoke(kept.Made.Value);
    }

    private sealed class Making(long since)
    {
        public long Since => since;

        /// <summary>Null until it is made, and when it came to nothing.</summary>
        public Made<TValue>? Made { get; set; }

        public TaskCompletionSource Over { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Kept(UntilChanged<TKey, TValue> owner, TKey key, Made<TValue> made, long since, Deadline end) : IKept
    {
        private volatile Deadline _end = end;

        public TKey Key => key;

        public Made<TValue> Made => made;

        /// <summary>The count before it was made.</summary>
        public long Since => since;

        public Sources MadeOf => made.Of;

        public Deadline End
        {
            get => _end;
            set => _end = value;
        }

        public bool IsUsed { get; set; }

        public LinkedListNode<Kept>? Place { get; set; }

        public void Touch(BlogChange change) => owner.Touch(this, change);
    }
}

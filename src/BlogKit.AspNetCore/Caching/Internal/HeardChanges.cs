using BlogKit.Internal;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Hears of what is committed and tells all that was made of it. Under one lock for everything that is kept, so that nobody finds a part
/// that is old in what is made after a change: a page and the navigation on it go together. Safe for concurrent use.
/// </summary>
/// <remarks>
/// For many hosts this is what has to be fed: whoever reads their feed of changes gives each to <see cref="BlogChanges.Announce"/> with
/// all its members. Changes that come twice (a host's own come back) or in another order cost a making too many; late ones are seen late.
/// A change must not be announced before the store that pages are read from has it, a replica above all, and after a gap in the feed
/// <c>new BlogChange(default, BlogChangeKind.Blog)</c> has to drop everything.
/// </remarks>
internal sealed class HeardChanges : IDisposable
{
    /// <summary>How many changes are remembered: what is made while more come is taken for changed.</summary>
    public const int Remembered = 1024;

    private readonly KeptIndex _index = new();
    private readonly (BlogChange Change, Deadline At)[] _heard = new (BlogChange, Deadline)[Remembered];
    private readonly IDisposable _subscription;
    private long _count;

    public HeardChanges(BlogChanges changes, TimeProvider clock)
    {
        Clock = clock;
        _subscription = changes.Subscribe(Hear);
    }

    public TimeProvider Clock { get; }

    /// <summary>Held by whoever keeps or drops something.</summary>
    public Lock Gate { get; } = new();

    /// <summary>How many were heard of, to be remembered before a making begins.</summary>
    public long Count => Volatile.Read(ref _count);

    /// <summary>
    /// How long something may still be shown after what changed between two counts; the longest time when nothing did that it was made of.
    /// </summary>
    /// <param name="of">What it was made of.</param>
    /// <param name="since">The count before it was made.</param>
    /// <param name="until">The count at which it is to be as it was; null for now.</param>
    /// <param name="delay">How long after a change what was made before may be shown.</param>
    public TimeSpan Left(Sources of, long since, long? until, Func<BlogChange, TimeSpan> delay)
    {
        lock (Gate)
        {
            var end = until ?? _count;
            var left = end > since && _count - since > Remembered ? TimeSpan.Zero : TimeSpan.MaxValue;
            for (var number = since; number < end && left > TimeSpan.Zero; number++)
            {
                var (change, at) = _heard[number % Remembered];
                if (of.IsTouchedBy(change) && delay(change) + at.Left is var late && late < left)
                {
                    left = late;
                }
            }

            return left;
        }
    }

    /// <summary>From now on it is told of changes. Under <see cref="Gate"/>.</summary>
    public void Add(IKept kept) => _index.Add(kept);

    /// <summary>Under <see cref="Gate"/>.</summary>
    public void Remove(IKept kept) => _index.Remove(kept);

    public void Dispose() => _subscription.Dispose();

    private void Hear(BlogChange change)
    {
        lock (Gate)
        {
            _heard[_count % Remembered] = (change, Deadline.In(Clock, TimeSpan.Zero));
            foreach (var kept in _index.TouchedBy(change))
            {
                kept.Touch(change);
            }

            // Only now: what is made from here on finds nothing of before.
            Volatile.Write(ref _count, _count + 1);
        }
    }
}

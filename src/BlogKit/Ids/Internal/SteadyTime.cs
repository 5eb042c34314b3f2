namespace BlogKit.Internal;

/// <summary>
/// How long ago something was, though the clock may have been set back since: what is over does not begin anew. A clock that ran far ahead
/// and was set right (<see cref="LargestLead"/>) is forgotten, so that an error of a moment does not last until the next start. Safe for
/// concurrent use.
/// </summary>
internal sealed class SteadyTime(TimeProvider clock)
{
    private readonly Lock _sync = new();
    private DateTimeOffset _newest;

    // When the newest time was read, by the clock that nobody sets.
    private long _newestAt;

    // The first identity made after the clock was set back: those before it are measured by the time that was reached then, and what passed
    // since.
    private Guid? _firstAfter;

    /// <summary>A clock is set back by less than this for a reason, such as a wrong time zone; by more it was wrong.</summary>
    public static TimeSpan LargestLead { get; } = TimeSpan.FromHours(36);

    /// <summary>Notes that something is made now. Identities of one process rise.</summary>
    public void Observe(Guid id)
    {
        lock (_sync)
        {
            if (Now() < _newest)
            {
                _firstAfter ??= id;
            }
        }
    }

    /// <summary>The time since something was made; never negative.</summary>
    /// <param name="id">Its identity.</param>
    /// <param name="at">When, by the clock of then.</param>
    public TimeSpan Since(Guid id, DateTimeOffset at)
    {
        lock (_sync)
        {
            var now = Now();
            var passed = (_firstAfter is { } first && id.CompareTo(first) >= 0 ? now : _newest + clock.GetElapsedTime(_newestAt)) - at;
            return passed < TimeSpan.Zero ? TimeSpan.Zero : passed;
        }
    }

    private DateTimeOffset Now()
    {
        var now = clock.GetUtcNow();
        if (now >= _newest || _newest - now > LargestLead)
        {
            (_newest, _newestAt, _firstAfter) = (now, clock.GetTimestamp(), null);
        }

        return now;
    }
}

using Microsoft.Extensions.Time.Testing;

namespace BlogKit.Testing;

/// <summary>
/// A clock that stands still until a test moves it, whose time of day can also be set, forwards or back, without any time passing.
/// <see cref="FakeTimeProvider"/> cannot: its steady timestamp is its time of day, so that setting one back turns the other back too.
/// Timers are the machine's, so that time-outs which a test is not about still end.
/// </summary>
internal sealed class JumpingClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private long _jump;

    public JumpingClock()
        : this(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _jump));

    public override long GetTimestamp() => base.GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime, period);

    /// <summary>Sets the clock of the wall; no time passes.</summary>
    public void Jump(TimeSpan by) => Interlocked.Add(ref _jump, by.Ticks);
}

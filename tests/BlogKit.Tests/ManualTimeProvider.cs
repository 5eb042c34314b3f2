namespace BlogKit.Tests;

/// <summary>A clock that stands still until a test moves it, forwards or backwards.</summary>
internal sealed class ManualTimeProvider(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;
    private long _passed;

    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _passed);

    /// <summary>Time passes; it does not pass backwards: then the clock is set.</summary>
    public void Advance(TimeSpan by)
    {
        Interlocked.Add(ref _passed, Math.Max(0, by.Ticks));
        Jump(by);
    }

    /// <summary>Sets the clock of the wall; no time passes.</summary>
    public void Jump(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}

namespace BlogKit.AI.Tests;

/// <summary>A clock that a test moves. Time-outs run by the machine's timers all the same.</summary>
internal sealed class Clock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private long _ticks;
    private long _jump;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(Interlocked.Read(ref _ticks) + Interlocked.Read(ref _jump));

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    /// <summary>Sets the clock of the wall; no time passes.</summary>
    public void Jump(TimeSpan by) => Interlocked.Add(ref _jump, by.Ticks);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}

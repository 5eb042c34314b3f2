namespace BlogKit.AspNetCore.Tests;

/// <summary>The clock of the wall, which a test may set, and a monotonic one that moves when a test says so.</summary>
internal sealed class HandClock : TimeProvider
{
    private long _ticks = TimeSpan.TicksPerDay;
    private long _jump;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _jump));

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public void Pass(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);

    /// <summary>Sets the clock of the wall; no time passes.</summary>
    public void Jump(TimeSpan by) => Interlocked.Add(ref _jump, by.Ticks);
}

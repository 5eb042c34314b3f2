namespace BlogKit.AspNetCore.Tests;

/// <summary>The clock of the wall, and a monotonic one that moves when a test says so.</summary>
internal sealed class HandClock : TimeProvider
{
    private long _ticks = TimeSpan.TicksPerDay;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public void Pass(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
}

using Microsoft.Extensions.Internal;

namespace BlogKit.Internal;

/// <summary>
/// The time for the framework's cache, which reckons ends as times of the day: it begins at the host's time and only runs forward, however
/// the machine's time is set.
/// </summary>
internal sealed class SteadyClock(TimeProvider clock) : ISystemClock
{
    private readonly DateTimeOffset _start = clock.GetUtcNow();
    private readonly long _from = clock.GetTimestamp();

    public DateTimeOffset UtcNow => _start + clock.GetElapsedTime(_from);
}

using Microsoft.Extensions.Internal;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The host's time for the framework's cache, which knows no <see cref="TimeProvider"/>.</summary>
internal sealed class CacheClock(TimeProvider clock) : ISystemClock
{
    public DateTimeOffset UtcNow => clock.GetUtcNow();
}

namespace BlogKit.Internal;

/// <summary>
/// Counts calls and tokens of the last hour and day, by the minute: a limit holds in every window, at the price of up to a minute of
/// strictness. Tokens are reserved by an estimate before a call and corrected after it, so that calls at the same moment do not overdraw.
/// Safe for concurrent use.
/// </summary>
internal sealed class AIBudget(AIModerationOptions options, TimeProvider clock)
{
    private const int Day = 24 * 60 + 1;
    private const int Hour = 60 + 1;

    private readonly Lock _lock = new();
    private readonly Minute[] _minutes = new Minute[Day];
    private readonly long _start = clock.GetTimestamp();

    /// <summary>Takes a call and its estimated tokens out of the budget; null when there is not enough left.</summary>
    public Reservation? TryReserve(long tokens)
    {
        lock (_lock)
        {
            var now = Now();
            var (callsOfHour, callsOfDay, tokensOfDay) = (0L, 0L, 0L);
            foreach (var minute in _minutes)
            {
                if (minute.Number == 0 || now - minute.Number >= Day)
                {
                    continue;
                }

                callsOfDay += minute.Calls;
                tokensOfDay += minute.Tokens;
                callsOfHour += now - minute.Number < Hour ? minute.Calls : 0;
            }

            if (callsOfHour >= options.MaximumCallsPerHour
                || callsOfDay >= options.MaximumCallsPerDay
                || tokensOfDay + tokens > options.MaximumTokensPerDay)
            {
                return null;
            }

            ref var current = ref _minutes[now % Day];
            if (current.Number != now)
            {
                current = new Minute { Number = now };
            }

            current.Calls++;
            current.Tokens += tokens;
            return new Reservation(now, tokens);
        }
    }

    /// <summary>Puts the tokens that were used in the place of the estimate.</summary>
    public void Settle(Reservation reservation, long tokens)
    {
        lock (_lock)
        {
            ref var minute = ref _minutes[reservation.Minute % Day];
            if (minute.Number == reservation.Minute)
            {
                minute.Tokens += tokens - reservation.Tokens;
            }
        }
    }

    // From 1 on: 0 is a minute that nothing happened in.
    private long Now() => (long)clock.GetElapsedTime(_start).TotalMinutes + 1;

    internal sealed record Reservation(long Minute, long Tokens);

    private struct Minute
    {
        public long Number;
        public long Calls;
        public long Tokens;
    }
}

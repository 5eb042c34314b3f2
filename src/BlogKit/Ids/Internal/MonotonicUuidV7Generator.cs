namespace BlogKit.Internal;

/// <summary>
/// UUIDv7 with a counter in <c>rand_a</c> (RFC 9562, section 6.2, method 1): identifiers of one process never
/// go backwards, even inside one millisecond or when the clock is set back. Only a clock that was wrong by more than
/// <see cref="SteadyTime.LargestLead"/> is followed back, or identities would stay ahead of it until a restart.
/// </summary>
internal sealed class MonotonicUuidV7Generator(TimeProvider clock) : IIdGenerator
{
    private const int CounterBits = 12;
    private readonly Lock _gate = new();
    private long _lastTicket;

    public Guid Next()
    {
        long ticket;
        lock (_gate)
        {
            // Timestamp and counter form one number: an overflowing counter borrows the next millisecond.
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            var lead = (_lastTicket >> CounterBits) - now;
            ticket = lead > SteadyTime.LargestLead.TotalMilliseconds ? now << CounterBits : Math.Max(now << CounterBits, _lastTicket + 1);
            _lastTicket = ticket;
        }

        Span<byte> bytes = stackalloc byte[16];
        System.Security.Cryptography.RandomNumberGenerator.Fill(bytes[8..]);
        var milliseconds = ticket >> CounterBits;
        bytes[0] = (byte)(milliseconds >> 40);
        bytes[1] = (byte)(milliseconds >> 32);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes[2..], (uint)milliseconds);
        var counter = (int)(ticket & 0xFFF);
        bytes[6] = (byte)(0x70 | (counter >> 8));
        bytes[7] = (byte)counter;
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}

namespace BlogKit.Internal;

/// <summary>
/// When something that this process keeps is over. Measured by the clock that only runs forward: whoever sets the time of the machine
/// neither ends it early nor keeps it for ever. Times that are stored, or told to others, are those of the wall and are none of these.
/// Compiled into every package that keeps things for a while.
/// </summary>
internal sealed class Deadline
{
    private readonly TimeProvider _clock;
    private readonly long _from;
    private readonly TimeSpan _length;

    private Deadline(TimeProvider clock, TimeSpan length)
    {
        _clock = clock;
        _from = clock.GetTimestamp();
        _length = length;
    }

    public bool IsOver => Left <= TimeSpan.Zero;

    /// <summary>The time until then; nothing or less when it is over.</summary>
    public TimeSpan Left => _length - _clock.GetElapsedTime(_from);

    public static Deadline In(TimeProvider clock, TimeSpan length) => new(clock, length);
}

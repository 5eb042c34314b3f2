namespace BlogKit.Internal;

/// <summary>Moments of a wall clock, which may be set back between two of them.</summary>
internal static class Moments
{
    /// <summary>
    /// The moment, or an earlier event's when the clock says it came first: what follows is never before what it follows.
    /// </summary>
    public static DateTimeOffset NotBefore(this DateTimeOffset now, DateTimeOffset earlier) => now < earlier ? earlier : now;
}

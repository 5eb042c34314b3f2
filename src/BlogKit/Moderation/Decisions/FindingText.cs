using System.Globalization;

namespace BlogKit.Moderation;

/// <summary>Writes numbers, time spans and moments for the sentences of findings: in English, the same on every machine.</summary>
public static class FindingText
{
    /// <summary>Returns a number and its noun: "1 link", "2 links".</summary>
    /// <param name="number">The number.</param>
    /// <param name="noun">The noun for one, in English; an s is added for others.</param>
    public static string FormatCount(long number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    /// <summary>
    /// Returns a span of time as people say it, in the largest unit that fits it evenly: "2 hours", "90 minutes", "1.5 seconds".
    /// </summary>
    /// <param name="span">The span.</param>
    public static string FormatSpan(TimeSpan span) => span switch
    {
        { Ticks: 0 } => "0 seconds",
        _ when span.Ticks % TimeSpan.TicksPerDay == 0 => FormatCount(span.Ticks / TimeSpan.TicksPerDay, "day"),
        _ when span.Ticks % TimeSpan.TicksPerHour == 0 => FormatCount(span.Ticks / TimeSpan.TicksPerHour, "hour"),
        _ when span.Ticks % TimeSpan.TicksPerMinute == 0 => FormatCount(span.Ticks / TimeSpan.TicksPerMinute, "minute"),
        _ when span.Ticks % TimeSpan.TicksPerSecond == 0 => FormatCount(span.Ticks / TimeSpan.TicksPerSecond, "second"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(span.TotalSeconds, 1)} seconds"),
    };

    /// <summary>Returns a moment as a moderator of any place reads it: to the minute, in UTC.</summary>
    /// <param name="moment">The moment.</param>
    public static string FormatMoment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}

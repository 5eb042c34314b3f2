using System.Globalization;

namespace BlogKit.Internal;

/// <summary>
/// Moments as programs write them. Read are dates and times of ISO 8601 as HTML and RFC 3339 write them, and nothing else. What has no
/// offset is in UTC, whatever the host's own zone is; a date alone is its midnight. Compiled into every package that speaks with programs.
/// </summary>
internal static class MomentText
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd",
        .. from separator in new[] { "'T'", "' '" }
           from time in new[] { "HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF" }
           from zone in new[] { "K", "zzz" }
           select "yyyy-MM-dd" + separator + time + zone,
    ];

    /// <summary>To the second, in UTC.</summary>
    public static string Write(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static bool TryRead(string text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParseExact(
            text.AsSpan().Trim(),
            Formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out moment)
        && IsUsable(moment);

    /// <summary>The first and last hours of the calendar have no moment in every zone.</summary>
    public static bool IsUsable(DateTimeOffset moment) => moment.Year is > 1 and < 9999;
}

using System.Globalization;

namespace BlogKit.Interchange.Internal;

/// <summary>Spells moments as exports of WordPress have them.</summary>
internal sealed class WxrTimes(TimeZoneInfo zone)
{
    /// <summary>The date of what has none.</summary>
    public const string None = "0000-00-00 00:00:00";

    private const string Format = "yyyy-MM-dd HH:mm:ss";

    /// <summary>Returns the moment in the time of the blog.</summary>
    public string Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString(Format, CultureInfo.InvariantCulture);

    public static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Returns the moment as e-mails and RSS have it (RFC 2822).</summary>
    public static string Mail(DateTimeOffset at) =>
        at.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Moments in feeds, with the day and the distance from UTC of the blog's zone.</summary>
internal static class FeedDates
{
    public static string Rfc3339(Blog blog, DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, blog.FindTimeZone());
        return local.ToString(
            local.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }

    public static string Rfc822(Blog blog, DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, blog.FindTimeZone());
        return local.Offset == TimeSpan.Zero
            ? local.UtcDateTime.ToString("r", CultureInfo.InvariantCulture)
            : local.ToString("ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture).Remove(29, 1);
    }
}

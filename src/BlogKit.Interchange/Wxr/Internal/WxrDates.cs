using System.Globalization;

namespace BlogKit.Interchange.Internal;

/// <summary>Reads dates as WordPress exports them: once in the time of the site, once in UTC, and either may be all zeros.</summary>
internal sealed class WxrDates(WxrRules rules, WxrSeen seen)
{
    /// <summary>Returns the moment; null when there is none that is possible, or none at all.</summary>
    /// <param name="utc">The date in UTC; null or empty when the export has none.</param>
    /// <param name="local">The date in the time of the site.</param>
    /// <param name="member">What notes call it.</param>
    /// <param name="notes">What is noted.</param>
    public DateTimeOffset? Read(string? utc, string? local, string member, ICollection<SourceNote> notes)
    {
        var at = Parse(utc, member, notes);
        var here = Parse(local, member, notes);
        if (at is { } moment)
        {
            if (here is { } clock && Difference(clock - moment) is { } difference)
            {
                seen.Offset = difference;
            }

            return new DateTimeOffset(moment, TimeSpan.Zero);
        }

        if (here is not { } written)
        {
            return null;
        }

        if (rules.TimeZone is { } zone)
        {
            return InUtc(written, zone.GetUtcOffset(DateTime.SpecifyKind(written, DateTimeKind.Unspecified)), member, notes);
        }

        var offset = seen.Offset ?? TimeSpan.Zero;
        notes.Add(new SourceNote(
            SourceNoteKind.Date,
            member,
            $"The date {local} was exported without its zone and was taken as {Spell(offset)}"
            + (seen.Offset is null ? "." : ", which is what the dates before it had.")));
        return InUtc(written, offset, member, notes);
    }

    private static DateTime? Parse(string? text, string member, ICollection<SourceNote> notes)
    {
        if (string.IsNullOrWhiteSpace(text) || text.StartsWith("0000-00-00", StringComparison.Ordinal))
        {
            return null;
        }

        // They are ISO 8601 but for the space between date and time.
        var trimmed = text.AsSpan().Trim();
        if (trimmed is [_, _, _, _, '-', _, _, '-', _, _, ' ', _, _, ':', _, _, ':', _, _]
            && ToDate(
                Number(trimmed[..4]),
                Number(trimmed[5..7]),
                Number(trimmed[8..10]),
                Number(trimmed[11..13]),
                Number(trimmed[14..16]),
                Number(trimmed[17..])) is { } date)
        {
            return date;
        }

        notes.Add(new SourceNote(SourceNoteKind.Date, member, $"'{Texts.Start(text)}' is no date and was left out."));
        return null;
    }

    // Read by hand: an export has two or four of them for each comment, and the general way is a tenth of the reading.
    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return -1;
            }

            number = (number * 10) + digit - '0';
        }

        return number;
    }

    private static DateTime? ToDate(int year, int month, int day, int hour, int minute, int second) =>
        year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59
            || day > DateTime.DaysInMonth(year, month)
            ? null
            : new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified);

    private static DateTimeOffset? InUtc(DateTime written, TimeSpan offset, string member, ICollection<SourceNote> notes)
    {
        var ticks = written.Ticks - offset.Ticks;
        if (ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks)
        {
            return new DateTimeOffset(ticks, TimeSpan.Zero);
        }

        notes.Add(new SourceNote(SourceNoteKind.Date, member, "The date is outside of the calendar in UTC and was left out."));
        return null;
    }

    // The zones of the world differ by quarters of an hour, and by 14 hours at most.
    private static TimeSpan? Difference(TimeSpan found)
    {
        var quarters = Math.Round(found.TotalMinutes / 15);
        return Math.Abs(quarters) <= 14 * 4 ? TimeSpan.FromMinutes(quarters * 15) : null;
    }

    private static string Spell(TimeSpan offset) => offset == TimeSpan.Zero
        ? "UTC"
        : string.Create(CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}");
}

using System.Globalization;

namespace BlogKit.AspNetCore.Internal;

/// <summary>How one language writes numbers and dates.</summary>
internal sealed record LanguageWays(string Region, NumberFormatInfo Numbers, DateTimeFormatInfo Dates)
{
    public static LanguageWays Read(string[] fields)
    {
        var numbers = (NumberFormatInfo)NumberFormatInfo.InvariantInfo.Clone();
        numbers.NumberDecimalSeparator = numbers.PercentDecimalSeparator = numbers.CurrencyDecimalSeparator = fields[2];
        numbers.NumberGroupSeparator = numbers.PercentGroupSeparator = numbers.CurrencyGroupSeparator = fields[3].Replace(
            '~',
            '\u00A0').Replace('_', '\u202F');
        numbers.PercentPositivePattern = fields[4][0] - '0';
        numbers.PercentSymbol = fields[4][1..];
        numbers.NegativeSign = fields[5].Replace('<', '\u200E').Replace('>', '\u200F');

        var dates = (DateTimeFormatInfo)DateTimeFormatInfo.InvariantInfo.Clone();
        dates.MonthNames = Months(fields[6]);
        dates.MonthGenitiveNames = Months(fields[7]);
        dates.AbbreviatedMonthNames = Months(fields[8]);
        dates.AbbreviatedMonthGenitiveNames = Months(fields[9]);
        dates.DayNames = fields[10].Split('|');
        dates.AbbreviatedDayNames = fields[11].Split('|');
        return new LanguageWays(fields[1], NumberFormatInfo.ReadOnly(numbers), DateTimeFormatInfo.ReadOnly(dates));
    }

    // .NET has a thirteenth month, for calendars that need one.
    private static string[] Months(string field) => [.. field.Split('|'), ""];
}

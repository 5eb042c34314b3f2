using System.Globalization;
using System.Text;

namespace BlogKit.Internal;

/// <summary>Sentences with names of arguments in braces, and how what they stand for is written.</summary>
internal static class ErrorTemplate
{
    /// <summary>What stands for the name of the field.</summary>
    public const string Field = "field";

    /// <summary>Fills the names in, in one pass: what a value says in braces is never filled in itself.</summary>
    public static string Fill(string template, string? field, ErrorArguments arguments, IFormatProvider? provider)
    {
        var filled = new StringBuilder(template.Length);
        var rest = template.AsSpan();
        for (int end; (end = rest.IndexOf('}')) >= 0; rest = rest[(end + 1)..])
        {
            var open = rest[..end].LastIndexOf('{');
            if (open >= 0 && Find(rest[(open + 1)..end].ToString(), field, arguments, provider) is { } value)
            {
                filled.Append(rest[..open]).Append(value);
            }
            else
            {
                filled.Append(rest[..(end + 1)]);
            }
        }

        return filled.Append(rest).ToString();
    }

    /// <summary>One of the few kinds of values that every reader of arguments can rely on.</summary>
    public static object Plain(object value) => value switch
    {
        string or long or double or DateTimeOffset or TimeSpan => value,
        byte or sbyte or short or ushort or int or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        float or decimal => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>A value as people of a culture write it; times, which programs are told too, are the same for all.</summary>
    public static string Write(object value, IFormatProvider? provider) => value switch
    {
        long number => number.ToString("N0", provider),
        double number => number.ToString("#,0.######", provider),
        DateTimeOffset moment => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString("g", provider),
        _ => (string)value,
    };

    private static string? Find(string name, string? field, ErrorArguments arguments, IFormatProvider? provider) =>
        name is Field ? field ?? "" : arguments.TryGetValue(name, out var value) ? Write(value, provider) : null;
}

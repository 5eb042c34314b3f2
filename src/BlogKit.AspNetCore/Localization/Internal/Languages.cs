using System.Collections.Frozen;
using System.Globalization;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// What is known of languages: by the system where it has ICU, else by BlogKit's own table (Data/languages.tsv).
/// Under invariant globalization .NET refuses every culture, or gives one that writes English.
/// </summary>
internal static class Languages
{
    private static readonly FrozenSet<string> s_rightToLeft = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "ar", "arc", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks", "lrc", "mzn", "nqo", "pnb", "ps",
        "sd", "sdh", "syr", "ug", "ur", "yi");

    private static readonly FrozenSet<string> s_rightToLeftScripts = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa");

    private static readonly bool s_systemKnowsLanguages = SystemKnowsLanguages();

    /// <summary>
    /// The language with its way of writing numbers and dates. Any well-formed tag is taken; of one that nobody knows the ways are the
    /// invariant culture's.
    /// </summary>
    public static CultureInfo Of(string language) =>
        (s_systemKnowsLanguages ? SystemCulture(language) : null) ?? new TableCulture(language);

    /// <summary>Whether the language is written from right to left.</summary>
    public static bool IsRightToLeft(string language)
    {
        var parts = language.Split('-');
        return parts.Skip(1).FirstOrDefault(static p => p.Length == 4 && p.All(char.IsAsciiLetter)) is { } script
            ? s_rightToLeftScripts.Contains(script)
            : s_rightToLeft.Contains(parts[0]);
    }

    /// <summary>Whether a name is the tag of a language that is known: of one that nobody knows texts would be offered to nobody.</summary>
    public static bool IsKnown(string name)
    {
        if (name.Length is < 2 or > 35)
        {
            return false;
        }

        if (!s_systemKnowsLanguages)
        {
            return LanguageTable.Find(name.Split('-')[0].ToLowerInvariant()) is not null;
        }

        try
        {
#pragma warning disable RS0030 // The one place that asks the system.
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true).Name.Length > 0;
#pragma warning restore RS0030
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    /// <summary>The tag with the language's most likely region when it names none.</summary>
    public static string WithRegion(string language)
    {
        if (!s_systemKnowsLanguages || SystemCulture(language) is not { } culture)
        {
            return !language.Contains('-', StringComparison.Ordinal) && LanguageTable.Find(language) is { } ways
                ? $"{language}-{ways.Region}"
                : language;
        }

#pragma warning disable RS0030 // The one place, where the system knows languages.
        return culture.IsNeutralCulture ? CultureInfo.CreateSpecificCulture(culture.Name).Name : language;
#pragma warning restore RS0030
    }

    // With invariant globalization that is told to take any name, every language is English.
    private static bool SystemKnowsLanguages() =>
        SystemCulture("de") is { } german && string.Equals(german.DateTimeFormat.GetMonthName(1), "Januar", StringComparison.Ordinal);

    private static CultureInfo? SystemCulture(string language)
    {
        try
        {
#pragma warning disable RS0030 // The one place that asks the system.
            return CultureInfo.GetCultureInfo(language);
#pragma warning restore RS0030
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}

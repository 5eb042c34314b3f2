namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Which form of a text a whole number asks for: the cardinal rules of Unicode CLDR (Unicode Technical Standard 35, part 3), for the
/// languages whose rules differ from English; others are read as English. No library of plural rules is served where this is built, and
/// .NET has none.
/// </summary>
internal static class PluralRules
{
    public const string Other = "other";
    private const string Zero = "zero";
    private const string One = "one";
    private const string Two = "two";
    private const string Few = "few";
    private const string Many = "many";

    /// <summary>The category of a number: zero, one, two, few, many or other.</summary>
    /// <param name="language">Two letters (ISO 639-1).</param>
    /// <param name="n">Not negative.</param>
    public static string CategoryOf(string language, long n) => language switch
    {
        "ja" or "zh" or "ko" or "vi" or "th" or "id" or "ms" or "my" or "lo" or "km" => Other,
        "fr" or "pt" or "hi" or "fa" or "bn" or "am" or "zu" => n is 0 or 1 ? One : Other,
        "ar" => Arabic(n),
        "he" => n switch { 1 => One, 2 => Two, _ => Other },
        "pl" => Polish(n),
        "ru" or "uk" or "be" => EastSlavic(n),
        "sr" or "hr" or "bs" => SouthSlavic(n),
        "cs" or "sk" => n switch { 1 => One, >= 2 and <= 4 => Few, _ => Other },
        "sl" => (n % 100) switch { 1 => One, 2 => Two, 3 or 4 => Few, _ => Other },
        "lt" => Lithuanian(n),
        "lv" => Latvian(n),
        "ro" => n == 1 ? One : n == 0 || n % 100 is >= 1 and <= 19 ? Few : Other,
        "ga" => n switch { 1 => One, 2 => Two, >= 3 and <= 6 => Few, >= 7 and <= 10 => Many, _ => Other },
        "cy" => n switch { 0 => Zero, 1 => One, 2 => Two, 3 => Few, 6 => Many, _ => Other },
        _ => n == 1 ? One : Other,
    };

    /// <summary>The categories a language's texts must have for whole numbers.</summary>
    public static IReadOnlyList<string> CategoriesOf(string language) =>
        [.. Enumerable.Range(0, 202).Select(n => CategoryOf(language, n)).Distinct(StringComparer.Ordinal)];

    private static string Arabic(long n) => n switch
    {
        0 => Zero,
        1 => One,
        2 => Two,
        _ => (n % 100) switch { >= 3 and <= 10 => Few, >= 11 and <= 99 => Many, _ => Other },
    };

    private static string Polish(long n) => n == 1 ? One : n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14) ? Few : Many;

    private static string EastSlavic(long n) =>
        n % 10 == 1 && n % 100 != 11 ? One : n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14) ? Few : Many;

    private static string SouthSlavic(long n) =>
        n % 10 == 1 && n % 100 != 11 ? One : n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14) ? Few : Other;

    private static string Lithuanian(long n) =>
        n % 100 is >= 11 and <= 19 ? Other : (n % 10) switch { 1 => One, >= 2 => Few, _ => Other };

    private static string Latvian(long n) =>
        n % 10 == 0 || n % 100 is >= 11 and <= 19 ? Zero : n % 10 == 1 ? One : Other;
}

using System.Collections.Frozen;

namespace BlogKit;

/// <summary>Tells the script of a character by its Unicode block.</summary>
public static class Scripts
{
    /// <summary>
    /// Returns whether a character is of a script that sets no spaces between words: ideographs, kana and bopomofo, Thai, Lao, Khmer,
    /// Burmese and their neighbours. The one table of it: searching, comparing, counting and line rules differ in what they make of it,
    /// never in which scripts these are.
    /// </summary>
    /// <param name="value">A code point; a half of a surrogate pair is of no script.</param>
    public static bool HasNoSpaces(int value) => value >= 0x0E00
        && (IsCountedAlone(value) || value
            is <= 0x0EFF // Thai, Lao
            or (>= 0x1000 and <= 0x109F) or (>= 0xA9E0 and <= 0xA9FF) or (>= 0xAA60 and <= 0xAA7F) // Burmese
            or (>= 0x1780 and <= 0x17FF) or (>= 0x19E0 and <= 0x19FF) // Khmer
            or (>= 0x1950 and <= 0x19DF) or (>= 0x1A20 and <= 0x1AAF) // Tai Le, New Tai Lue, Tai Tham
            or (>= 0x3040 and <= 0x30FF)); // kana with its marks

    /// <summary>
    /// Returns whether a character is of a script whose length is counted in characters: ideographs, radicals, kana, bopomofo.
    /// </summary>
    public static bool IsCountedAlone(int value) => value
        is (>= 0x2E80 and <= 0x2FDF) // radicals
        or 0x3005 or 0x3006 or 0x3007
        or (>= 0x3041 and <= 0x3096) // hiragana
        or (>= 0x30A1 and <= 0x30FA) // katakana
        or (>= 0x3105 and <= 0x312F) // bopomofo
        or (>= 0x31A0 and <= 0x31BF)
        or (>= 0x31F0 and <= 0x31FF)
        or (>= 0x3400 and <= 0x4DBF) // ideographs
        or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFF66 and <= 0xFF9D) // half-width katakana
        or (>= 0x1B000 and <= 0x1B16F)
        or (>= 0x20000 and <= 0x3FFFF);

    /// <summary>Returns the script of a letter; null for characters without one, and for scripts that are not told apart.</summary>
    public static string? Of(char c) => c switch
    {
        < '\u0250' => "Latin",
        >= '\u0370' and <= '\u03FF' or >= '\u1F00' and <= '\u1FFF' => "Greek",
        >= '\u0400' and <= '\u052F' => "Cyrillic",
        >= '\u0531' and <= '\u058F' => "Armenian",
        >= '\u0590' and <= '\u05FF' => "Hebrew",
        >= '\u0600' and <= '\u06FF' or >= '\u0750' and <= '\u077F' or >= '\uFB50' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC' =>
            "Arabic",
        >= '\u0900' and <= '\u097F' => "Devanagari",
        >= '\u0980' and <= '\u09FF' => "Bengali",
        >= '\u0A00' and <= '\u0A7F' => "Gurmukhi",
        >= '\u0A80' and <= '\u0AFF' => "Gujarati",
        >= '\u0B80' and <= '\u0BFF' => "Tamil",
        >= '\u0C00' and <= '\u0C7F' => "Telugu",
        >= '\u0C80' and <= '\u0CFF' => "Kannada",
        >= '\u0D00' and <= '\u0D7F' => "Malayalam",
        >= '\u0D80' and <= '\u0DFF' => "Sinhala",
        >= '\u0E00' and <= '\u0E7F' => "Thai",
        >= '\u0E80' and <= '\u0EFF' => "Lao",
        >= '\u1000' and <= '\u109F' => "Myanmar",
        >= '\u10A0' and <= '\u10FF' => "Georgian",
        >= '\u1200' and <= '\u137F' => "Ethiopic",
        >= '\u1780' and <= '\u17FF' => "Khmer",
        >= '\u3040' and <= '\u30FF' or >= '\u31F0' and <= '\u31FF' or >= '\uFF66' and <= '\uFF9D' => "Kana",
        >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' => "Han",
        >= '\uAC00' and <= '\uD7AF' or >= '\u1100' and <= '\u11FF' or >= '\u3130' and <= '\u318F' => "Hangul",
        >= '\u1E00' and <= '\u1EFF' or >= '\u2C60' and <= '\u2C7F' or >= '\uA720' and <= '\uA7FF' => "Latin",
        _ => null,
    };

    /// <summary>
    /// Returns the scripts a language is written in; empty when it is not known here. A script named in the tag (BCP 47) goes first.
    /// </summary>
    public static ImmutableArray<string> GetScriptsOfLanguage(string tag)
    {
        var parts = tag.Split('-', '_');
        foreach (var part in parts.Skip(1))
        {
            if (part.Length == 4 && s_named.TryGetValue(part, out var named))
            {
                return named;
            }
        }

        return s_languages.TryGetValue(parts[0], out var scripts) ? scripts : [];
    }

    /// <summary>Returns whether a name is one this type gives.</summary>
    public static bool IsKnown(string name) => s_named.Values.Any(scripts => scripts.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static readonly FrozenDictionary<string, ImmutableArray<string>> s_named = new Dictionary<string, ImmutableArray<string>>(
        StringComparer.OrdinalIgnoreCase)
    {
        ["Latn"] = ["Latin"],
        ["Grek"] = ["Greek"],
        ["Cyrl"] = ["Cyrillic"],
        ["Armn"] = ["Armenian"],
        ["Hebr"] = ["Hebrew"],
        ["Arab"] = ["Arabic"],
        ["Deva"] = ["Devanagari"],
        ["Beng"] = ["Bengali"],
        ["Guru"] = ["Gurmukhi"],
        ["Gujr"] = ["Gujarati"],
        ["Taml"] = ["Tamil"],
        ["Telu"] = ["Telugu"],
        ["Knda"] = ["Kannada"],
        ["Mlym"] = ["Malayalam"],
        ["Sinh"] = ["Sinhala"],
        ["Thai"] = ["Thai"],
        ["Laoo"] = ["Lao"],
        ["Mymr"] = ["Myanmar"],
        ["Geor"] = ["Georgian"],
        ["Ethi"] = ["Ethiopic"],
        ["Khmr"] = ["Khmer"],
        ["Jpan"] = ["Kana", "Han"],
        ["Hans"] = ["Han"],
        ["Hant"] = ["Han"],
        ["Kore"] = ["Hangul", "Han"],
        ["Hang"] = ["Hangul"],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, ImmutableArray<string>> s_languages = Languages(
        (
            "Latn",
            "en de fr es it pt nl sv da nb nn no fi is et lv lt pl cs sk sl hr hu ro tr vi id ms tl sw af sq eu ca gl cy ga gd mt lb az "
                + "uz eo la"),
        ("Cyrl", "ru uk be bg mk kk ky tg mn"),
        ("Grek", "el"),
        ("Armn", "hy"),
        ("Hebr", "he yi iw"),
        ("Arab", "ar fa ur ps ckb ug sd"),
        ("Deva", "hi mr ne sa"),
        ("Beng", "bn as"),
        ("Guru", "pa"),
        ("Gujr", "gu"),
        ("Taml", "ta"),
        ("Telu", "te"),
        ("Knda", "kn"),
        ("Mlym", "ml"),
        ("Sinh", "si"),
        ("Thai", "th"),
        ("Laoo", "lo"),
        ("Mymr", "my"),
        ("Geor", "ka"),
        ("Ethi", "am ti"),
        ("Khmr", "km"),
        ("Jpan", "ja"),
        ("Hans", "zh yue"),
        ("Kore", "ko"));

    private static FrozenDictionary<string, ImmutableArray<string>> Languages(params ReadOnlySpan<(string Script, string Tags)> rows)
    {
        var languages = new Dictionary<string, ImmutableArray<string>>(StringComparer.OrdinalIgnoreCase)
        {
            ["sr"] = ["Cyrillic", "Latin"],
            ["bs"] = ["Latin", "Cyrillic"],
        };
        foreach (var (script, tags) in rows)
        {
            foreach (var tag in tags.Split(' '))
            {
                languages[tag] = s_named[script];
            }
        }

        return languages.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}

using System.Text;

namespace BlogKit;

/// <summary>
/// Spells Latin letters that no decomposition takes apart in ASCII, as people type them who do not have them on their keyboard. Slugs and
/// searches write them so.
/// </summary>
public static class LatinLetters
{
    /// <summary>Returns the letters of ASCII that stand for a letter in lower case; null for every other character.</summary>
    public static string? Of(Rune lower) => lower.Value switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        _ => null,
    };
}

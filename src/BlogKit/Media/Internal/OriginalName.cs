using System.Buffers;
using System.Globalization;
using System.Text;

namespace BlogKit.Internal;

/// <summary>
/// The names that files had where they came from, as somebody may download them under: one segment, nothing that turns the direction of
/// text or that a file system does not take.
/// </summary>
internal static class OriginalName
{
    private const int Longest = 150;
    private const int LongestExtension = 20;
    private static readonly SearchValues<char> s_bad = SearchValues.Create("<>:\"|?*;");

    /// <summary>The name without what must not be in it; null when nothing is left.</summary>
    public static string? Clean(string? given)
    {
        if (given is null)
        {
            return null;
        }

        var last = given.AsSpan(given.AsSpan().LastIndexOfAny('/', '\\') + 1);
        var name = new StringBuilder(Math.Min(last.Length, 2 * Longest));
        foreach (var rune in last[..Math.Min(last.Length, 64 * 1024)].EnumerateRunes())
        {
            if (IsKept(rune))
            {
                name.Append(rune);
            }
        }

        var text = Cut(name.ToString().Trim(' ', '.'));
        return text.Length == 0 ? null : IsDevice(text) ? "_" + text : text;
    }

    // A half of a surrogate pair is enumerated as U+FFFD, which says nothing either.
    private static bool IsKept(Rune rune) =>
        rune.Value is not (0xFFFD or (>= 0xFDD0 and <= 0xFDEF)) && (rune.Value & 0xFFFE) != 0xFFFE
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
        && !(rune.IsBmp && s_bad.Contains((char)rune.Value));

    // The end says what it is: the middle goes.
    private static string Cut(string name)
    {
        if (name.Length <= Longest)
        {
            return name;
        }

        var extension = name.LastIndexOf('.') is > 0 and var dot && name.Length - dot <= LongestExtension ? name[dot..] : "";
        return TextRules.Beginning(name, Longest - extension.Length).TrimEnd(' ', '.') + extension;
    }

    // Names that Windows takes for devices, whatever extension follows.
    private static bool IsDevice(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var stem = (dot < 0 ? name : name[..dot]).TrimEnd(' ').ToUpperInvariant();
        return stem is "CON" or "PRN" or "AUX" or "NUL"
            || (stem is ['C', 'O', 'M', >= '0' and <= '9'] or ['L', 'P', 'T', >= '0' and <= '9']);
    }
}

using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace BlogKit.Moderation.Internal;

/// <summary>What Latin letters beyond ASCII, letters in frames and typographic marks fold to: ASCII in lower case.</summary>
internal static class LatinFolding
{
    private static readonly FrozenDictionary<int, string> Table = Build();

    /// <summary>The ASCII characters a character folds to; null when it is of another script.</summary>
    public static string? Of(Rune rune) => Table.GetValueOrDefault(rune.Value);

    private static FrozenDictionary<int, string> Build()
    {
        var table = new Dictionary<int, string>();
        foreach (var (first, last) in ((int, int)[])[
            (0xAA, 0x2AF), (0x1D00, 0x1DBF), (0x1E00, 0x1EFF), (0x2071, 0x209C), (0x2C60, 0x2C7F), (0xA722, 0xA7FF), (0xAB30, 0xAB6F),
            (0xFF21, 0xFF5A),
        ])
        {
            for (var value = first; value <= last; value++)
            {
                var rune = new Rune(value);
                if (Rune.IsLetter(rune) && Fold(rune) is { } folded)
                {
                    table[value] = folded;
                }
            }
        }

        Add(table, "\u0189", "d");
        Add(table, "\u0127\u0126", "h");
        Add(table, "\u0167\u0166", "t");
        Add(table, "\u014B\u014A", "n");
        Add(table, "\u0138", "k");
        Add(table, "\u2018\u2019\u201A\u201B\u2032\u00B4\u02BC\u02B9\u02BB\uFF07", "'");
        Add(table, "\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033\u2036\u300C\u300D\u300E\u300F\uFF02", "\"");
        Add(table, "\u2039\u203A", "'");
        Add(table, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-");
        Add(table, "\u2026", "...");
        foreach (var first in (int[])[0x1F130, 0x1F150, 0x1F170])
        {
            for (var i = 0; i < 26; i++)
            {
                table[first + i] = ((char)('a' + i)).ToString();
            }
        }

        return table.ToFrozenDictionary();
    }

    private static string? Fold(Rune rune)
    {
        var builder = new StringBuilder();
        foreach (var part in UnicodeForms.ToNfkd(rune.ToString()).EnumerateRunes())
        {
            if (LatinLetters.Of(Rune.ToLowerInvariant(part)) is { } letters)
            {
                builder.Append(letters);
            }
            else if (Rune.GetUnicodeCategory(part) is not UnicodeCategory.NonSpacingMark)
            {
                var ascii = part.IsAscii ? (char)part.Value : Confusables.LookAlike(part);
                if (ascii == '\0')
                {
                    return null;
                }

                builder.Append(char.ToLowerInvariant(ascii));
            }
        }

        return builder.ToString();
    }

    private static void Add(Dictionary<int, string> table, string characters, string folded)
    {
        foreach (var rune in characters.EnumerateRunes())
        {
            table[rune.Value] = folded;
        }
    }
}

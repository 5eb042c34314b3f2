using System.Globalization;
using System.Text;

namespace BlogKit.Internal;

/// <summary>Counts words: runs of letters and digits, held together by apostrophes and hyphens; every ideograph and kana counts as one.</summary>
internal static class WordCounter
{
    public static int Count(ReadOnlySpan<char> text)
    {
        var words = 0;
        var isInWord = false;
        var isHeld = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (IsCountedAlone(rune.Value) && category is UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber)
            {
                words++;
                isInWord = isHeld = false;
            }
            else if (Rune.IsLetterOrDigit(rune) || category is UnicodeCategory.OtherNumber)
            {
                words += isInWord ? 0 : 1;
                isInWord = true;
                isHeld = false;
            }
            else if (category is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format))
            {
                // One joining character may stand inside a word; a second one in a row ends it.
                isInWord = isInWord && !isHeld && IsJoining(rune.Value);
                isHeld = isInWord;
            }
        }

        return words;
    }

    private static bool IsJoining(int value) => value is '\'' or '’' or '-' or '\u2010' or '\u2011' or '.' or ',' or '_';

    /// <summary>Whether the code point belongs to a script that writes words without spaces and counts its characters.</summary>
    public static bool IsCountedAlone(int value) => value
        is >= 0x2E80 and <= 0x2FDF // radicals
        or 0x3005 or 0x3006 or 0x3007
        or >= 0x3041 and <= 0x3096 // hiragana
        or >= 0x30A1 and <= 0x30FA // katakana
        or >= 0x3105 and <= 0x312F // bopomofo
        or >= 0x31A0 and <= 0x31BF
        or >= 0x31F0 and <= 0x31FF
        or >= 0x3400 and <= 0x4DBF // ideographs
        or >= 0x4E00 and <= 0x9FFF
        or >= 0xF900 and <= 0xFAFF
        or >= 0xFF66 and <= 0xFF9D // half-width katakana
        or >= 0x1B000 and <= 0x1B16F
        or >= 0x20000 and <= 0x3FFFF;
}

using System.Globalization;
using System.Text;

namespace BlogKit.Internal;

/// <summary>
/// Counts words: runs of letters and digits, held together by apostrophes and hyphens; every ideograph and kana counts as one.
/// </summary>
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
            if (Scripts.IsCountedAlone(rune.Value) && category is UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber)
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
            else if (category is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark or UnicodeCategory.Format))
            {
                // One joining character may stand inside a word; a second one in a row ends it.
                isInWord = isInWord && !isHeld && IsJoining(rune.Value);
                isHeld = isInWord;
            }
        }

        return words;
    }

    private static bool IsJoining(int value) => value is '\'' or '’' or '-' or '\u2010' or '\u2011' or '.' or ',' or '_';
}

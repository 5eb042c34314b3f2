using System.Globalization;
using System.Text;

namespace BlogKit.Storage;

/// <summary>
/// Splits a text into words, in one way for indexing, asking and highlighting, so that every store finds the same: a word is a run of
/// letters, digits and marks, without case and diacritics, Latin letters such as ß, æ and ø as they are typed without them (ss, ae, o).
/// Scripts written without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) have one word per character, so that any part of a text is
/// found: a term of several characters is looked for as a phrase. Takes any text; time and memory are linear in its length. Stateless and
/// thread-safe.
/// </summary>
public static class SearchWords
{
    /// <summary>Returns the words of a text, in order.</summary>
    public static ImmutableArray<SearchWord> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = ImmutableArray.CreateBuilder<SearchWord>();
        foreach (var range in new RunEnumerator(text))
        {
            var folded = Fold(text.AsSpan(range.Start, range.Length));
            if (!folded.Contains(' ', StringComparison.Ordinal))
            {
                words.Add(new SearchWord(folded, range));
                continue;
            }

            foreach (var part in folded.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                words.Add(new SearchWord(part, range));
            }
        }

        return words.DrainToImmutable();
    }

    /// <summary>
    /// Returns the words of a text with a space between them, for an index whose tokenizer cuts ASCII at everything but letters and digits,
    /// ignores its case, and takes every other character as part of a word. A text of ASCII alone is given back as it is.
    /// </summary>
    public static string Join(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var joined = new StringBuilder(text.Length + 16);
        foreach (var range in new RunEnumerator(text))
        {
            if (joined.Length > 0 && joined[^1] != ' ')
            {
                joined.Append(' ');
            }

            AppendFolded(joined, text.AsSpan(range.Start, range.Length));
        }

        return joined.ToString();
    }

    private static string Fold(ReadOnlySpan<char> run)
    {
        if (Ascii.IsValid(run))
        {
            return string.Create(run.Length, run, static (chars, r) => Ascii.ToLower(r, chars, out _));
        }

        var folded = new StringBuilder(run.Length);
        AppendFolded(folded, run);
        return folded.ToString();
    }

    private static void AppendFolded(StringBuilder folded, ReadOnlySpan<char> run)
    {
        if (Ascii.IsValid(run))
        {
            folded.Append(run);
            return;
        }

        foreach (var rune in UnicodeForms.ToNfkd(run.ToString()).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (IsDiacritic(rune) || category is UnicodeCategory.Format)
            {
                continue;
            }

            if (IsLetter(rune, category) || IsMark(rune, category))
            {
                var lower = Rune.ToLowerInvariant(rune);
                folded.Append(lower.Value == 'ς' ? "σ" : LatinLetters.Of(lower) ?? lower.ToString());
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                // One character that is written for several words.
                folded.Append(' ');
            }
        }
    }

    // Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic: what readers leave out. Vowel signs of other scripts stay.
    private static bool IsDiacritic(Rune rune) => rune.Value is
        (>= 0x0300 and <= 0x036F) or (>= 0x0591 and <= 0x05C7) or (>= 0x064B and <= 0x065F) or 0x0670
        or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20FF) or (>= 0xFE20 and <= 0xFE2F);

    private static bool IsLetter(Rune rune, UnicodeCategory category) =>
        (Rune.IsLetter(rune) && !IsHalfWidthVoicing(rune))
        || category is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    private static bool IsMark(Rune rune, UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
        || IsHalfWidthVoicing(rune);

    // Marks by their use, letters by their category.
    private static bool IsHalfWidthVoicing(Rune rune) => rune.Value is 0xFF9E or 0xFF9F;

    /// <summary>Walks over the places of the words of a text.</summary>
    private ref struct RunEnumerator(string text)
    {
        private int _position;

        public TextRange Current { get; private set; }

        public readonly RunEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            var start = -1;
            var alone = false;
            while (_position < text.Length)
            {
                if (!Rune.TryGetRuneAt(text, _position, out var rune))
                {
                    rune = Rune.ReplacementChar;
                }

                var category = Rune.GetUnicodeCategory(rune);
                var isLetter = IsLetter(rune, category);
                var goesOn = isLetter || (start >= 0 && (IsMark(rune, category) || category is UnicodeCategory.Format));
                if (start >= 0 && (!goesOn || (isLetter && (alone || Scripts.HasNoSpaces(rune.Value)))))
                {
                    Current = new TextRange(start, _position - start);
                    return true;
                }

                if (start < 0 && isLetter)
                {
                    start = _position;
                    alone = Scripts.HasNoSpaces(rune.Value);
                }

                _position += rune == Rune.ReplacementChar ? 1 : rune.Utf16SequenceLength;
            }

            if (start < 0)
            {
                return false;
            }

            Current = new TextRange(start, _position - start);
            return true;
        }
    }
}

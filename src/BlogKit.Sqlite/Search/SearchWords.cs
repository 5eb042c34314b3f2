using System.Globalization;
using System.Text;

namespace BlogKit;

/// <summary>
/// Decides what a word is, once for indexing, asking and highlighting: a run of letters, digits and marks, without case and diacritics.
/// Scripts written without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) have one word per character, so that any part of a text
/// is found: a term of several characters is looked for as a phrase.
/// </summary>
internal static class SearchWords
{
    /// <summary>The words of a text with a space between them, as the index and its "ascii" tokenizer read them.</summary>
    public static string Join(string text)
    {
        // The tokenizer itself cuts ASCII into words and folds its case.
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var joined = new StringBuilder(text.Length + 16);
        foreach (var word in new WordEnumerator(text))
        {
            if (joined.Length > 0)
            {
                joined.Append(' ');
            }

            AppendFolded(joined, text.AsSpan(word.Start, word.Length));
        }

        return joined.ToString();
    }

    public static List<TextRange> Split(string text)
    {
        var words = new List<TextRange>();
        foreach (var word in new WordEnumerator(text))
        {
            words.Add(word);
        }

        return words;
    }

    public static string Fold(ReadOnlySpan<char> word)
    {
        if (Ascii.IsValid(word))
        {
            return string.Create(word.Length, word, static (chars, w) => Ascii.ToLower(w, chars, out _));
        }

        var folded = new StringBuilder(word.Length);
        AppendFolded(folded, word);
        return folded.ToString();
    }

    private static void AppendFolded(StringBuilder folded, ReadOnlySpan<char> word)
    {
        if (Ascii.IsValid(word))
        {
            folded.Append(word);
            return;
        }

        foreach (var rune in UnicodeForms.Nfkd(word.ToString()).EnumerateRunes())
        {
            if (IsDiacritic(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format)
            {
                continue;
            }

            AppendLetter(folded, Rune.ToLowerInvariant(rune));
        }
    }

    // Latin letters that no decomposition takes apart, as slugs write them; and the two forms of a Greek letter.
    private static void AppendLetter(StringBuilder folded, Rune lower) => _ = lower.Value switch
    {
        'ß' => folded.Append("ss"),
        'æ' => folded.Append("ae"),
        'œ' => folded.Append("oe"),
        'ø' => folded.Append('o'),
        'ł' => folded.Append('l'),
        'đ' or 'ð' => folded.Append('d'),
        'þ' => folded.Append("th"),
        'ı' => folded.Append('i'),
        'ς' => folded.Append('σ'),
        _ => folded.Append(lower.ToString()),
    };

    // Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic: what readers leave out. Vowel signs of other scripts stay.
    private static bool IsDiacritic(Rune rune) => rune.Value is
        (>= 0x0300 and <= 0x036F) or (>= 0x0591 and <= 0x05C7) or (>= 0x064B and <= 0x065F) or 0x0670
        or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20FF) or (>= 0xFE20 and <= 0xFE2F);

    private static bool StandsAlone(Rune rune) => rune.Value is
        (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x3040 and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Walks over the words of a text.</summary>
    internal ref struct WordEnumerator(string text)
    {
        private int _position;

        public TextRange Current { get; private set; }

        public readonly WordEnumerator GetEnumerator() => this;

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
                var isLetter = Rune.IsLetter(rune) || category is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
                var goesOn = isLetter || (start >= 0 && (IsMark(category) || category is UnicodeCategory.Format));
                if (start >= 0 && (!goesOn || (isLetter && (alone || StandsAlone(rune)))))
                {
                    Current = new TextRange(start, _position - start);
                    return true;
                }

                if (start < 0 && isLetter)
                {
                    start = _position;
                    alone = StandsAlone(rune);
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

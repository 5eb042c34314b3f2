using System.Globalization;
using System.Text;
using BlogKit.Storage;

namespace BlogKit.Internal;

/// <summary>Takes words and quoted phrases out of what a person typed; whatever else is in it only separates.</summary>
internal static class SearchTerms
{
    public static ImmutableArray<SearchTerm> Read(string text)
    {
        var terms = ImmutableArray.CreateBuilder<SearchTerm>();
        var parts = text.Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            // Odd parts stand between quotes; an opening quote that is never closed quotes nothing.
            var isPhrase = i % 2 == 1 && i < parts.Length - 1;
            var words = Words(parts[i], mayBePrefix: i == parts.Length - 1);
            if (isPhrase && words.Count > 0)
            {
                terms.Add(new SearchTerm(string.Join(' ', words.Select(static w => w.Text)), IsPrefix: false));
            }
            else if (!isPhrase)
            {
                terms.AddRange(words);
            }
        }

        return [.. terms.Distinct()];
    }

    private static List<SearchTerm> Words(string part, bool mayBePrefix)
    {
        var words = new List<SearchTerm>();
        var word = new StringBuilder();
        foreach (var rune in part.EnumerateRunes())
        {
            if (IsWordRune(rune) || (word.Length > 0 && IsInsideWord(rune)))
            {
                word.Append(rune.ToString());
            }
            else
            {
                Flush(isPrefix: rune.Value == '*');
            }
        }

        Flush(isPrefix: mayBePrefix);
        return words;

        void Flush(bool isPrefix)
        {
            if (word.Length > 0)
            {
                words.Add(new SearchTerm(word.ToString(), isPrefix));
                word.Clear();
            }
        }
    }

    private static bool IsWordRune(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber;

    // A soft hyphen, a joiner of Persian or of Indian scripts: part of the word for SearchWords, too.
    private static bool IsInsideWord(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.EnclosingMark;
}

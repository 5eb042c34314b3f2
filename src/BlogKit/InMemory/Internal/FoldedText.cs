using System.Globalization;
using System.Text;

namespace BlogKit;

/// <summary>A text as words without case and diacritics, which know where they stand.</summary>
internal sealed class FoldedText
{
    private readonly string _text;
    private readonly List<(string Word, TextRange Range)> _words = [];

    public FoldedText(string text)
    {
        _text = text;
        var start = -1;
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var isPart = Rune.IsLetterOrDigit(rune) || IsMark(rune);
            if (isPart && start < 0)
            {
                start = index;
            }
            else if (!isPart && start >= 0)
            {
                Add(start, index);
                start = -1;
            }

            index += rune.Utf16SequenceLength;
        }

        if (start >= 0)
        {
            Add(start, text.Length);
        }
    }

    public int Words => _words.Count;

    public IEnumerable<string> AllWords => _words.Select(static w => w.Word);

    /// <summary>Where the term begins, as indexes of words.</summary>
    public IEnumerable<int> Find(FoldedTerm term) =>
        term.Words.Length == 0 ? [] : Enumerable.Range(0, Math.Max(0, _words.Count - term.Words.Length + 1)).Where(i => Matches(term, i));

    public Snippet Snippet(IReadOnlyCollection<FoldedTerm> terms, int words)
    {
        if (_words.Count == 0)
        {
            return new Snippet(_text, []);
        }

        var hits = terms.SelectMany(t => Find(t).SelectMany(i => Enumerable.Range(i, t.Words.Length))).Distinct().Order().ToList();
        var first = Math.Clamp((hits.Count == 0 ? 0 : hits[0]) - (words / 4), 0, Math.Max(0, _words.Count - words));
        var last = Math.Min(first + words, _words.Count) - 1;
        var start = first == 0 ? 0 : _words[first].Range.Start;
        var end = last == _words.Count - 1 ? _text.Length : End(_words[last].Range);
        var lead = first == 0 ? "" : "…";
        var shown = hits.Where(i => i >= first && i <= last)
            .Select(i => new TextRange(_words[i].Range.Start - start + lead.Length, _words[i].Range.Length));
        return new Snippet(lead + _text[start..end] + (end == _text.Length ? "" : "…"), [.. shown]);
    }

    private bool Matches(FoldedTerm term, int at)
    {
        for (var i = 0; i < term.Words.Length; i++)
        {
            var word = _words[at + i].Word;
            var isMatch = term.IsPrefix && i == term.Words.Length - 1
                ? word.StartsWith(term.Words[i], StringComparison.Ordinal)
                : string.Equals(word, term.Words[i], StringComparison.Ordinal);
            if (!isMatch)
            {
                return false;
            }
        }

        return true;
    }

    private void Add(int start, int end)
    {
        var folded = new StringBuilder(end - start);
        foreach (var rune in UnicodeForms.Nfkd(_text[start..end]).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.NonSpacingMark)
            {
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        if (folded.Length > 0)
        {
            _words.Add((folded.ToString(), new TextRange(start, end - start)));
        }
    }

    private static int End(TextRange range) => range.Start + range.Length;

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}

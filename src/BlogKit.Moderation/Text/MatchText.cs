using System.Buffers;
using System.Globalization;
using System.Text;
using BlogKit.Moderation.Internal;

namespace BlogKit.Moderation;

/// <summary>
/// A text folded for matching, with the way back to what was written. Folded are compatibility forms (NFKC), case, diacritics of Latin
/// letters, typographic quotes and dashes, invisible characters (removed), runs of white space (one space) and, in words that are partly
/// Latin or of mixed script, characters that look like an ASCII letter. A word of one other script stays itself, except where a text is
/// Latin otherwise and every letter of the word passes for a Latin one. Immutable; linear in the length of the text.
/// </summary>
public sealed class MatchText
{
    private const int MostMarks = 8;
    private const int MostLeadingSymbols = 4;
    private const string Symbols = "@$*!|+#%&^\u20AC\u00A3\u00A5\u00A2";

    private readonly int[]? _starts;
    private readonly int[]? _ends;

    private MatchText(string original, string folded, int[]? starts, int[]? ends)
    {
        Original = original;
        Folded = folded;
        _starts = starts;
        _ends = ends;
        Words = WordsOf(folded);
    }

    /// <summary>The text as written.</summary>
    public string Original { get; }

    /// <summary>The text to match against.</summary>
    public string Folded { get; }

    /// <summary>The words of <see cref="Folded"/>, in order.</summary>
    public ImmutableArray<MatchWord> Words { get; }

    /// <summary>Folds a text. Nothing is thrown whatever stands in it, halves of surrogate pairs too.</summary>
    public static MatchText Of(string original)
    {
        ArgumentNullException.ThrowIfNull(original);
        return IsSimple(original)
            ? new MatchText(original, string.Create(original.Length, original, static (to, from) => FoldSimple(from, to)), null, null)
            : new Folder(original).Fold();
    }

    /// <summary>Returns a word of <see cref="Folded"/>.</summary>
    public ReadOnlySpan<char> GetSpan(MatchWord word) => Folded.AsSpan(word.Start, word.Length);

    /// <summary>
    /// Returns the span of <see cref="Original"/> in which a span of <see cref="Folded"/> stands; combining marks belong to their letter.
    /// </summary>
    public (int Start, int Length) GetOriginalSpan(int foldedStart, int foldedLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(foldedStart);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(foldedLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(foldedLength, Folded.Length - foldedStart);
        if (_starts is null || _ends is null)
        {
            return (foldedStart, foldedLength);
        }

        var start = _starts[foldedStart];
        return (start, _ends[foldedStart + foldedLength - 1] - start);
    }

    /// <summary>Returns evidence for a span of <see cref="Folded"/>, in terms of what was written.</summary>
    public FindingEvidence CreateEvidence(EvidenceField field, int foldedStart, int foldedLength, string? rule)
    {
        var (start, length) = GetOriginalSpan(foldedStart, foldedLength);
        return new FindingEvidence(field, start, length, rule);
    }

    /// <summary>Whether every character folds to exactly one.</summary>
    private static bool IsSimple(string text)
    {
        var spaced = false;
        foreach (var c in text)
        {
            if (c is ' ' or (>= '\t' and <= '\r'))
            {
                if (spaced)
                {
                    return false;
                }

                spaced = true;
            }
            else if (c is < ' ' or > '~')
            {
                return false;
            }
            else
            {
                spaced = false;
            }
        }

        return true;
    }

    private static void FoldSimple(string from, Span<char> to)
    {
        Ascii.ToLower(from, to, out _);
        to.ReplaceAnyExcept(PrintableAscii, ' ');
    }

    private static readonly SearchValues<char> PrintableAscii = SearchValues.Create(
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    private static ImmutableArray<MatchWord> WordsOf(string text)
    {
        // Between two words stands something: no more fit.
        var found = ArrayPool<MatchWord>.Shared.Rent((text.Length / 2) + 1);
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsStart(text, i))
            {
                continue;
            }

            var start = i;
            var plain = true;
            for (; i < text.Length; i++)
            {
                var c = text[i];
                if (char.IsAsciiLetterLower(c))
                {
                    continue;
                }

                if (!IsPart(c) && !(c is '\'' && i + 1 < text.Length && IsLetterOrDigit(text[i + 1])))
                {
                    break;
                }

                plain = false;
            }

            var end = i;
            while (text[end - 1] is '!' or '#' or '%' or '&' or '+' or '|' or '^')
            {
                end--;
            }

            found[count++] = new MatchWord(start, end - start, plain);
        }

        ImmutableArray<MatchWord> words = [.. found.AsSpan(0, count)];
        ArrayPool<MatchWord>.Shared.Return(found);
        return words;
    }

    private static bool IsStart(string text, int at)
    {
        var c = text[at];
        if (IsLetterOrDigit(c))
        {
            return true;
        }

        if (c is not ('@' or '$' or '*' or '\u20AC' or '\u00A3' or '\u00A5' or '\u00A2'))
        {
            return false;
        }

        // A few symbols may lead; a longer run of them is decoration, and looking on would not be linear.
        var last = Math.Min(text.Length, at + MostLeadingSymbols + 1);
        while (at < last && Symbols.Contains(text[at], StringComparison.Ordinal))
        {
            at++;
        }

        return at < last && IsLetterOrDigit(text[at]);
    }

    private static bool IsPart(char c) => IsLetterOrDigit(c) || Symbols.Contains(c, StringComparison.Ordinal);

    // Halves of pairs are letters of rare scripts and emoji: a word may hold them, it makes no difference to matching.
    private static bool IsLetterOrDigit(char c) =>
        char.IsAscii(c) ? char.IsAsciiLetterOrDigit(c)
        : char.IsLetterOrDigit(c) || char.IsSurrogate(c)
            || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>The work of folding what is more than plain ASCII.</summary>
    private sealed class Folder(string text)
    {
        private char[] _folded = new char[text.Length + 16];
        private char[] _alike = new char[text.Length + 16];
        private int[] _starts = new int[text.Length + 16];
        private int[] _ends = new int[text.Length + 16];
        private int _length;
        private bool _hasLookAlikes;

        /// <summary>Marks the second half of a pair that goes when the pair is replaced by its look-alike.</summary>
        private const char Goes = '\uFFFF';

        public MatchText Fold()
        {
            var i = 0;
            while (i < text.Length)
            {
                var start = i;
                i = char.IsAscii(text[i]) && (i + 1 == text.Length || char.IsAscii(text[i + 1])) ? FoldAscii(i) : FoldCluster(i, start);
            }

            if (_hasLookAlikes)
            {
                ReplaceLookAlikes();
            }

            return new MatchText(text, new string(_folded, 0, _length), _starts[.._length], _ends[.._length]);
        }

        private int FoldAscii(int i)
        {
            var c = text[i];
            if (c is ' ' or (>= '\t' and <= '\r'))
            {
                AddSpace(i, i + 1);
            }
            else if (c is >= ' ' and not '\x7F')
            {
                Add(char.ToLowerInvariant(c), '\0', i, i + 1);
            }

            return i + 1;
        }

        /// <summary>Folds a character with the marks that follow it; returns the index behind them.</summary>
        private int FoldCluster(int i, int start)
        {
            Span<char> cluster = stackalloc char[2 + (2 * MostMarks)];
            var first = RuneAt(i, out var taken);
            i += taken;
            if (Rune.IsWhiteSpace(first))
            {
                AddSpace(start, i);
                return i;
            }

            if (UnicodeForms.IsInvisible(first))
            {
                return i;
            }

            var length = first.EncodeToUtf16(cluster);
            var marks = 0;
            while (i < text.Length && !char.IsAsciiLetterOrDigit(text[i]))
            {
                var rune = RuneAt(i, out taken);
                if (UnicodeForms.IsInvisible(rune) && !Rune.IsWhiteSpace(rune))
                {
                    i += taken;
                    continue;
                }

                if (!Joins(rune))
                {
                    break;
                }

                i += taken;
                if (marks++ < MostMarks)
                {
                    length += rune.EncodeToUtf16(cluster[length..]);
                }
            }

            if (marks == 0 && IsSettled(first))
            {
                AddRune(first, start, i);
            }
            else
            {
                AddNormalized(cluster[..length], start, i);
            }

            return i;
        }

        private void AddNormalized(ReadOnlySpan<char> cluster, int start, int end)
        {
            Span<char> normal = stackalloc char[256];
            if (!UnicodeForms.TryWriteNfkc(cluster, normal, out var length))
            {
                cluster.CopyTo(normal);
                length = cluster.Length;
            }

            foreach (var rune in normal[..length].EnumerateRunes())
            {
                if (Rune.IsWhiteSpace(rune))
                {
                    AddSpace(start, end);
                }
                else if (!UnicodeForms.IsInvisible(rune))
                {
                    AddRune(rune, start, end);
                }
            }
        }

        private void AddRune(Rune rune, int start, int end)
        {
            if (rune.IsAscii)
            {
                Add(char.ToLowerInvariant((char)rune.Value), '\0', start, end);
                return;
            }

            if (LatinFolding.Of(rune) is { } latin)
            {
                foreach (var c in latin)
                {
                    Add(c, '\0', start, end);
                }

                return;
            }

            if (_length > 0
                && char.IsAsciiLetter(_folded[_length - 1])
                && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            {
                _ends[_length - 1] = end;
                return;
            }

            var alike = Confusables.LookAlike(rune);
            if (alike == '\0' && rune.IsBmp && BaseOf((char)rune.Value) is var letter && letter != rune.Value)
            {
                alike = Confusables.LookAlike(new Rune(letter));
            }

            _hasLookAlikes |= alike != '\0';
            var folded = Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune));
            if (folded.IsBmp)
            {
                Add((char)folded.Value, alike, start, end);
            }
            else
            {
                Span<char> pair = stackalloc char[2];
                folded.EncodeToUtf16(pair);
                Add(pair[0], alike, start, end);
                Add(pair[1], Goes, start, end);
            }
        }

        private static char BaseOf(char c)
        {
            if (c is not ((>= '\u0386' and <= '\u04F9') or (>= '\u1F00' and <= '\u1FFF')))
            {
                return c;
            }

            Span<char> parts = stackalloc char[8];
            return UnicodeForms.TryWriteNfd(new ReadOnlySpan<char>(in c), parts, out var length) && length > 1 ? parts[0] : c;
        }

        private void AddSpace(int start, int end)
        {
            if (_length > 0 && _folded[_length - 1] == ' ')
            {
                _ends[_length - 1] = end;
            }
            else
            {
                Add(' ', '\0', start, end);
            }
        }

        private void Add(char c, char alike, int start, int end)
        {
            if (_length == _folded.Length)
            {
                Array.Resize(ref _folded, _length * 2);
                Array.Resize(ref _alike, _length * 2);
                Array.Resize(ref _starts, _length * 2);
                Array.Resize(ref _ends, _length * 2);
            }

            _folded[_length] = c;
            _alike[_length] = alike;
            _starts[_length] = start;
            _ends[_length] = end;
            _length++;
        }

        /// <summary>Replaces look-alikes word by word, moving what follows up.</summary>
        private void ReplaceLookAlikes()
        {
            var everywhere = IsLatinButForLookAlikes();
            var to = 0;
            for (var i = 0; i < _length;)
            {
                var word = WordAt(i);
                var replaces = word.IsMixed || (everywhere && word.OnlyLookAlikes);
                var replaced = false;
                for (; i < word.End; i++)
                {
                    if (replaced && _alike[i] == Goes)
                    {
                        continue;
                    }

                    replaced = replaces && _alike[i] is not ('\0' or Goes);
                    _folded[to] = replaced ? _alike[i] : _folded[i];
                    _starts[to] = _starts[i];
                    _ends[to] = _ends[i];
                    to++;
                }
            }

            _length = to;
        }

        private bool IsLatinButForLookAlikes()
        {
            var latin = 0;
            var others = 0;
            for (var i = 0; i < _length;)
            {
                var word = WordAt(i);
                if (!word.IsMixed && word.Others > 0 && !word.OnlyLookAlikes)
                {
                    return false;
                }

                latin += word.Letters - word.Others;
                others += word.Others;
                i = word.End;
            }

            return latin > others;
        }

        private readonly record struct WordKind(int End, int Letters, int Others, bool OnlyLookAlikes, bool IsMixed);

        private WordKind WordAt(int start)
        {
            int i = start, latin = 0, others = 0, alike = 0, script = -1;
            var scripts = 0;
            for (; i < _length; i++)
            {
                var c = _folded[i];
                if (char.IsAsciiLetter(c))
                {
                    latin++;
                }
                else if (char.IsAscii(c) || !IsLetterOrDigit(c))
                {
                    // Digits stand in for letters too: they neither end a word nor tell its script.
                    if (!char.IsAsciiDigit(c))
                    {
                        break;
                    }
                }
                else if (_alike[i] != Goes && (char.IsLetter(c) || char.IsHighSurrogate(c)))
                {
                    others++;
                    alike += _alike[i] == '\0' ? 0 : 1;
                    var its = ScriptOf(c);
                    scripts += its == script ? 0 : 1;
                    script = its;
                }
            }

            return new WordKind(
                Math.Max(i, start + 1), latin + others, others, others > 0 && alike == others, others > 0 && (latin > 0 || scripts > 1));
        }

        private static int ScriptOf(char c) => c switch
        {
            >= '\u0370' and <= '\u03FF' or >= '\u1F00' and <= '\u1FFF' => 1,
            >= '\u0400' and <= '\u052F' => 2,
            _ => 3,
        };

        // Jamo compose with the one before them, as marks do.
        private static bool Joins(Rune rune) =>
            Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
            || rune.Value is >= 0x1161 and <= 0x11FF;

        // What NFKC leaves alone and what most texts of these scripts are made of.
        private static bool IsSettled(Rune rune) =>
            LatinFolding.Of(rune) is not null
            || rune.Value is (>= 0x0391 and <= 0x03CE) or (>= 0x0400 and <= 0x052F) or (>= 0x0561 and <= 0x0586)
                or (>= 0x05D0 and <= 0x05EA) or (>= 0x0620 and <= 0x064A) or (>= 0x0904 and <= 0x0939) or (>= 0x3041 and <= 0x3096)
                or (>= 0x30A1 and <= 0x30FA) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0x1F300 and <= 0x1FAFF);

        private Rune RuneAt(int i, out int taken)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out taken);
            return rune;
        }
    }
}

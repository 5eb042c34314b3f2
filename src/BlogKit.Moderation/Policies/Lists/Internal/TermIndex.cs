using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace BlogKit.Moderation.Internal;

/// <summary>
/// Finds terms in folded texts: whole words, phrases of whole words whatever stands between them, and words with <c>*</c> for any
/// characters. What a text costs does not depend on how many terms there are. Filled first, then only read: safe for concurrent use from
/// then on.
/// </summary>
/// <remarks>
/// A word is looked up as it stands, without the digits and signs that stand in for letters, without letters drawn out, and put together
/// from letters set apart. Scripts without spaces have no words to tell apart: a term of theirs is found anywhere.
/// </remarks>
internal sealed class TermIndex
{
    public const int MaximumTermLength = 200;
    private const int MaximumPhraseWords = 16;
    private const int BitsOfAWord = 16;
    private const int LongestVariant = 64;
    private const int ShortestVariant = 4;
    private const int LongestSpaced = 24;

    private readonly Dictionary<string, int> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _exactSpans;
    private readonly Dictionary<string, int> _firstWords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _firstWordSpans;
    private readonly TermTrie _prefixes = new();
    private readonly TermTrie _suffixes = new();
    private readonly TermTrie _insides = new();
    private readonly TermTrie _spaceless = new();

    // One bit for the ends and the length of every word there is: most words of a text are none of them and need no look-up.
    private ulong[] _filter = [ulong.MaxValue];

    // What shares its place with another is chained to it.
    private readonly Dictionary<int, List<int>> _same = [];
    private readonly Dictionary<int, string[]> _patterns = [];

    public TermIndex()
    {
        _exactSpans = _exact.GetAlternateLookup<ReadOnlySpan<char>>();
        _firstWordSpans = _firstWords.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Adds a term; returns what is wrong with it, or null.</summary>
    /// <param name="term">The term as a person wrote it.</param>
    /// <param name="id">What it is to be found as, 0 or more; each once.</param>
    public string? Add(string term, int id) => term switch
    {
        { Length: > MaximumTermLength } => $"is longer than {MaximumTermLength} characters",
        _ when term.Contains('*', StringComparison.Ordinal) => AddPattern(term, id),
        _ => AddPhrase(term, id),
    };

    /// <summary>Makes ready for finding; nothing is added afterwards.</summary>
    public void Freeze()
    {
        _exact.TrimExcess();
        _firstWords.TrimExcess();
        _prefixes.Freeze();
        _suffixes.Freeze();
        _insides.Freeze();
        _spaceless.Freeze();
        _filter = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, (_exact.Count + _firstWords.Count) * BitsOfAWord)) / 64];
        foreach (var word in _exact.Keys.Concat(_firstWords.Keys))
        {
            var bit = Bit(word);
            _filter[bit >> 6] |= 1UL << (bit & 63);
        }
    }

    /// <summary>Adds what is found, until there is as much as is wanted.</summary>
    public void Find(MatchText text, TermMatches found)
    {
        var words = text.Words;
        for (var i = 0; i < words.Length && !found.IsFull; i++)
        {
            var word = words[i];
            var characters = text.GetSpan(word);
            FindWord(characters, word.Start, word.Length, found);
            FindPhrases(text, i, characters, found);
            if (NeedsVariants(word, characters))
            {
                FindVariants(characters, word, found);
            }

            if (word.Length == 1 && (i == 0 || words[i - 1].Length > 1 || !IsApart(text, i - 1)))
            {
                FindSpaced(text, i, found);
            }
        }
    }

    private string? AddPhrase(string term, int id)
    {
        var text = MatchText.Of(term);
        if (text.Words.Length is 0 or > MaximumPhraseWords)
        {
            return text.Words.IsEmpty ? "has no letter or digit in it" : $"has more than {MaximumPhraseWords} words";
        }

        if (text.Words.Length == 1 && HasNoSpaces(text.GetSpan(text.Words[0])))
        {
            var characters = text.GetSpan(text.Words[0]);
            if (characters.Length < 2)
            {
                return "is a single character of a script without spaces, which is in too many words";
            }

            Chain(_spaceless.Add(characters, id), id);
            return null;
        }

        var phrase = string.Join(' ', text.Words.Select(w => text.GetSpan(w).ToString()));
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_exact, phrase, out var exists);
        Chain(exists ? place : -1, id);
        place = id;
        if (text.Words.Length > 1)
        {
            ref var lengths = ref CollectionsMarshal.GetValueRefOrAddDefault(_firstWords, text.GetSpan(text.Words[0]).ToString(), out _);
            lengths |= 1 << text.Words.Length;
        }

        return null;
    }

    private string? AddPattern(string term, int id)
    {
        var pieces = new List<string>();
        foreach (var range in term.AsSpan().Split('*'))
        {
            var piece = MatchText.Of(term[range]);
            if (piece.Original.Length > 0 && (piece.Words.Length != 1 || piece.Words[0].Length != piece.Folded.Length))
            {
                return "must be one word of letters and digits when it has a * in it";
            }

            pieces.Add(piece.Folded);
        }

        if (pieces.Sum(static p => p.Length) < 2)
        {
            return "must have at least 2 letters beside its *";
        }

        var parts = pieces.ToArray();
        if (parts[0].Length > 0)
        {
            Chain(_prefixes.Add(parts[0], id), id);
        }
        else if (parts[^1].Length > 0)
        {
            Chain(_suffixes.Add(Reversed(parts[^1]), id), id);
        }
        else
        {
            Chain(_insides.Add(parts.MaxBy(static p => p.Length), id), id);
        }

        _patterns[id] = parts;
        return null;
    }

    private void Chain(int before, int id)
    {
        if (before >= 0)
        {
            _same[id] = _same.Remove(before, out var others) ? others : [];
            _same[id].Add(before);
        }
    }

    private void FindWord(ReadOnlySpan<char> characters, int start, int length, TermMatches found)
    {
        var id = -1;
        if (MayBe(characters) && _exactSpans.TryGetValue(characters, out id))
        {
            Report(id, characters, start, length, found);
        }

        if (_prefixes.MayBegin(characters, 0))
        {
            var node = 0;
            for (var i = 0; i < characters.Length && _prefixes.TryStep(ref node, characters[i], out id); i++)
            {
                Report(id, characters, start, length, found);
            }
        }

        if (_suffixes.MayBeginBackwards(characters))
        {
            var node = 0;
            for (var i = characters.Length - 1; i >= 0 && _suffixes.TryStep(ref node, characters[i], out id); i--)
            {
                Report(id, characters, start, length, found);
            }
        }

        if (!_insides.IsEmpty)
        {
            FindInside(characters, start, length, found);
        }

        if (!_spaceless.IsEmpty && characters.Length == length)
        {
            FindSpaceless(characters, start, found);
        }
    }

    // What is inside a word says something of the whole word: asking again at every place of a long one would not be linear.
    private void FindInside(ReadOnlySpan<char> characters, int start, int length, TermMatches found)
    {
        HashSet<int>? tried = null;
        for (var i = 0; i < characters.Length && !found.IsFull; i++)
        {
            if (!_insides.MayBegin(characters, i))
            {
                continue;
            }

            var node = 0;
            for (var j = i; j < characters.Length && _insides.TryStep(ref node, characters[j], out var id); j++)
            {
                if (id >= 0 && (tried ??= []).Add(id))
                {
                    Report(id, characters, start, length, found);
                }
            }
        }
    }

    private void FindSpaceless(ReadOnlySpan<char> characters, int start, TermMatches found)
    {
        for (var i = 0; i < characters.Length && !found.IsFull; i++)
        {
            if (!_spaceless.MayBegin(characters, i))
            {
                continue;
            }

            var node = 0;
            for (var j = i; j < characters.Length && _spaceless.TryStep(ref node, characters[j], out var id); j++)
            {
                Report(id, characters, start + i, j + 1 - i, found);
            }
        }
    }

    private void FindPhrases(MatchText text, int first, ReadOnlySpan<char> firstWord, TermMatches found)
    {
        if (_firstWords.Count == 0 || !MayBe(firstWord) || !_firstWordSpans.TryGetValue(firstWord, out var lengths))
        {
            return;
        }

        Span<char> phrase = stackalloc char[MaximumTermLength * 2];
        if (!firstWord.TryCopyTo(phrase))
        {
            return;
        }

        var length = firstWord.Length;
        for (var count = 2; first + count <= text.Words.Length && lengths >> count != 0; count++)
        {
            var word = text.Words[first + count - 1];
            if (length + 1 + word.Length > phrase.Length)
            {
                return;
            }

            phrase[length] = ' ';
            text.GetSpan(word).CopyTo(phrase[(length + 1)..]);
            length += 1 + word.Length;
            if ((lengths & (1 << count)) != 0 && _exactSpans.TryGetValue(phrase[..length], out var id))
            {
                var start = text.Words[first].Start;
                Report(id, phrase[..length], start, word.End - start, found);
            }
        }
    }

    private bool MayBe(ReadOnlySpan<char> word)
    {
        var bit = Bit(word);
        return (_filter[bit >> 6] & (1UL << (bit & 63))) != 0;
    }

    private int Bit(ReadOnlySpan<char> word)
    {
        var middle = word[word.Length >> 1];
        var hash = (((ulong)word[0] << 40) ^ ((ulong)word[^1] << 24) ^ ((ulong)middle << 8) ^ (uint)word.Length) * 0x9E3779B97F4A7C15;
        return (int)(hash >> 38) & ((_filter.Length * 64) - 1);
    }

    private static bool NeedsVariants(MatchWord word, ReadOnlySpan<char> characters) =>
        word.Length is >= ShortestVariant and <= LongestVariant && (!word.IsPlain || IsDrawnOut(characters));

    private void FindVariants(ReadOnlySpan<char> characters, MatchWord word, TermMatches found)
    {
        Span<char> variant = stackalloc char[LongestVariant];
        if (!word.IsPlain)
        {
            foreach (var one in "il")
            {
                if (TryLetters(characters, variant, one))
                {
                    FindVariant(variant[..characters.Length], word, found);
                }
                else
                {
                    break;
                }
            }
        }

        for (var kept = 1; kept <= 2 && IsDrawnOut(characters); kept++)
        {
            var length = Shortened(characters, variant, kept);
            FindVariant(variant[..length], word, found);
        }
    }

    private void FindVariant(ReadOnlySpan<char> variant, MatchWord word, TermMatches found)
    {
        if (variant.Length >= ShortestVariant - 1)
        {
            FindWord(variant, word.Start, word.Length, found);
        }
    }

    // "v i a g r a", "v.i.a.g.r.a": the letters stand alone, and mostly do not make a word.
    private void FindSpaced(MatchText text, int first, TermMatches found)
    {
        var last = first;
        while (last + 1 < text.Words.Length && text.Words[last + 1].Length == 1 && IsApart(text, last))
        {
            last++;
        }

        var count = last + 1 - first;
        if (count < ShortestVariant)
        {
            return;
        }

        var letters = ArrayPool<char>.Shared.Rent(count);
        for (var i = 0; i < count; i++)
        {
            letters[i] = text.Folded[text.Words[first + i].Start];
        }

        for (var i = 0; i + ShortestVariant <= count && !found.IsFull; i++)
        {
            for (var length = ShortestVariant; length <= LongestSpaced && i + length <= count; length++)
            {
                if (_exactSpans.TryGetValue(letters.AsSpan(i, length), out var id))
                {
                    var start = text.Words[first + i].Start;
                    Report(id, letters.AsSpan(i, length), start, text.Words[first + i + length - 1].End - start, found);
                }
            }
        }

        ArrayPool<char>.Shared.Return(letters);
    }

    private static bool IsApart(MatchText text, int word) => text.Words[word + 1].Start - text.Words[word].End <= 3;

    private void Report(int id, ReadOnlySpan<char> word, int start, int length, TermMatches found)
    {
        if (id < 0)
        {
            return;
        }

        ReportOne(id, word, start, length, found);
        if (_same.Count > 0 && _same.TryGetValue(id, out var others))
        {
            foreach (var other in others)
            {
                ReportOne(other, word, start, length, found);
            }
        }
    }

    private void ReportOne(int id, ReadOnlySpan<char> word, int start, int length, TermMatches found)
    {
        if (_patterns.Count == 0 || !_patterns.TryGetValue(id, out var pieces) || IsMatch(word, pieces))
        {
            found.Add(new TermMatch(id, start, length));
        }
    }

    private static bool IsMatch(ReadOnlySpan<char> word, string[] pieces)
    {
        var first = pieces[0];
        var last = pieces[^1];
        if (word.Length < first.Length + last.Length
            || !word.StartsWith(first, StringComparison.Ordinal)
            || !word.EndsWith(last, StringComparison.Ordinal))
        {
            return false;
        }

        word = word[first.Length..^last.Length];
        foreach (var piece in pieces.AsSpan(1, pieces.Length - 2))
        {
            var at = word.IndexOf(piece, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            word = word[(at + piece.Length)..];
        }

        return true;
    }

    private static bool IsDrawnOut(ReadOnlySpan<char> characters)
    {
        for (var i = 2; i < characters.Length; i++)
        {
            if (characters[i] == characters[i - 1] && characters[i] == characters[i - 2] && char.IsLetter(characters[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes the characters with no more than so many of one letter in a row, where there are three or more.</summary>
    private static int Shortened(ReadOnlySpan<char> characters, Span<char> to, int kept)
    {
        var length = 0;
        for (var i = 0; i < characters.Length;)
        {
            var end = i + 1;
            while (end < characters.Length && characters[end] == characters[i])
            {
                end++;
            }

            var count = end - i > 2 && char.IsLetter(characters[i]) ? kept : end - i;
            to.Slice(length, count).Fill(characters[i]);
            length += count;
            i = end;
        }

        return length;
    }

    /// <summary>
    /// Writes the letters that digits and signs stand in for; false when the word is not mostly letters, or has nothing to replace.
    /// </summary>
    private static bool TryLetters(ReadOnlySpan<char> characters, Span<char> to, char one)
    {
        var letters = 0;
        var replaced = 0;
        for (var i = 0; i < characters.Length; i++)
        {
            var c = characters[i];
            to[i] = c switch
            {
                '0' => 'o',
                '1' or '!' or '|' => one,
                '3' or '\u20AC' => 'e',
                '4' or '@' => 'a',
                '5' or '$' => 's',
                '7' or '+' => 't',
                _ => c,
            };
            letters += char.IsLetter(c) ? 1 : 0;
            replaced += to[i] != c ? 1 : 0;
        }

        return replaced > 0 && letters * 2 >= characters.Length;
    }

    private static string Reversed(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        from.CopyTo(to);
        to.Reverse();
    });

    private static bool HasNoSpaces(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (Scripts.HasNoSpaces(c))
            {
                return true;
            }
        }

        return false;
    }
}

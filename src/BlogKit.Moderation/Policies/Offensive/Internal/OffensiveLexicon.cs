using System.Collections.Frozen;
using System.Numerics;

namespace BlogKit.Moderation.Internal;

/// <summary>The lists of a language, ready for matching. Immutable and thread-safe.</summary>
internal sealed class OffensiveLexicon
{
    /// <summary>Stands for a word that is known to be harmless, whatever it looks like.</summary>
    public const int Innocent = int.MinValue;

    private const int LongestWord = 40;
    private const int LongestRun = 160;

    // Of the words of one or two letters only these are looked for in what was written without spaces.
    private static readonly FrozenSet<string> ShortWords = FrozenSet.Create(
        StringComparer.Ordinal, "i", "a", "u", "of", "to", "in", "is", "it", "be", "we", "us", "my", "me", "he", "do", "so", "no", "on",
        "or", "at", "as", "an", "am", "by", "if", "go", "up");

    /// <summary>The classes matching itself speaks of, in the order of their bits.</summary>
    internal static readonly ImmutableArray<string> ClassesOfTheEngine =
    [
        "insult", "slurword", "slurish", "group", "one", "identity", "folk", "them", "not", "harmlessnot", "report", "firstreport",
        "opinion", "i", "everyone", "break", "filler", "him", "himhere", "person", "hate", "kill", "killed", "vile", "vermin", "scum",
        "common", "you", "banished", "counter",
    ];

    public const ulong Insult = 1, SlurWord = 2, Slurish = 4, Group = 8, One = 16, Identity = 32, Folk = 64, Them = 128, Not = 256,
        HarmlessNot = 512, Report = 1024, FirstReport = 2048, Opinion = 4096, I = 1 << 13, Everyone = 1 << 14, Break = 1 << 15,
        Filler =
        1 << 16, Him = 1 << 17, HimHere = 1 << 18, Person = 1 << 19, Hate = 1 << 20, Kill = 1 << 21, Killed = 1 << 22, Vile = 1 << 23,
        Vermin = 1 << 24, Scum = 1 << 25, Common = 1 << 26, You = 1 << 27, Banished = 1 << 28, Counter = 1 << 29;

    private readonly FrozenDictionary<string, int> _words;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _squeezed;
    private readonly OffensivePattern[][] _byClass = new OffensivePattern[64][];
    private readonly OffensivePattern[]?[] _byTerm;
    private readonly OffensivePhrase[]?[] _phrases;
    private readonly OffensiveTerm[] _terms;
    private readonly WordTrie _trie;
    private readonly FrozenDictionary<int, int[]> _byShape;

    public OffensiveLexicon(
        OffensiveTerm[] terms,
        FrozenDictionary<string, int> words,
        FrozenDictionary<string, int> squeezed,
        IEnumerable<OffensivePhrase> phrases,
        List<OffensivePattern> patterns,
        HashSet<string> fragments)
    {
        _terms = terms;
        _words = words;
        _lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        _squeezed = squeezed.GetAlternateLookup<ReadOnlySpan<char>>();
        _phrases = new OffensivePhrase[]?[terms.Length];
        foreach (var group in phrases.GroupBy(static p => p.Words[0]))
        {
            _phrases[group.Key] = [.. group.OrderByDescending(static p => p.Words.Length).ThenByDescending(static p => p.Meaning.Severity)];
        }

        var byTerm = new Dictionary<int, List<OffensivePattern>>();
        var byClass = new List<OffensivePattern>[64];
        foreach (var pattern in patterns)
        {
            // A pattern that may begin with what is missing is looked for from every word it may begin with.
            foreach (var step in pattern.Steps.Take(pattern.Steps.TakeWhile(static s => s.IsOptional).Count() + 1))
            {
                for (var bits = step.Classes; bits != 0; bits &= bits - 1)
                {
                    var list = byClass[BitOperations.TrailingZeroCount(bits)] ??= [];
                    if (!list.Contains(pattern))
                    {
                        list.Add(pattern);
                    }
                }

                foreach (var word in step.Words)
                {
                    if (!byTerm.TryGetValue(word, out var list))
                    {
                        byTerm.Add(word, list = []);
                    }

                    if ((terms[word].Classes & step.Classes) == 0)
                    {
                        list.Add(pattern);
                    }
                }
            }
        }

        for (var i = 0; i < 64; i++)
        {
            _byClass[i] = byClass[i]?.ToArray() ?? [];
            StartingClasses |= _byClass[i].Length > 0 ? 1UL << i : 0;
        }

        _byTerm = new OffensivePattern[]?[terms.Length];
        foreach (var (term, list) in byTerm)
        {
            _byTerm[term] = [.. list];
        }

        var exact = words.Where(static p => p.Value >= 0 && p.Key.All(char.IsAsciiLetterLower)).ToList();
        _trie = new WordTrie(exact.Where(
            p => (p.Key.Length > 2 || ShortWords.Contains(p.Key)) && !fragments.Contains(p.Key) && !IsOnlyExact(terms[p.Value])));
        _byShape = exact.Where(p => p.Key.Length > 2)
            .GroupBy(static p => Shape(p.Key[0], p.Key.Length))
            .ToFrozenDictionary(
                static g => g.Key,
                g => g.OrderByDescending(p => terms[p.Value].Severity).ThenBy(static p => p.Value).Select(static p => p.Value).ToArray());
        WordsById = new string[terms.Length];
        foreach (var (word, id) in words)
        {
            if (id >= 0)
            {
                WordsById[id] = word;
            }
        }
    }

    /// <summary>The classes some pattern begins with.</summary>
    public ulong StartingClasses { get; }

    private string[] WordsById { get; }

    public OffensiveTerm Term(int id) => _terms[id];

    public OffensivePattern[] PatternsOf(int classBit) => _byClass[classBit];

    public OffensivePattern[]? PatternsOfTerm(int id) => _byTerm[id];

    public OffensivePhrase[]? PhrasesFrom(int id) => _phrases[id];

    /// <summary>
    /// The term a word is, whatever disguise it wears; -1 when it is none, <see cref="Innocent"/> when it is known to be harmless.
    /// </summary>
    public int Resolve(ReadOnlySpan<char> word, bool isPlain, out bool disguised)
    {
        disguised = false;
        if (word.Length > LongestWord)
        {
            return -1;
        }

        if (_lookup.TryGetValue(word, out var id))
        {
            disguised = id < 0 && id != Innocent;
            return disguised ? ~id : id;
        }

        disguised = true;
        if (isPlain)
        {
            return ResolveRepeats(word);
        }

        return ResolveSymbols(word);
    }

    /// <summary>The term that two words make when the space between them is taken out; -1 when none.</summary>
    public int ResolveJoined(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        Span<char> both = stackalloc char[LongestWord];
        if (first.Length + second.Length is < 4 or > LongestWord)
        {
            return -1;
        }

        first.CopyTo(both);
        second.CopyTo(both[first.Length..]);
        return _lookup.TryGetValue(both[..(first.Length + second.Length)], out var id)
            && id >= 0
            && IsWeighty(_terms[id])
            && !_terms[id].Flags.HasFlag(OffensiveFlags.Exact)
            ? id
            : -1;
    }

    /// <summary>Whether a word is in daily use.</summary>
    public bool IsCommon(int id) => id >= 0 && (_terms[id].Classes & ~(Insult | SlurWord | Slurish)) != 0;

    /// <summary>Splits what was written without spaces; returns how many pieces there are, 0 when it makes no sense.</summary>
    /// <param name="run">Letters a to z.</param>
    /// <param name="fewestWords">How many known words make sense without a weighty one among them.</param>
    /// <param name="ends">Receives the index behind each piece.</param>
    /// <param name="terms">Receives each piece's term; -1 for a stretch that is no word.</param>
    public int Split(ReadOnlySpan<char> run, int fewestWords, Span<int> ends, Span<int> terms)
    {
        if (run.Length > LongestRun || run.Length > ends.Length)
        {
            return 0;
        }

        var count = _trie.Split(run, ends, terms, out var unknown);
        if (count < 2 || unknown * 8 > run.Length)
        {
            return 0;
        }

        var words = 0;
        var weighty = false;
        for (var i = 0; i < count; i++)
        {
            words += terms[i] < 0 ? 0 : 1;
            weighty |= terms[i] >= 0 && (IsWeighty(_terms[terms[i]]) || (_terms[terms[i]].Classes & (Group | Identity)) != 0);
        }

        return words > 1 && (weighty || (unknown == 0 && words >= fewestWords)) ? count : 0;
    }

    /// <summary>A word with each run of a letter as one letter.</summary>
    public static ReadOnlySpan<char> Squeeze(ReadOnlySpan<char> word, Span<char> buffer)
    {
        var length = 0;
        foreach (var c in word)
        {
            if (length == 0 || buffer[length - 1] != c)
            {
                buffer[length++] = c;
            }
        }

        return buffer[..length];
    }

    /// <summary>The letters a word with symbols stands for; empty when some symbol stands for none.</summary>
    public static ReadOnlySpan<char> Letters(ReadOnlySpan<char> word, char one, Span<char> buffer)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i] switch
            {
                '0' => 'o',
                '1' or '!' or '|' => one,
                '2' => 'z',
                '3' or '\u20AC' => 'e',
                '4' or '@' => 'a',
                '5' or '$' => 's',
                '6' or '9' => 'g',
                '7' or '+' => 't',
                '8' => 'b',
                '\u00A3' => 'l',
                '\u00A5' => 'y',
                '\u00A2' => 'c',
                _ => word[i],
            };
            if (c is '*' or '#' or '%' or '&' or '^')
            {
                return [];
            }

            buffer[i] = c;
        }

        return buffer[..word.Length];
    }

    private static bool IsWeighty(OffensiveTerm term) =>
        term.Severity >= OffensiveSeverity.Strong || (term.Classes & (Hate | Kill | Killed | Group | SlurWord | Vermin)) != 0;

    private static int Shape(char first, int length) => (first << 8) | length;

    private int ResolveRepeats(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[LongestWord];
        var squeezed = Squeeze(word, buffer);
        if (squeezed.Length == word.Length)
        {
            return -1;
        }

        if (_squeezed.TryGetValue(squeezed, out var id))
        {
            return id;
        }

        // Of the short words only what is drawn out is taken for a word of single letters.
        return word.Length - squeezed.Length > 1 && _lookup.TryGetValue(squeezed, out id) && id >= 0 ? id : -1;
    }

    private int ResolveSymbols(ReadOnlySpan<char> word)
    {
        // A number is a number; only one or two digits may be a small word.
        if (word.Length > 2 && !word.ContainsAnyExceptInRange('0', '9'))
        {
            return -1;
        }

        Span<char> buffer = stackalloc char[LongestWord];
        foreach (var one in "il")
        {
            var letters = Letters(word, one, buffer);
            if (letters.IsEmpty)
            {
                break;
            }

            if (_lookup.TryGetValue(letters, out var id) && id != Innocent)
            {
                id = id < 0 ? ~id : id;
                return _terms[id].Flags.HasFlag(OffensiveFlags.Exact) && LettersIn(word) * 2 < word.Length ? -1 : id;
            }

            if (ResolveRepeats(letters) is >= 0 and var repeated)
            {
                return repeated;
            }
        }

        return ResolveCensored(word);
    }

    /// <summary>Whether a term is never to be matched when misspelt; one that patterns speak of is.</summary>
    internal static bool IsOnlyExact(OffensiveTerm term) =>
        term.Flags.HasFlag(OffensiveFlags.Exact) && (term.Classes & ~(Insult | SlurWord | Slurish | Group)) == 0;

    private static int LettersIn(ReadOnlySpan<char> word)
    {
        var count = 0;
        foreach (var c in word)
        {
            count += char.IsAsciiLetter(c) ? 1 : 0;
        }

        return count;
    }

    /// <summary>A word in which symbols hide letters: as long, and equal in every letter that is shown.</summary>
    private int ResolveCensored(ReadOnlySpan<char> word)
    {
        var shown = LettersIn(word);
        var hidden = 0;
        foreach (var c in word)
        {
            hidden += c is '*' or '#' or '%' or '&' or '^' or '@' or '$' or '!' or '+' ? 1 : 0;
        }

        if (hidden == 0
            || shown + hidden != word.Length
            || !char.IsAsciiLetter(word[0])
            || !_byShape.TryGetValue(Shape(word[0], word.Length), out var terms))
        {
            return -1;
        }

        foreach (var id in terms)
        {
            var term = WordsById[id];
            var fits = shown > 1 || (_terms[id].Severity >= OffensiveSeverity.Strong && hidden > 2);
            for (var i = 1; fits && i < word.Length; i++)
            {
                fits = !char.IsAsciiLetter(word[i]) || word[i] == term[i];
            }

            if (fits)
            {
                return id;
            }
        }

        return -1;
    }
}

using System.Collections.Frozen;
using System.Globalization;

namespace BlogKit.Moderation.Internal;

/// <summary>Collects the entries of lists.</summary>
internal sealed class OffensiveLexiconBuilder
{
    private const int MostClasses = 64;
    private const int ShortestMisspelt = 4;

    // Entries that are too often parts of longer words to be looked for in what was written without spaces.
    private static readonly HashSet<string> Fragments = new(["ive", "tard", "pos", "nit", "ren", "non", "rom"], StringComparer.Ordinal);

    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<OffensiveTerm> _terms = [];
    private readonly Dictionary<string, OffensivePhrase> _phrases = new(StringComparer.Ordinal);
    private readonly List<OffensivePattern> _patterns = [];
    private readonly HashSet<string> _ignored;

    /// <summary>Starts without entries.</summary>
    /// <param name="ignored">Terms that are not to count, folded.</param>
    public OffensiveLexiconBuilder(IEnumerable<string> ignored)
    {
        _ignored = new HashSet<string>(ignored, StringComparer.Ordinal);
        foreach (var name in OffensiveLexicon.ClassesOfTheEngine)
        {
            Bit(name);
        }
    }

    /// <summary>Adds the words of a class; returns what is wrong.</summary>
    public string? AddClass(string name, string[] items)
    {
        if (Bit(name) is not { } bit)
        {
            return string.Create(CultureInfo.InvariantCulture, $"there are more than {MostClasses} classes");
        }

        foreach (var item in items)
        {
            Add(Fold(item).Split(' '), new OffensiveTerm(item, bit, OffensiveSeverity.None, OffensiveFlags.None));
        }

        return null;
    }

    /// <summary>Adds an offensive word or phrase.</summary>
    public void AddTerm(OffensiveSeverity severity, OffensiveFlags flags, string[] words)
    {
        var text = Fold(string.Join(' ', words));
        if (_ignored.Contains(text))
        {
            return;
        }

        var classes = flags.HasFlag(OffensiveFlags.Insult) ? OffensiveLexicon.Insult : 0;
        if (severity is OffensiveSeverity.Slur)
        {
            classes |= OffensiveLexicon.SlurWord
                | (flags.HasFlag(OffensiveFlags.Unclear) ? OffensiveLexicon.Slurish : OffensiveLexicon.Group | OffensiveLexicon.Insult);
        }

        Add(text.Split(' '), new OffensiveTerm(text, classes, severity, flags));
        if (flags.HasFlag(OffensiveFlags.Plural) && !text.EndsWith('s') && !_ignored.Contains(text + "s"))
        {
            var plural = text.EndsWith('y') && !text.EndsWith("ey", StringComparison.Ordinal) ? text[..^1] + "ies"
                : text.EndsWith("ch", StringComparison.Ordinal) ? text + "es"
                : text + "s";
            Add(plural.Split(' '), new OffensiveTerm(text, classes, severity, flags));
        }
    }

    /// <summary>Adds a pattern; returns what is wrong.</summary>
    public string? AddPattern(OffensivePatternKind kind, bool targeted, string text)
    {
        var steps = ImmutableArray.CreateBuilder<OffensiveStep>();
        bool atStart = false, atEnd = false, onlyFillers = false;
        var gap = 0;
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part is "^" or "$")
            {
                atStart |= part is "^";
                atEnd |= part is "$";
            }
            else if (part.StartsWith("..", StringComparison.Ordinal) || part[0] == '~')
            {
                onlyFillers = part[0] == '~';
                if (!int.TryParse(part.AsSpan(onlyFillers ? 1 : 2), NumberStyles.None, CultureInfo.InvariantCulture, out gap) || gap > 9)
                {
                    return $"'{part}' is not a gap of at most 9 words";
                }
            }
            else
            {
                if (atEnd || Step(part, gap, onlyFillers) is not { } step)
                {
                    return $"'{part}' is not a word of a pattern";
                }

                steps.Add(step);
                gap = 0;
                onlyFillers = false;
            }
        }

        if (steps.Count == 0 || steps[0].IsOptional && steps.All(static s => s.IsOptional))
        {
            return "a pattern needs a word";
        }

        _patterns.Add(new OffensivePattern(text, kind, targeted, steps.ToImmutable(), atStart, atEnd, atEnd ? gap : 0));
        return null;
    }

    /// <summary>The lexicon of what was added.</summary>
    /// <param name="innocent">Words that are never taken for a misspelt term; without any, misspelt terms are not looked for.</param>
    public OffensiveLexicon Build(IReadOnlySet<string> innocent)
    {
        var words = new Dictionary<string, int>(_ids, StringComparer.Ordinal);
        var squeezed = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in innocent)
        {
            words.TryAdd(word, OffensiveLexicon.Innocent);
        }

        Span<char> buffer = stackalloc char[64];
        foreach (var (word, id) in _ids.OrderByDescending(p => _terms[p.Value].Severity).ThenBy(static p => p.Value))
        {
            if (innocent.Count == 0 || word.Length < ShortestMisspelt || word.Length > 24 || OffensiveLexicon.IsOnlyExact(_terms[id]))
            {
                continue;
            }

            squeezed.TryAdd(OffensiveLexicon.Squeeze(word, buffer).ToString(), id);
            // The first letter is never dropped: the word would not be told any more.
            for (var i = 1; i < word.Length; i++)
            {
                words.TryAdd(word.Remove(i, 1), ~id);
                if (word[i] != word[i - 1])
                {
                    words.TryAdd(string.Concat(word.AsSpan(0, i - 1), word.AsSpan(i, 1), word.AsSpan(i - 1, 1), word.AsSpan(i + 1)), ~id);
                }
            }
        }

        return new OffensiveLexicon(
            [.. _terms],
            words.ToFrozenDictionary(StringComparer.Ordinal),
            squeezed.ToFrozenDictionary(StringComparer.Ordinal),
            _phrases.Values,
            _patterns,
            Fragments);
    }

    internal static string Fold(string text) => MatchText.Of(text).Folded.Replace("'", string.Empty, StringComparison.Ordinal).Trim();

    private void Add(string[] words, OffensiveTerm term)
    {
        if (words.Length > 1)
        {
            var key = string.Join(' ', words);
            _phrases[key] = _phrases.TryGetValue(key, out var phrase)
                ? phrase with { Meaning = Both(phrase.Meaning, term) }
                : new OffensivePhrase([.. words.Select(IdOf)], term);
            return;
        }

        var id = IdOf(words[0]);
        _terms[id] = Both(_terms[id], term);
    }

    private static OffensiveTerm Both(OffensiveTerm known, OffensiveTerm term) => new(
        term.Severity > OffensiveSeverity.None ? term.Text : known.Text,
        known.Classes | term.Classes,
        known.Severity > term.Severity ? known.Severity : term.Severity,
        known.Flags | term.Flags);

    private int IdOf(string word)
    {
        if (!_ids.TryGetValue(word, out var id))
        {
            id = _terms.Count;
            _ids.Add(word, id);
            _terms.Add(new OffensiveTerm(word, 0, OffensiveSeverity.None, OffensiveFlags.None));
        }

        return id;
    }

    private ulong? Bit(string name)
    {
        if (!_classes.TryGetValue(name, out var index))
        {
            index = _classes.Count;
            if (index == MostClasses)
            {
                return null;
            }

            _classes.Add(name, index);
        }

        return 1UL << index;
    }

    private OffensiveStep? Step(string part, int gap, bool onlyFillers)
    {
        var optional = part.EndsWith('?');
        var classes = 0UL;
        var words = ImmutableArray.CreateBuilder<int>();
        foreach (var choice in (optional ? part[..^1] : part).Split('|'))
        {
            if (choice.StartsWith('<') && choice.EndsWith('>'))
            {
                if (Bit(choice[1..^1]) is not { } bit)
                {
                    return null;
                }

                classes |= bit;
            }
            else if (Fold(choice) is { Length: > 0 } word && !word.Contains(' ', StringComparison.Ordinal))
            {
                words.Add(IdOf(word));
            }
            else
            {
                return null;
            }
        }

        return new OffensiveStep(classes, words.ToImmutable(), gap, onlyFillers, optional);
    }
}

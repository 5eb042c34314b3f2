using System.Numerics;

namespace BlogKit.Moderation.Internal;

/// <summary>
/// Finds what is offensive in a text by the lists of one language. Linear: every pattern is tried a bounded number of steps from each word.
/// </summary>
internal ref struct OffensiveScan
{
    private const int MostMatches = 64;
    private const int MostSteps = 96;
    private const int MostPatternSteps = 16;
    private const int WordsBeforeThatNegate = 4;
    private const int WordsBeforeThatReport = 14;
    private const int WordsThatBelongTogether = 6;

    private readonly OffensiveLexicon _lexicon;
    private readonly Span<OffensiveToken> _tokens;
    private readonly Span<int> _at;
    private readonly ImmutableArray<OffensiveMatch>.Builder _matches;
    private int _steps;
    private ulong _sentence;

    private OffensiveScan(OffensiveLexicon lexicon, Span<OffensiveToken> tokens, Span<int> at)
    {
        _lexicon = lexicon;
        _tokens = tokens;
        _at = at;
        _matches = ImmutableArray.CreateBuilder<OffensiveMatch>(0);
    }

    /// <summary>The offensive places, in no order; at most 64.</summary>
    /// <param name="lexicon">The lists.</param>
    /// <param name="text">The text.</param>
    /// <param name="people">The folded names of those in the thread.</param>
    /// <param name="isReply">Whether somebody is answered, so that "he" and "she" may be them.</param>
    public static ImmutableArray<OffensiveMatch> Of(OffensiveLexicon lexicon, MatchText text, IReadOnlySet<string> people, bool isReply)
    {
        Span<int> at = stackalloc int[MostPatternSteps];
        using var tokens = OffensiveTokens.Of(lexicon, text);
        var scan = new OffensiveScan(lexicon, tokens.Words, at);
        scan.FindPeople(text, people, isReply);
        scan.FindPatterns();
        scan.FindDisguisedHatred();
        scan.FindTerms();
        return scan._matches.ToImmutable();
    }

    private readonly void FindPeople(MatchText text, IReadOnlySet<string> people, bool isReply)
    {
        var names = people.Count > 0 ? ((HashSet<string>)people).GetAlternateLookup<ReadOnlySpan<char>>() : default;
        foreach (ref var token in _tokens)
        {
            var word = text.Folded.AsSpan(token.Start, token.End - token.Start);
            if ((token.Severity == OffensiveSeverity.None && word[0] == '@' && word.Length > 2)
                || (people.Count > 0 && names.Contains(word)))
            {
                token.Classes |= OffensiveLexicon.Person;
            }

            token.Classes |= isReply && (token.Classes & OffensiveLexicon.Him) != 0 ? OffensiveLexicon.HimHere : 0;
        }
    }

    private void FindPatterns()
    {
        var end = 0;
        for (var i = 0; i < _tokens.Length; i++)
        {
            ref readonly var token = ref _tokens[i];
            if (i == end)
            {
                for (_sentence = 0; end < _tokens.Length && _tokens[end].Sentence == token.Sentence; end++)
                {
                    _sentence |= _tokens[end].Classes;
                }
            }

            for (var bits = token.Classes & _lexicon.StartingClasses; bits != 0; bits &= bits - 1)
            {
                Try(_lexicon.PatternsOf(BitOperations.TrailingZeroCount(bits)), i);
            }

            if (token.Term >= 0 && _lexicon.PatternsOfTerm(token.Term) is { } patterns)
            {
                Try(patterns, i);
            }
        }
    }

    private void Try(OffensivePattern[] patterns, int at)
    {
        foreach (var pattern in patterns)
        {
            _steps = 0;
            if (_matches.Count < MostMatches
                && MayMatch(pattern)
                && (!pattern.AtStart || StartsSentence(at, pattern.Steps[0]))
                && Follows(pattern, 0, at))
            {
                Found(pattern, at);
            }
        }
    }

    private readonly bool MayMatch(OffensivePattern pattern)
    {
        foreach (var need in pattern.Needs)
        {
            if ((need & _sentence) == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a sentence starts here, but for what the pattern lets stand before its first word.</summary>
    private readonly bool StartsSentence(int at, OffensiveStep first)
    {
        for (var i = at - 1; i >= 0 && _tokens[i].Sentence == _tokens[at].Sentence; i--)
        {
            if (at - i > first.Gap || (first.OnlyFillers && (_tokens[i].Classes & OffensiveLexicon.Filler) == 0))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the steps from one on stand from a word on; remembers where.</summary>
    private bool Follows(OffensivePattern pattern, int step, int from)
    {
        if (step == pattern.Steps.Length)
        {
            return !pattern.AtEnd || EndsSentence(from, pattern.EndGap);
        }

        var what = pattern.Steps[step];
        var gap = step == 0 ? 0 : what.Gap;
        for (var i = from; i <= from + gap
            && i < _tokens.Length
            && _tokens[i].Sentence == _tokens[from == 0 ? 0 : from - 1].Sentence | step == 0; i++)
        {
            if (++_steps > MostSteps)
            {
                return false;
            }

            ref readonly var token = ref _tokens[i];
            if (((token.Classes & what.Classes) != 0 || (token.Term >= 0 && what.Words.Contains(token.Term))) && Take(pattern, step, i))
            {
                return true;
            }

            if (what.OnlyFillers && (token.Classes & OffensiveLexicon.Filler) == 0)
            {
                break;
            }
        }

        if (!what.IsOptional)
        {
            return false;
        }

        _at[step] = -1;
        return Follows(pattern, step + 1, from);
    }

    private bool Take(OffensivePattern pattern, int step, int at)
    {
        _at[step] = at;
        return Follows(pattern, step + 1, at + 1);
    }

    private readonly bool EndsSentence(int from, int gap)
    {
        var last = from - 1;
        var more = 0;
        for (var i = from; i < _tokens.Length && last >= 0 && _tokens[i].Sentence == _tokens[last].Sentence; i++)
        {
            more++;
            if (more > gap)
            {
                return false;
            }
        }

        return true;
    }

    private void Found(OffensivePattern pattern, int first)
    {
        var steps = _at[..pattern.Steps.Length];
        var last = first;
        foreach (var at in steps)
        {
            last = Math.Max(last, at);
        }

        if (pattern.Kind >= OffensivePatternKind.Target)
        {
            if (pattern.Kind is OffensivePatternKind.Target && IsNegated(first, last, steps))
            {
                return;
            }

            foreach (var at in steps)
            {
                if (at >= 0)
                {
                    _tokens[at].Said |= 1 << (int)pattern.Kind;
                }
            }

            return;
        }

        if (IsNegated(first, last, steps))
        {
            return;
        }

        if (pattern.Kind is OffensivePatternKind.Hatred)
        {
            foreach (var at in steps)
            {
                if (at >= 0)
                {
                    _tokens[at].Said |= 1 << (int)OffensivePatternKind.Confirm;
                }
            }
        }

        Add(pattern.Severity, pattern.IsTargeted, IsMentioned(first, last), pattern.Text, first, last);
    }

    private readonly bool IsNegated(int first, int last, ReadOnlySpan<int> steps)
    {
        for (var i = first; i <= last; i++)
        {
            if ((_tokens[i].Classes & OffensiveLexicon.Not) != 0 && !steps.Contains(i))
            {
                return true;
            }
        }

        if (_tokens[first].AfterBreak)
        {
            return false;
        }

        for (var i = first - 1; i >= 0 && first - i <= WordsBeforeThatNegate && _tokens[i].Sentence == _tokens[first].Sentence; i--)
        {
            if ((_tokens[i].Classes & OffensiveLexicon.Break) != 0)
            {
                return false;
            }

            if ((_tokens[i].Classes & OffensiveLexicon.Not) != 0)
            {
                return true;
            }

            if (_tokens[i].AfterBreak)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether somebody else's words are given: in quotation marks, or as what people say.</summary>
    private readonly bool IsMentioned(int first, int last)
    {
        var quoted = true;
        for (var i = first; i <= last && quoted; i++)
        {
            quoted = _tokens[i].IsQuoted;
        }

        // What runs over a quotation mark was put together by us, not said by anybody.
        if (quoted || _tokens[first].IsQuoted != _tokens[last].IsQuoted)
        {
            return true;
        }

        for (var i = last; i >= 0 && first - i <= WordsBeforeThatReport && _tokens[i].Sentence == _tokens[first].Sentence; i--)
        {
            var classes = _tokens[i].Classes;
            if ((classes & OffensiveLexicon.FirstReport) != 0)
            {
                return false;
            }

            if (i < first && (classes & OffensiveLexicon.Report) != 0)
            {
                return true;
            }

            if (i < first && (classes & OffensiveLexicon.Opinion) != 0 && !HasFirstPerson(i))
            {
                return true;
            }
        }

        return false;
    }

    private readonly bool HasFirstPerson(int before)
    {
        for (var i = before - 1; i >= 0 && before - i <= 3 && _tokens[i].Sentence == _tokens[before].Sentence; i--)
        {
            if ((_tokens[i].Classes & (OffensiveLexicon.I | OffensiveLexicon.Everyone)) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Who disguises words near the name of a group and a word of hatred means it, whatever the sentence looks like.</summary>
    private void FindDisguisedHatred()
    {
        const ulong Hateful = OffensiveLexicon.Hate | OffensiveLexicon.Vermin | OffensiveLexicon.Vile | OffensiveLexicon.Kill
            | OffensiveLexicon.Killed
            | OffensiveLexicon.Banished | OffensiveLexicon.Scum;
        for (var i = 0; i < _tokens.Length && _matches.Count < MostMatches; i++)
        {
            if ((_tokens[i].Classes & OffensiveLexicon.Group) == 0)
            {
                continue;
            }

            for (var j = Math.Max(0, i - WordsThatBelongTogether); j < Math.Min(_tokens.Length, i + WordsThatBelongTogether + 1); j++)
            {
                var (first, last) = (Math.Min(i, j), Math.Max(i, j));
                if (j != i && (_tokens[j].Classes & Hateful) != 0 && _tokens[j].Sentence == _tokens[i].Sentence
                    && (_tokens[i].IsDisguised || _tokens[j].IsDisguised) && !IsNegated(first, last, [i, j]) && !IsMentioned(first, last))
                {
                    Add(OffensiveSeverity.Hatred, false, false, "disguised hatred", first, last);
                    break;
                }
            }
        }
    }

    private void FindTerms()
    {
        for (var i = 0; i < _tokens.Length && _matches.Count < MostMatches; i++)
        {
            ref readonly var token = ref _tokens[i];
            if (token.Severity == OffensiveSeverity.None || Said(token, OffensivePatternKind.Harmless)
                || (token.Flags.HasFlag(OffensiveFlags.Unclear) && !Said(token, OffensivePatternKind.Confirm)))
            {
                continue;
            }

            var first = i - token.Before;
            var targeted = Said(token, OffensivePatternKind.Target) || token.Flags.HasFlag(OffensiveFlags.Targeted);
            var mention = token.IsQuoted || Said(token, OffensivePatternKind.Mention)
                || (token.Severity == OffensiveSeverity.Slur && (Said(token, OffensivePatternKind.Own) || IsMentioned(first, i)))
                || (targeted && (IsMentioned(first, i) || (token.Flags.HasFlag(OffensiveFlags.Targeted) && IsNegated(first, i, [i]))));
            Add(token.Severity, targeted, mention, token.Entry ?? _lexicon.Term(token.Term).Text, first, i);
        }
    }

    private static bool Said(OffensiveToken token, OffensivePatternKind kind) => (token.Said & (1 << (int)kind)) != 0;

    private readonly void Add(OffensiveSeverity severity, bool targeted, bool mention, string entry, int first, int last) =>
        _matches.Add(
            new OffensiveMatch(severity, targeted, mention, entry, _tokens[first].Start, _tokens[last].End - _tokens[first].Start));
}

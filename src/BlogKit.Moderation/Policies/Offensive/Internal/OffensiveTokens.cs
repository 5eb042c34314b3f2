using System.Buffers;

namespace BlogKit.Moderation.Internal;

/// <summary>Reads a folded text as words of a lexicon: disguises undone, spaced-out letters joined, what was run together split.</summary>
internal sealed class OffensiveTokens : IDisposable
{
    private const int LongestRun = 160;
    private const int ShortestRun = 6;
    private const int ShortestRunWithApostrophe = 11;
    private const int ShortestSpacedOut = 3;
    private const int FewestWordsSpacedOut = 2;
    private const int FewestWordsRunTogether = 3;
    private const int FewestWordsAroundQuotation = 3;

    private readonly OffensiveLexicon _lexicon;
    private readonly MatchText _text;
    private readonly string _folded;
    private OffensiveToken[] _tokens;
    private int _count;
    private int _sentence;
    private int _scanned;
    private int _quoteFrom = -1;
    private int _singleFrom = -1;
    private bool _break;

    private OffensiveTokens(OffensiveLexicon lexicon, MatchText text)
    {
        _lexicon = lexicon;
        _text = text;
        _folded = text.Folded;
        _tokens = ArrayPool<OffensiveToken>.Shared.Rent(text.Words.Length + 8);
    }

    /// <summary>The words, in order; gone when this is disposed.</summary>
    public Span<OffensiveToken> Words => _tokens.AsSpan(0, _count);

    /// <summary>Reads the words of a text.</summary>
    public static OffensiveTokens Of(OffensiveLexicon lexicon, MatchText text)
    {
        var reader = new OffensiveTokens(lexicon, text);
        reader.ReadWords();
        reader.Join();
        reader.ReadPhrases();
        reader.ReadGroups();
        return reader;
    }

    /// <inheritdoc/>
    public void Dispose() => GiveBack(Interlocked.Exchange(ref _tokens, []));

    private void ReadWords()
    {
        var words = _text.Words;
        for (var i = 0; i < words.Length;)
        {
            var run = SpacedOut(i);
            if (run >= ShortestSpacedOut && AddSpacedOut(i, run))
            {
                i += run;
                continue;
            }

            AddWord(words[i]);
            i++;
        }

        ReadGap(_folded.Length);
        var outside = 0;
        foreach (ref readonly var token in _tokens.AsSpan(0, _count))
        {
            outside += token.IsQuoted ? 0 : 1;
        }

        // Nothing but a quotation is no quotation.
        if (outside < FewestWordsAroundQuotation)
        {
            foreach (ref var token in _tokens.AsSpan(0, _count))
            {
                token.IsQuoted = false;
            }
        }
    }

    /// <summary>How many words of one character stand together from here on.</summary>
    private int SpacedOut(int first)
    {
        var words = _text.Words;
        var count = 0;
        for (var i = first; i < words.Length && words[i].Length == 1 && count < LongestRun; i++)
        {
            if (count > 0 && words[i].Start - words[i - 1].End > 3)
            {
                break;
            }

            count++;
        }

        return count;
    }

    private bool AddSpacedOut(int first, int count)
    {
        Span<char> run = stackalloc char[LongestRun];
        var words = _text.Words;
        for (var i = 0; i < count; i++)
        {
            run[i] = _folded[words[first + i].Start];
        }

        run = run[..count];
        Span<char> letters = stackalloc char[LongestRun];
        var plain = OffensiveLexicon.Letters(run, 'i', letters);
        var id = _lexicon.Resolve(run, false, out _);
        if (id >= 0)
        {
            ReadGap(words[first].Start);
            Add(words[first].Start, words[first + count - 1].End, id, true);
            _scanned = words[first + count - 1].End;
            return true;
        }

        if (plain.IsEmpty)
        {
            return false;
        }

        Span<int> ends = stackalloc int[LongestRun];
        Span<int> terms = stackalloc int[LongestRun];
        var pieces = _lexicon.Split(plain, FewestWordsSpacedOut, ends, terms);
        if (pieces == 0)
        {
            return false;
        }

        ReadGap(words[first].Start);
        var from = 0;
        for (var i = 0; i < pieces; i++)
        {
            Add(words[first + from].Start, words[first + ends[i] - 1].End, terms[i], true);
            from = ends[i];
        }

        _scanned = words[first + count - 1].End;
        return true;
    }

    private void AddWord(MatchWord word)
    {
        ReadGap(word.Start);
        _scanned = word.End;
        var span = _text.GetSpan(word);
        if (word.IsPlain)
        {
            AddPart(word.Start, span, true);
            return;
        }

        var apostrophe = span.IndexOf('\'');
        if (apostrophe < 0)
        {
            AddPart(word.Start, span, false);
            return;
        }

        Span<char> joined = stackalloc char[24];
        if (apostrophe == span.Length - 2 && span[^1] == 't' && apostrophe > 1 && span[apostrophe - 1] == 'n'
            && span.Length <= joined.Length)
        {
            span[..apostrophe].CopyTo(joined);
            joined[apostrophe] = 't';
            Add(word.Start, word.End, _lexicon.Resolve(joined[..(apostrophe + 1)], true, out var disguised), disguised);
            return;
        }

        if (span.Length is > ShortestRunWithApostrophe and <= LongestRun && AddRunWithApostrophe(word.Start, span))
        {
            return;
        }

        var from = 0;
        while (from < span.Length)
        {
            var length = span[from..].IndexOf('\'');
            length = length < 0 ? span.Length - from : length;
            if (length > 0)
            {
                var part = span.Slice(from, length);
                if (from > 0)
                {
                    ReadOnlySpan<char> whole = part switch
                    {
                        "m" => "am",
                        "re" => "are",
                        "ll" => "will",
                        "d" => "would",
                        "ve" => "have",
                        "em" => "them",
                        _ => part,
                    };
                    Add(word.Start + from, word.Start + from + length, Math.Max(-1, _lexicon.Resolve(whole, true, out _)), false);
                }
                else
                {
                    AddPart(word.Start + from, part, false);
                }
            }

            from += length + 1;
        }
    }

    /// <summary>Splits what was written without spaces but with apostrophes.</summary>
    private bool AddRunWithApostrophe(int start, ReadOnlySpan<char> span)
    {
        Span<char> run = stackalloc char[LongestRun];
        Span<int> at = stackalloc int[LongestRun];
        var length = 0;
        for (var i = 0; i < span.Length; i++)
        {
            if (span[i] != '\'')
            {
                at[length] = i;
                run[length++] = span[i];
            }
        }

        run = run[..length];
        Span<int> ends = stackalloc int[LongestRun];
        Span<int> terms = stackalloc int[LongestRun];
        var pieces = run.ContainsAnyExceptInRange('a', 'z') ? 0 : _lexicon.Split(run, FewestWordsRunTogether, ends, terms);
        if (pieces < FewestWordsRunTogether)
        {
            return false;
        }

        var from = 0;
        for (var i = 0; i < pieces; i++)
        {
            Add(start + at[from], start + at[ends[i] - 1] + 1, terms[i], true);
            from = ends[i];
        }

        return true;
    }

    private void AddPart(int start, ReadOnlySpan<char> part, bool plain)
    {
        if (!plain)
        {
            plain = part.ContainsAnyExceptInRange('a', 'z') is false;
        }

        var id = _lexicon.Resolve(part, plain, out var disguised);
        if (id < 0 && id != OffensiveLexicon.Innocent && !plain && part.Length > 2 && part[^1] is '*' or '@' or '$' or '+')
        {
            // Symbols behind a word may be decoration.
            id = _lexicon.Resolve(part.TrimEnd("*@$+"), false, out disguised);
        }

        if (id < 0 && id != OffensiveLexicon.Innocent && !plain && part[0] is '@' or '*' or '$')
        {
            id = _lexicon.Resolve(part.TrimStart("*@$"), false, out disguised);
        }

        if (id >= 0 || id == OffensiveLexicon.Innocent || part.Length < ShortestRun || part.Length > LongestRun)
        {
            Add(start, start + part.Length, id, id >= 0 && disguised);
            return;
        }

        Span<char> letters = stackalloc char[part.Length];
        var run = plain ? part : OffensiveLexicon.Letters(part, 'i', letters);
        Span<int> ends = stackalloc int[part.Length];
        Span<int> terms = stackalloc int[part.Length];
        var pieces = run.IsEmpty ? 0 : _lexicon.Split(run, FewestWordsRunTogether, ends, terms);
        if (pieces == 0)
        {
            Add(start, start + part.Length, -1, false);
            return;
        }

        var from = 0;
        for (var i = 0; i < pieces; i++)
        {
            Add(start + from, start + ends[i], terms[i], true);
            from = ends[i];
        }
    }

    /// <summary>Reads what stands between words: the ends of sentences, commas, quotation marks.</summary>
    private void ReadGap(int to)
    {
        for (var i = _scanned; i < to; i++)
        {
            var c = _folded[i];
            switch (c)
            {
                case '.' or '!' or '?' or ';' or '\u3002'
                    when i + 1 == _folded.Length || _folded[i + 1] is ' ' or '"' or '\'' or ')' or '.' or '!' or '?':
                    _sentence += _count > 0 && _tokens[_count - 1].Sentence == _sentence ? 1 : 0;
                    break;
                case ',' or ':' or '(' or ')':
                    _break = true;
                    break;
                case '"':
                    Quote(ref _quoteFrom);
                    break;
                case '\'' when _singleFrom >= 0:
                    Quote(ref _singleFrom);
                    break;
                case '\'' when (i == 0 || !char.IsLetterOrDigit(_folded[i - 1])) && i + 1 < _folded.Length && _folded[i + 1] != ' ':
                    _singleFrom = _count;
                    break;
                case '\'' when i > 0 && _folded[i - 1] == 's' && _count > 0:
                    _tokens[_count - 1].Flags |= OffensiveFlags.Exact;
                    _tokens[_count - 1].Classes &= ~OffensiveLexicon.Group;
                    break;
            }
        }
    }

    private void Quote(ref int from)
    {
        if (from < 0)
        {
            from = _count;
            return;
        }

        foreach (ref var token in _tokens.AsSpan(from, _count - from))
        {
            token.IsQuoted = true;
        }

        from = -1;
    }

    private void Add(int start, int end, int id, bool disguised)
    {
        if (_count == _tokens.Length)
        {
            var full = _tokens;
            _tokens = ArrayPool<OffensiveToken>.Shared.Rent(_count * 2);
            full.AsSpan(0, _count).CopyTo(_tokens);
            GiveBack(full);
        }

        ref var token = ref _tokens[_count++];
        token = default;
        token.Start = start;
        token.End = end;
        token.Sentence = _sentence;
        token.AfterBreak = _break;
        token.IsDisguised = disguised;
        _break = false;
        Mean(ref token, id);
    }

    private void Mean(ref OffensiveToken token, int id)
    {
        token.Term = Math.Max(id, -1);
        if (id >= 0)
        {
            var term = _lexicon.Term(id);
            token.Classes = term.Classes;
            token.Severity = term.Severity;
            token.Flags = term.Flags;
        }
    }

    /// <summary>Joins a word that was cut in two by a space.</summary>
    private void Join()
    {
        var to = 0;
        for (var i = 0; i < _count; i++)
        {
            var token = _tokens[i];
            if (i + 1 < _count && _tokens[i + 1].Start - token.End is 1 or 2 && IsPiece(token, _tokens[i + 1]))
            {
                var id = _lexicon.ResolveJoined(
                    _folded.AsSpan(token.Start, token.End - token.Start),
                    _folded.AsSpan(_tokens[i + 1].Start, _tokens[i + 1].End - _tokens[i + 1].Start));
                if (id >= 0)
                {
                    token.End = _tokens[i + 1].End;
                    token.IsDisguised = true;
                    Mean(ref token, id);
                    i++;
                }
            }

            _tokens[to++] = token;
        }

        _count = to;
    }

    private bool IsPiece(OffensiveToken first, OffensiveToken second) =>
        first.Sentence == second.Sentence
        && !(first.End - first.Start == 1 && _folded[first.Start] is 'a' or 'i' or 's')
        && !(_lexicon.IsCommon(first.Term) && _lexicon.IsCommon(second.Term))
        && first.Severity == OffensiveSeverity.None && second.Severity == OffensiveSeverity.None
        && !(second.End - second.Start == 1 && (second.Start == 0 || _folded[second.Start - 1] == '\''));

    /// <summary>Lets phrases mean what they mean together.</summary>
    private void ReadPhrases()
    {
        for (var i = 0; i < _count; i++)
        {
            var id = _tokens[i].Term;
            if (id < 0 || _lexicon.PhrasesFrom(id) is not { } phrases)
            {
                continue;
            }

            foreach (var phrase in phrases)
            {
                if (!Stands(phrase.Words, i))
                {
                    continue;
                }

                var last = i + phrase.Words.Length - 1;
                for (var j = i; j <= last; j++)
                {
                    _tokens[j].Classes = OffensiveLexicon.Filler;
                    _tokens[j].Severity = OffensiveSeverity.None;
                    _tokens[j].Flags = OffensiveFlags.None;
                    _tokens[last].IsDisguised |= _tokens[j].IsDisguised;
                }

                ref var token = ref _tokens[last];
                token.Classes = phrase.Meaning.Classes & ~OffensiveLexicon.HarmlessNot;
                token.Severity = phrase.Meaning.Severity;
                token.Flags = phrase.Meaning.Flags;
                token.Entry = phrase.Meaning.Text;
                token.Before = phrase.Words.Length - 1;
                i = last;
                break;
            }
        }
    }

    private bool Stands(int[] words, int at)
    {
        if (at + words.Length > _count)
        {
            return false;
        }

        for (var i = 1; i < words.Length; i++)
        {
            if (_tokens[at + i].Term != words[i] || _tokens[at + i].Sentence != _tokens[at].Sentence)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Finds groups of people: "gay people" as well as "gays", and "they" where a group was spoken of just before.</summary>
    private void ReadGroups()
    {
        const ulong Group = OffensiveLexicon.Group;
        var sentenceOfGroup = -9;
        for (var i = 0; i < _count; i++)
        {
            ref var token = ref _tokens[i];
            var follows = i + 1 < _count && _tokens[i + 1].Sentence == token.Sentence && !_tokens[i + 1].AfterBreak;
            if ((token.Classes & Group) != 0 && follows && IsPossessive(_tokens[i + 1]))
            {
                token.Classes &= ~Group;
            }
            else if ((token.Classes & OffensiveLexicon.Folk) != 0 && i > 0 && (_tokens[i - 1].Classes & OffensiveLexicon.Identity) != 0
                && _tokens[i - 1].Sentence == token.Sentence && !(follows && IsPossessive(_tokens[i + 1])))
            {
                token.Classes |= Group;
                _tokens[i - 1].Classes |= OffensiveLexicon.Filler;
            }
            else if ((token.Classes & OffensiveLexicon.One) != 0 && (!follows || IsFunctionWord(_tokens[i + 1])))
            {
                // "Every Muslim is" speaks of people, "Muslim cooking" does not.
                token.Classes |= (token.Classes & (OffensiveLexicon.Identity | OffensiveLexicon.Folk)) == 0 || HasArticle(i) ? Group : 0;
            }
            else if ((token.Classes & OffensiveLexicon.Them) != 0 && token.Sentence - sentenceOfGroup <= 2)
            {
                token.Classes |= Group;
                continue;
            }

            if ((token.Classes & Group) != 0)
            {
                sentenceOfGroup = token.Sentence;
            }
        }
    }

    private bool HasArticle(int i)
    {
        for (var j = i - 1; j >= Math.Max(0, i - 2) && _tokens[j].Sentence == _tokens[i].Sentence; j--)
        {
            if (_tokens[j].Term >= 0
                && _lexicon.Term(_tokens[j].Term).Text is "a" or "an" or "every" or "any" or "the" or "no" or "each" or "fucking" or "that"
                    or "this" or "dead" or "another")
            {
                return true;
            }
        }

        return false;
    }

    private bool IsPossessive(OffensiveToken token) =>
        token.End - token.Start == 1 && _folded[token.Start] == 's' && _folded[token.Start - 1] == '\'';

    // Words of a comment stay in no pool.
    private static void GiveBack(OffensiveToken[] tokens)
    {
        if (tokens.Length > 0)
        {
            ArrayPool<OffensiveToken>.Shared.Return(tokens, clearArray: true);
        }
    }

    private static bool IsFunctionWord(OffensiveToken token) => token.Term >= 0;
}

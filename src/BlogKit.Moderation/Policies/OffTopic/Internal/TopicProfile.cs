namespace BlogKit.Moderation.Internal;

/// <summary>What a post, a comment or a conversation is about, ready to be compared with. Immutable.</summary>
internal sealed class TopicProfile
{
    private const int ShortestPieced = 5;
    private const int PieceLength = 4;
    private const int WeightiestKept = 40;

    private readonly Dictionary<ulong, float> _weights;
    private readonly HashSet<ulong> _pieces;

    private TopicProfile(
        Dictionary<ulong, float> weights,
        HashSet<ulong> pieces,
        float[] fields,
        ImmutableArray<(ulong Key, string Word, float Weight)> weightiest)
    {
        _weights = weights;
        _pieces = pieces;
        Fields = fields;
        Weightiest = weightiest;
    }

    /// <summary>About nothing.</summary>
    public static TopicProfile Empty { get; } = new([], [], [], []);

    /// <summary>How many words it knows.</summary>
    public int Count => _weights.Count;

    /// <summary>How much of the text belongs to each field of talk, a vector of length 1; empty when none is touched.</summary>
    public float[] Fields { get; }

    /// <summary>The words that say most, the weightiest first.</summary>
    public ImmutableArray<(ulong Key, string Word, float Weight)> Weightiest { get; }

    /// <summary>How much the text is about a word, 0 to 1; 0 when it does not occur.</summary>
    public float WeightOf(ulong key) => _weights.GetValueOrDefault(key);

    /// <summary>
    /// The share of a word's pieces of four letters that the text's words have, 0 to 1: compounds, names and slips of the pen.
    /// </summary>
    public float Likeness(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestPieced || _pieces.Count == 0)
        {
            return 0;
        }

        var found = 0;
        for (var i = 0; i + PieceLength <= word.Length; i++)
        {
            found += _pieces.Contains(PieceOf(word[i..])) ? 1 : 0;
        }

        return (float)found / (word.Length - PieceLength + 1);
    }

    /// <summary>Adds what a word says about fields of talk.</summary>
    public static void AddFields(ulong key, float weight, Span<float> fields)
    {
        var own = TopicWords.Default.Fields(key);
        foreach (var field in own)
        {
            fields[field] += weight / own.Length;
        }
    }

    private static ulong PieceOf(ReadOnlySpan<char> text) =>
        ((ulong)char.ToLowerInvariant(text[0]) << 48) | ((ulong)char.ToLowerInvariant(text[1]) << 32)
        | ((ulong)char.ToLowerInvariant(text[2]) << 16) | char.ToLowerInvariant(text[3]);

    /// <summary>
    /// Builds a profile from texts; their order does not matter unless there are more words than may be kept. A word counts by how many of
    /// the texts have it and by what a text counts, with ever less for each more, so that one text among many makes no topic.
    /// </summary>
    public sealed class Builder(TopicText reader, int maximumTerms, int maximumWords)
    {
        private readonly Dictionary<ulong, (float Weight, string Word, float Says)> _found = [];
        private readonly Dictionary<ulong, (int Count, TopicTerm First)> _counts = [];
        private readonly HashSet<ulong> _pieces = [];
        private readonly List<TopicTerm> _terms = [];

        /// <summary>Adds a text.</summary>
        public void Add(string text, float weight)
        {
            _terms.Clear();
            _counts.Clear();
            reader.Read(text, _terms, maximumTerms);
            foreach (var term in _terms)
            {
                _counts[term.Key] = _counts.TryGetValue(term.Key, out var seen) ? (seen.Count + 1, seen.First) : (1, term);
            }

            foreach (var (key, (count, first)) in _counts)
            {
                var more = weight * count / (count + 0.6f);
                if (_found.TryGetValue(key, out var known))
                {
                    _found[key] = known with { Weight = known.Weight + more };
                }
                else if (_found.Count < maximumWords)
                {
                    var word = text.Substring(first.Start, first.Length).ToLowerInvariant();
                    _found[key] = (more, word, first.Weight);
                    AddPieces(word);
                }
            }
        }

        /// <summary>The profile of all that was added.</summary>
        public TopicProfile Build()
        {
            var weights = new Dictionary<ulong, float>(_found.Count);
            var fields = new float[TopicWords.Default.FieldCount];
            foreach (var (key, (weight, _, _)) in _found)
            {
                weights[key] = weight / (weight + 0.5f);
                AddFields(key, weights[key], fields);
            }

            var weightiest = _found
                .Select(static f => (f.Key, f.Value.Word, Weight: f.Value.Weight * f.Value.Says))
                .OrderByDescending(static f => f.Weight).ThenBy(static f => f.Word, StringComparer.Ordinal)
                .Take(WeightiestKept);
            return new TopicProfile(weights, _pieces, Normalized(fields), [.. weightiest]);
        }

        private static float[] Normalized(float[] fields)
        {
            var length = TopicJudge.LengthOf(fields);
            if (length == 0)
            {
                return [];
            }

            for (var i = 0; i < fields.Length; i++)
            {
                fields[i] /= length;
            }

            return fields;
        }

        private void AddPieces(string word)
        {
            for (var i = 0; word.Length >= ShortestPieced && i + PieceLength <= word.Length; i++)
            {
                _pieces.Add(PieceOf(word.AsSpan(i)));
            }
        }
    }
}
